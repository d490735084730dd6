using Komeji.Domain.Common;

namespace Komeji.Domain.Promotions;

/// <summary>A place of a voucher is free again, with the cooperative's part of it.</summary>
public sealed record VoucherGivenBack(VoucherId VoucherId, Rupiah OfCooperative);

/// <summary>One purchase that has a voucher. A purchase has one at most.</summary>
public sealed class VoucherUse : StatefulAggregate
{
    public const string Subject = "voucher-use";

    VoucherUse() { }

    public PurchaseId PurchaseId { get; private set; }
    public VoucherId VoucherId { get; private set; }
    public UserId BuyerId { get; private set; }

    /// <summary>What the shop and what the cooperative pays of it.</summary>
    public Rupiah OfShop { get; private set; }
    public Rupiah OfCooperative { get; private set; }
    public VoucherUseState State { get; private set; }
    public DateTimeOffset TakenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static VoucherUse Take(VoucherId voucher, PurchaseId purchase, UserId buyer, Rupiah ofShop, Rupiah ofCooperative, DateTimeOffset now)
    {
        var use = new VoucherUse
        {
            PurchaseId = purchase,
            VoucherId = voucher,
            BuyerId = buyer,
            OfShop = ofShop,
            OfCooperative = ofCooperative,
            State = VoucherUseState.Reserved,
            TakenAt = now,
        };
        use.Record(new StateChange(Subject, purchase.Value, "", nameof(VoucherUseState.Reserved), Actor.Buyer(buyer.Value), now, "placed"));
        return use;
    }

    /// <exception cref="RuleBroken"><c>voucher.use_illegal_move</c></exception>
    public void Pay(DateTimeOffset now) => Move(VoucherUseState.Used, now, "paid");

    /// <exception cref="RuleBroken"><c>voucher.use_illegal_move</c></exception>
    public void GiveBack(string reasonCode, DateTimeOffset now)
    {
        Move(VoucherUseState.Returned, now, reasonCode);
        EndedAt = now;
        Raise(new VoucherGivenBack(VoucherId, OfCooperative));
    }

    void Move(VoucherUseState to, DateTimeOffset now, string reasonCode)
    {
        if (!VoucherUseMoves.From(State).Contains(to))
        {
            throw new RuleBroken("voucher.use_illegal_move", "Voucher belanja ini sudah dikembalikan.");
        }

        Record(new StateChange(Subject, PurchaseId.Value, State.ToString(), to.ToString(), Actor.System, now, reasonCode));
        State = to;
    }
}
