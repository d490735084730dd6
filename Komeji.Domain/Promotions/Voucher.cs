using Komeji.Domain.Common;

namespace Komeji.Domain.Promotions;

/// <summary>
/// A code that takes something off the goods of a purchase, paid for by a shop, by the cooperative, or by both. The cooperative's part
/// is a fund set apart before the first use; the shop's part lowers what it is owed. Places and fund are taken by a conditional
/// update of <see cref="Taken"/> and <see cref="Committed"/>, so the last one goes to one purchase only.
/// </summary>
public sealed class Voucher : StatefulAggregate
{
    public const string Subject = "voucher";

    Voucher() { }

    public VoucherId Id { get; private set; }

    /// <summary>Capitals and digits; no two vouchers ever have the same.</summary>
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>The part of the discount the shop pays; the cooperative pays the rest.</summary>
    public BasisPoints OfShop { get; private set; }

    /// <summary>The shop it is for; null: all shops.</summary>
    public StoreId? StoreId { get; private set; }
    public Rupiah Amount { get; private set; }
    public BasisPoints Percent { get; private set; }
    public Rupiah Cap { get; private set; }
    public Rupiah MinimumPurchase { get; private set; }

    /// <summary>First and last day, in WIB.</summary>
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public int Quota { get; private set; }
    public int PerBuyer { get; private set; }

    /// <summary>The most the cooperative pays; zero where it pays nothing.</summary>
    public Rupiah Budget { get; private set; }

    /// <summary>Purchases that have it, paid or waiting for payment.</summary>
    public int Taken { get; private set; }

    /// <summary>What the cooperative pays for them, in rupiah: a number the database can add to.</summary>
    public long Committed { get; private set; }

    /// <summary>What was set apart for it (P17), less what was taken back.</summary>
    public Rupiah Funded { get; private set; }
    public VoucherState State { get; private set; }

    /// <summary>What it is for, as whoever made it says.</summary>
    public string Reason { get; private set; } = "";
    public UserId MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The shop agreed to pay its part of a shared one.</summary>
    public UserId? AgreedBy { get; private set; }
    public UserId? ActivatedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOfShopAlone => OfShop.Value == BasisPoints.Whole;

    /// <summary>Both pay for it: the shop has to agree.</summary>
    public bool IsShared => OfShop.Value is > 0 and < BasisPoints.Whole;

    /// <summary>The cooperative pays all or a part of it.</summary>
    public bool HasFund => !IsOfShopAlone;

    /// <summary>A shop's own: it is active at once.</summary>
    /// <exception cref="RuleBroken">As <see cref="VoucherTerms.Checked"/>; <c>voucher.reason</c>.</exception>
    public static Voucher MadeByShop(VoucherTerms terms, StoreId store, string reason, Actor by, DateTimeOffset now)
    {
        var voucher = Make(terms, new BasisPoints(BasisPoints.Whole), store, Rupiah.Zero, reason, by, now);
        voucher.Move(VoucherState.Active, by, now, "activated");
        voucher.ActivatedBy = voucher.MadeBy;
        return voucher;
    }

    /// <summary>The cooperative's, alone or with a shop: a draft until a second officer activates it, and the shop has agreed to its part.</summary>
    /// <param name="most">The largest part of the goods such a voucher may take off: prices stay reasonable.</param>
    /// <exception cref="RuleBroken">As <see cref="VoucherTerms.Checked"/>; <c>voucher.shop</c>, <c>voucher.budget</c>, <c>voucher.too_generous</c>, <c>voucher.reason</c></exception>
    public static Voucher MadeByCooperative(VoucherTerms terms, BasisPoints ofShop, StoreId? store, Rupiah budget, BasisPoints most, string reason, Actor by, DateTimeOffset now)
    {
        if (ofShop.Value is < 0 or >= BasisPoints.Whole || (ofShop.Value > 0 && store is null))
        {
            throw new RuleBroken("voucher.shop", "Bagian toko 0 sampai kurang dari 100 persen. Bila toko ikut menanggung, tulis tokonya.");
        }

        var voucher = Make(terms, ofShop, store, budget, reason, by, now);
        if (budget > Rupiah.Largest || budget < terms.Largest)
        {
            throw new RuleBroken("voucher.budget", $"Dana koperasi paling sedikit satu kali potongan terbesar ({terms.Largest}).");
        }

        if (terms.Percent.Value > most.Value || terms.Amount > most.Of(terms.MinimumPurchase, Rounding.Down))
        {
            throw new RuleBroken("voucher.too_generous", $"Voucher yang didanai koperasi paling banyak memotong {most} dari harga barang. Kurangi potongannya, atau naikkan belanja minimalnya.");
        }

        return voucher;
    }

    static Voucher Make(VoucherTerms given, BasisPoints ofShop, StoreId? store, Rupiah budget, string reason, Actor by, DateTimeOffset now)
    {
        var terms = given.Checked(Wib.DayOf(now));
        var voucher = new Voucher
        {
            Id = VoucherId.New(now),
            Code = terms.Code,
            Title = terms.Title,
            OfShop = ofShop,
            StoreId = store,
            Amount = terms.Amount,
            Percent = terms.Percent,
            Cap = terms.Cap,
            MinimumPurchase = terms.MinimumPurchase,
            From = terms.From,
            Until = terms.Until,
            StartsAt = Wib.StartOf(terms.From),
            EndsAt = Wib.StartOf(terms.Until.AddDays(1)),
            Quota = terms.Quota,
            PerBuyer = terms.PerBuyer,
            Budget = budget,
            State = VoucherState.Draft,
            Reason = Why(reason),
            MadeBy = Person(by),
            MadeAt = now,
        };
        voucher.Record(new StateChange(Subject, voucher.Id.Value, "", nameof(VoucherState.Draft), by, now, "made", voucher.Reason));
        return voucher;
    }

