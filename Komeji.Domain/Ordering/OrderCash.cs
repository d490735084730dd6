using Komeji.Domain.Common;
using Komeji.Domain.Shipping;

namespace Komeji.Domain.Ordering;

/// <summary>
/// Cash on delivery (Bayar di Tempat): the buyer pays the shop itself when the goods are handed over, so no money of the order is ever
/// held, and none can be given back here. The order is complete when both have said that it was paid, or when the time for that is over.
/// </summary>
public sealed partial class Order
{
    /// <summary>The buyer pays the shop in cash.</summary>
    public bool PaysInCash { get; private set; }

    /// <summary>The shop said that it has the cash, or the clock took it as said.</summary>
    public DateTimeOffset? CashTakenAt { get; private set; }

    /// <summary>The buyer said that she has the goods and has paid.</summary>
    public DateTimeOffset? CashConfirmedAt { get; private set; }

    /// <summary>The shop said that it gave all the cash back; it ends the order when the buyer says so, too, or says nothing.</summary>
    public DateTimeOffset? CashBackAt { get; private set; }

    /// <summary>The shop has handed over the goods and has the cash. Saying it again changes nothing.</summary>
    /// <exception cref="RuleBroken"><c>order.not_cash</c>, <c>order.illegal_move</c>, <c>order.cash_amount</c>, <c>order.cash_back_told</c></exception>
    public void TakeCash(Actor actor, Rupiah amount, DateTimeOffset now)
    {
        RequireCash();
        Require(State == OrderState.Delivered || (State == OrderState.Completed && CashTakenAt is not null));
        if (amount != Total)
        {
            throw new RuleBroken("order.cash_amount", $"Pembeli membayar tepat {Total}, harga barang dan ongkos kirim. Hitung lagi uangnya, lalu tulis jumlah itu.");
        }

        if (CashTakenAt is not null)
        {
            return;
        }

        if (CashBackAt is not null)
        {
            throw new RuleBroken("order.cash_back_told", "Anda sudah mencatat uangnya dikembalikan. Pembeli yang menjawab sekarang; bila Anda keliru, mintalah ia menekan “Uang Tidak Kembali”.");
        }

        CashTakenAt = now;
        Record(Step(State, State, actor, now, "cash_taken", Total.ToString()));
        if (CashConfirmedAt is null)
        {
            Raise(new CashTaken(Id));
        }
        else
        {
            Complete(actor, now, "cash_settled");
        }
    }

    /// <summary>The buyer has all her cash back from the shop: the order ends, and costs the shop nothing.</summary>
    /// <exception cref="RuleBroken"><c>order.not_cash</c>, <c>order.no_cash_back</c></exception>
    public void ConfirmCashBack(Actor actor, DateTimeOffset now)
    {
        RequireCash();
        if (State != OrderState.Delivered || CashBackAt is null)
        {
            throw new RuleBroken("order.no_cash_back", "Penjual belum mencatat bahwa uang tunai Anda dikembalikan, atau pesanan ini sudah selesai. Muat ulang halaman.");
        }

        EndRefunded(actor, "cash_back_confirmed", null, now);
    }

    /// <returns>Whether the shop has said so as well: also where it says that it gave the cash back, for then it had it.</returns>
    bool ConfirmCash(Actor actor, DateTimeOffset now)
    {
        OrderMoves.Ensure(State, OrderState.Completed);
        if (CashBackAt is not null)
        {
            Record(Step(State, State, actor, now, "cash_back_denied", null));
        }
        else if (CashConfirmedAt is null && CashTakenAt is null)
        {
            Record(Step(State, State, actor, now, "cash_confirmed", null));
            Raise(new CashConfirmed(Id));
        }

        CashConfirmedAt ??= now;
        return CashTakenAt is not null || CashBackAt is not null;
    }

    /// <summary>The shop said that it brought the goods back, and the buyer that she has them and has paid: nobody says that to owe nothing, so her word counts.</summary>
    void ConfirmCashDespiteReturn(Actor actor, DateTimeOffset now)
    {
        Require(PaysInCash);
        (CashConfirmedAt, DeliveredAt) = (now, now);
        Record(Step(State, State, actor, now, "cash_confirmed", null));
        Complete(actor, now);
    }

    /// <summary>Goods are handed over for cash only; who was silent until the end has it.</summary>
    void AssumeCash(DateTimeOffset now)
    {
        if (PaysInCash && CashTakenAt is null)
        {
            CashTakenAt = now;
            Record(Step(State, State, Actor.System, now, "cash_assumed", Total.ToString()));
        }
    }

    /// <summary>
    /// What the buyer did not take ends here with the goods in stock again. Cash that was taken the shop says it gave back: nothing completes
    /// by itself any more, and the buyer's silence agrees.
    /// </summary>
    void EndWithoutMoney(Actor actor, string reason, OrderTerms terms, DateTimeOffset now)
    {
        if (State == OrderState.ReturnedToSender)
        {
            Cancel(actor, "not_taken", reason, now);
            return;
        }

        Require(State == OrderState.Delivered);
        if (CashBackAt is null)
        {
            CashBackAt = now;
            Record(Step(State, State, actor, now, "cash_back_told", reason));
            EndTimers(now, OrderTimerAction.Complete);
            StartTimer(OrderTimerAction.AcceptCashBack, now + terms.CashBackAnswer, now);
            Raise(new CashGivenBack(Id));
        }
    }

    void EndRefunded(Actor actor, string reasonCode, string? reason, DateTimeOffset now)
    {
        Move(OrderState.Refunded, actor, now, reasonCode, reason);
        EndedAt = now;
        GiveBackRest();
        Raise(new OrderRefunded(Id, reasonCode, Rupiah.Zero));
    }

    /// <summary>Its goods left the shop and were brought back, or handed over for cash.</summary>
    public bool IsCashAtTheDoor => PaysInCash && State is (OrderState.ReturnedToSender or OrderState.Delivered);

    /// <summary>Goods that were handed over were paid; ending the order without a fee would leave the cash with the shop.</summary>
    void RequireCashBack()
    {
        if (State == OrderState.Delivered && CashBackAt is null)
        {
            throw new RuleBroken("order.cash_not_back", "Uangnya ada pada penjual. Mintalah penjual mengembalikannya dan mencatatnya di halaman pesanannya; sesudah itu pesanan bisa diakhiri tanpa biaya.");
        }
    }

    void RequireCash()
    {
        if (!PaysInCash)
        {
            throw new RuleBroken("order.not_cash", "Pesanan ini tidak dibayar di tempat; dananya ditahan Komeji.");
        }
    }

    /// <summary>Somebody of the shop itself meets the buyer: it brings the goods, or she collects them there.</summary>
    static bool RequireAtTheDoor(OrderDraft draft) =>
        draft.Appointment is null && (draft.Shipping.Kind is ShipmentKind.SellerDelivery or ShipmentKind.Pickup)
            ? true
            : throw new RuleBroken("order.cash_way", "Bayar di tempat hanya untuk barang yang diantar penjual sendiri atau diambil di toko. Pilih pengiriman lain, atau bayar sekarang.");
}