    /// <summary>What it takes off; zero below the minimum.</summary>
    /// <param name="goods">Of the goods and services it is for.</param>
    public Rupiah Off(Rupiah goods) =>
        goods < MinimumPurchase ? Rupiah.Zero : Rupiah.Min(goods, Percent.Value > 0 ? Rupiah.Min(Cap, Percent.Of(goods, Rounding.Down)) : Amount);

    /// <summary>Whether somebody can use it now, places and fund aside.</summary>
    public bool IsOpen(DateTimeOffset now) => State == VoucherState.Active && StartsAt <= now && now < EndsAt;

    /// <summary>The shop pays its part of a shared one.</summary>
    /// <exception cref="RuleBroken"><c>voucher.not_asked</c></exception>
    public void Agree(Actor by, DateTimeOffset now)
    {
        RequireAsked();
        AgreedBy = Person(by);
        Record(Step(State, by, now, "shop_agreed", null));
    }

    /// <summary>The shop does not pay a part of it: it never becomes active.</summary>
    /// <exception cref="RuleBroken"><c>voucher.not_asked</c>, <c>voucher.reason</c></exception>
    public void Decline(Actor by, string reason, DateTimeOffset now)
    {
        RequireAsked();
        Move(VoucherState.Dropped, by, now, "shop_declined", Why(reason));
        EndedAt = now;
    }

    /// <summary>A second officer has set its money apart and lets buyers use it.</summary>
    /// <exception cref="RuleBroken"><c>voucher.same_officer</c>, <c>voucher.shop_silent</c>, <c>voucher.period</c>, <c>voucher.illegal_move</c></exception>
    public void Activate(Actor by, DateTimeOffset now)
    {
        if (Person(by) == MadeBy)
        {
            throw new RuleBroken("voucher.same_officer", "Anda yang membuat voucher ini. Minta petugas lain memeriksa dan mengaktifkannya.");
        }

        if (IsShared && AgreedBy is null)
        {
            throw new RuleBroken("voucher.shop_silent", "Toko belum menyetujui bagiannya. Tunggu jawaban toko, atau batalkan voucher ini.");
        }

        if (EndsAt <= now)
        {
            throw new RuleBroken("voucher.period", "Masa berlaku voucher ini sudah lewat. Batalkan, lalu buat yang baru.");
        }

        Move(VoucherState.Active, by, now, "activated");
        (ActivatedBy, Funded) = (Person(by), Budget);
    }

    /// <summary>It is not activated after all.</summary>
    /// <exception cref="RuleBroken"><c>voucher.reason</c>, <c>voucher.illegal_move</c></exception>
    public void Drop(Actor by, string reason, DateTimeOffset now)
    {
        Move(VoucherState.Dropped, by, now, "dropped", Why(reason));
        EndedAt = now;
    }

    /// <summary>Nobody can use it any more; purchases that have it keep it.</summary>
    /// <exception cref="RuleBroken"><c>voucher.reason</c>, <c>voucher.illegal_move</c></exception>
    public void Stop(Actor by, string reason, DateTimeOffset now)
    {
        Move(VoucherState.Stopped, by, now, "stopped", Why(reason));
        EndedAt = now;
    }

    /// <summary>Its last day is over.</summary>
    /// <exception cref="RuleBroken"><c>voucher.not_due</c>, <c>voucher.illegal_move</c></exception>
    public void Expire(DateTimeOffset now)
    {
        if (now < EndsAt)
        {
            throw new RuleBroken("voucher.not_due", "Masa berlaku voucher ini belum lewat.");
        }

        Move(VoucherState.Expired, Actor.System, now, "expired");
        EndedAt = now;
    }

    /// <summary>What nobody used, and what refunds brought back, is the cooperative's again.</summary>
    /// <param name="free">What the books hold for it and no purchase waits with.</param>
    /// <exception cref="RuleBroken"><c>voucher.still_open</c>, <c>voucher.nothing_left</c></exception>
    public void ReturnFund(Rupiah free, string reference, Actor by, DateTimeOffset now)
    {
        if (State is not (VoucherState.Stopped or VoucherState.Expired))
        {
            throw new RuleBroken("voucher.still_open", "Dana dikembalikan setelah voucher berakhir atau dihentikan.");
        }

        if (!free.IsPositive)
        {
            throw new RuleBroken("voucher.nothing_left", "Tidak ada sisa dana voucher yang bisa dikembalikan sekarang.");
        }

        Funded -= free;
        Record(Step(State, by, now, "fund_returned", $"{free} {reference}"));
    }

    void RequireAsked()
    {
        if (!IsShared || State != VoucherState.Draft || AgreedBy is not null)
        {
            throw new RuleBroken("voucher.not_asked", "Voucher ini tidak sedang menunggu jawaban toko. Muat ulang halaman.");
        }
    }

    void Move(VoucherState to, Actor by, DateTimeOffset now, string reasonCode, string? note = null)
    {
        if (!VoucherMoves.From(State).Contains(to))
        {
            throw new RuleBroken("voucher.illegal_move", "Status voucher ini sudah berubah. Muat ulang halaman.");
        }

        Record(Step(to, by, now, reasonCode, note));
        State = to;
    }

    StateChange Step(VoucherState to, Actor by, DateTimeOffset now, string reasonCode, string? note) =>
        new(Subject, Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, note);

    static UserId Person(Actor by) => new(by.UserId ?? throw new InvalidOperationException("A person decides."));

    static string Why(string reason) => reason.Trim() is { Length: >= 3 and <= 500 } given
        ? given
        : throw new RuleBroken("voucher.reason", "Tulis alasannya, 3 sampai 500 huruf.");
}
