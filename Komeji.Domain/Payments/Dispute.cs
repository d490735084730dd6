using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Taxes;

namespace Komeji.Domain.Payments;

public enum DisputeState
{
    /// <summary>The buyer's bank asks for the money back; evidence is awaited.</summary>
    Open,
    EvidenceSent,
    Won,
    Lost,
}

/// <summary>The legal moves of a dispute. docs/domain/payments.md draws them; a test compares the two.</summary>
public static class DisputeMoves
{
    /// <summary>An inquiry that was answered may become a real dispute, which wants evidence again.</summary>
    public static IReadOnlyList<DisputeState> From(DisputeState state) => state switch
    {
        DisputeState.Open => [DisputeState.EvidenceSent, DisputeState.Won, DisputeState.Lost],
        DisputeState.EvidenceSent => [DisputeState.Open, DisputeState.Won, DisputeState.Lost],
        DisputeState.Won or DisputeState.Lost => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>A buyer's bank takes a payment, or a part of it, back until it is decided who is right. The money of its orders stands still meanwhile.</summary>
public sealed class Dispute : StatefulAggregate
{
    readonly List<DisputeClaim> claims = [];

    Dispute() { }

    public DisputeId Id { get; private set; }
    public string Gateway { get; private set; } = "";

    /// <summary>The provider's id of it; a payment may be disputed more than once.</summary>
    public string ProviderDispute { get; private set; } = "";
    public string ProviderPayment { get; private set; } = "";
    public PurchaseId PurchaseId { get; private set; }

    /// <summary>What is disputed: the whole payment or a part of it.</summary>
    public Rupiah Amount { get; private set; }
    public string Reason { get; private set; } = "";
    public DisputeState State { get; private set; }

    /// <summary>The bank has taken the money; an inquiry takes none.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>What was taken and neither came back nor was settled with whoever bears it: account 1200 of this dispute.</summary>
    public Rupiah Unsettled { get; private set; }

    /// <summary>What the cooperative bears of it (5030).</summary>
    public Rupiah Borne { get; private set; }

    /// <summary>It was lost, and who bears it has been booked, or decided by a person.</summary>
    public bool LossBooked { get; private set; }

    /// <summary>Money came back though it had been lost: a person has to say whose it is.</summary>
    public Rupiah BackAfterLoss { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? EvidenceBefore { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the provider was last asked how it stands; null: never.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>What it takes from the shops of orders that were completed before.</summary>
    public IReadOnlyList<DisputeClaim> Claims => claims;

    public bool IsOver => State is DisputeState.Won or DisputeState.Lost;

    /// <summary>What of the money that came back makes up for what the cooperative bears: the buyer no longer has it.</summary>
    public Rupiah BackToCooperative => Rupiah.Min(BackAfterLoss, Borne);

    public static Dispute Open(string gateway, string providerDispute, string providerPayment, PurchaseId purchaseId, Rupiah amount, string reason, DateTimeOffset now)
    {
        var dispute = new Dispute
        {
            Id = DisputeId.New(now),
            Gateway = gateway,
            ProviderDispute = providerDispute,
            ProviderPayment = providerPayment,
            PurchaseId = purchaseId,
            Amount = amount,
            Reason = PlainText.Cut(reason, 100),
            State = DisputeState.Open,
            OpenedAt = now,
        };
        dispute.Record(new StateChange("dispute", dispute.Id.Value, "", nameof(DisputeState.Open), Actor.System, now, "opened"));
        dispute.Raise(new DisputeOpened(dispute.Id, purchaseId, providerPayment));
        return dispute;
    }

    /// <summary>What the provider says of it, in any order; what is over stays over.</summary>
    public void Follow(DisputeState standing, DateTimeOffset? evidenceBefore, DateTimeOffset now)
    {
        EvidenceBefore = evidenceBefore ?? EvidenceBefore;
        if (!DisputeMoves.From(State).Contains(standing))
        {
            return;
        }

        Record(new StateChange("dispute", Id.Value, State.ToString(), standing.ToString(), Actor.System, now, "told"));
        State = standing;
        if (IsOver)
        {
            EndedAt = now;
            Raise(new DisputeEnded(Id, PurchaseId, ProviderPayment, State));
        }
    }

    /// <summary>
    /// An officer learned at the provider's desk how it ended, and says so under her own name. One that was won stays so: that the bank took
    /// the money after all is another dispute, which follows it.
    /// </summary>
    /// <exception cref="RuleBroken"><c>dispute.over</c>, <c>dispute.reason_required</c></exception>
    public void RecordEnd(bool won, Actor by, string reason, DateTimeOffset now)
    {
        if (State == DisputeState.Lost || (State == DisputeState.Won && won))
        {
            throw new RuleBroken("dispute.over", "Hasil sengketa ini sudah dicatat. Muat ulang halaman.");
        }

        Decide(by, Why(reason), State == DisputeState.Won ? "lost_after_all" : "end_recorded", now);
    }

    /// <summary>The id of the dispute that follows one that was won and lost after all.</summary>
    public string NextProviderDispute => ProviderDispute + "-2";

    /// <summary>The provider was asked, and has said what it knows.</summary>
    public void NoteAsked(DateTimeOffset now) => AskedAt = now;

    /// <summary>The bank took so much.</summary>
    public void Withdraw(Rupiah amount)
    {
        IsWithdrawn = true;
        Unsettled += amount;
    }

    /// <summary>So much came back.</summary>
    /// <returns>What of it had been settled already, because the dispute had been lost: whose it is has to be decided.</returns>
    public Rupiah GetBack(Rupiah amount)
    {
        var open = amount <= Unsettled ? amount : Unsettled;
        Unsettled -= open;
        BackAfterLoss += amount - open;
        return amount - open;
    }

    /// <summary>An order gave its money up: what was taken is settled by so much.</summary>
    /// <exception cref="InvalidOperationException">More than was taken.</exception>
    public void Settle(Rupiah amount) =>
        Unsettled = amount <= Unsettled ? Unsettled - amount : throw new InvalidOperationException($"Dispute {ProviderDispute} took no {amount}.");

    /// <summary>The cooperative bears so much of it: nobody else does.</summary>
    public void Bear(Rupiah amount)
    {
        Settle(amount);
        Borne += amount;
    }

    /// <summary>The cooperative bore it so that orders could go on. One that gives its money up after all pays instead: so much is taken off the cooperative, to be settled with that order's refund.</summary>
    /// <returns>How much that is; never more than the cooperative bears and the buyer still has: what came back her bank took from her.</returns>
    public Rupiah Unbear(Rupiah atMost, DateTimeOffset now)
    {
        var amount = Rupiah.Min(atMost, Borne - BackToCooperative);
        if (amount.IsPositive)
        {
            (Borne, Unsettled) = (Borne - amount, Unsettled + amount);
            Record(new StateChange("dispute", Id.Value, State.ToString(), State.ToString(), Actor.System, now, "unborne", amount.ToString()));
        }

        return amount;
    }

    /// <summary>An officer decides that the cooperative bears what is left of a lost dispute; the orders it held up go on.</summary>
    /// <returns>How much that is.</returns>
    /// <exception cref="RuleBroken"><c>dispute.not_lost</c>, <c>dispute.reason_required</c></exception>
    public Rupiah BearRest(Actor by, string reason, DateTimeOffset now)
    {
        if (State != DisputeState.Lost)
        {
            throw new RuleBroken("dispute.not_lost", "Sengketa ini belum kalah, jadi belum ada yang perlu ditanggung. Tunggu keputusan bank.");
        }

        var why = Why(reason);
        var rest = Unsettled;
        Bear(rest);
        LossBooked = true;
        Decide(by, why, "borne", now);
        return rest;
    }

    /// <summary>
    /// Money came back after the loss, and an officer decides that it is the shops' that had given it up: whole orders, the smallest
    /// first, as far as it reaches.
    /// </summary>
    /// <returns>What is given back to them.</returns>
    /// <exception cref="RuleBroken"><c>dispute.nothing_back</c>, <c>dispute.no_shop</c>, <c>dispute.reason_required</c></exception>
    public IReadOnlyList<DisputeClaim> ReturnToShops(Actor by, string reason, DateTimeOffset now)
    {
        var why = WhyMoneyBack(reason);
        var given = new List<DisputeClaim>();
        foreach (var claim in claims.Where(c => c.State == DisputeClaimState.Lost).OrderBy(c => c.Amount).ThenBy(c => c.OrderId.Value))
        {
            if (claim.Amount <= BackAfterLoss)
            {
                claim.GiveBack();
                BackAfterLoss -= claim.Amount;
                given.Add(claim);
            }
        }

        if (given.Count == 0)
        {
            throw new RuleBroken("dispute.no_shop", "Tidak ada toko yang menanggung sengketa ini, atau yang kembali kurang dari bagian satu pesanan. Pilih pembeli atau koperasi.");
        }

        Decide(by, why, "back_to_shops", now);
        return given;
    }

    /// <summary>Money came back after the loss, and an officer decides that it is the buyer's: her bank took back what had counted as her refund.</summary>
    /// <param name="counted">What of her refunds counts as paid by this dispute and has not been given to her again.</param>
    /// <returns>How much is owed to her.</returns>
    /// <exception cref="RuleBroken"><c>dispute.nothing_back</c>, <c>dispute.no_refund</c>, <c>dispute.reason_required</c></exception>
    public Rupiah ReturnToBuyer(Rupiah counted, Actor by, string reason, DateTimeOffset now)
    {
        var why = WhyMoneyBack(reason);
        var amount = Rupiah.Min(counted, BackAfterLoss - BackToCooperative);
        if (!amount.IsPositive)
        {
            throw new RuleBroken("dispute.no_refund", "Tidak ada pengembalian dana yang dianggap lunas oleh sengketa ini, atau yang kembali lebih dahulu menutup yang ditanggung koperasi, jadi pembeli tidak berhak atas uang ini. Pilih toko atau koperasi.");
        }

        BackAfterLoss -= amount;
        Decide(by, why, "back_to_buyer", now);
        return amount;
    }

    /// <summary>Money came back after the loss, and an officer decides that it is the cooperative's, which bore the loss.</summary>
    /// <returns>How much that is; never more than the cooperative bears.</returns>
    /// <exception cref="RuleBroken"><c>dispute.nothing_back</c>, <c>dispute.not_borne</c>, <c>dispute.reason_required</c></exception>
    public Rupiah Recover(Actor by, string reason, DateTimeOffset now)
    {
        var why = WhyMoneyBack(reason);
        var amount = BackToCooperative;
        if (!amount.IsPositive)
        {
            throw new RuleBroken("dispute.not_borne", "Koperasi tidak menanggung apa pun dari sengketa ini, jadi uang ini bukan miliknya. Pilih toko atau pembeli.");
        }

        (BackAfterLoss, Borne) = (BackAfterLoss - amount, Borne - amount);
        Decide(by, why, "recovered", now);
        return amount;
    }

    /// <summary>An order that was completed before is disputed: what its shop got of this part is held until it is decided.</summary>
    /// <param name="amount">This order's part of what was taken.</param>
    /// <param name="soFar">What other disputes and decided refunds took of the same order.</param>
    /// <param name="releasedIn">The month its fee and taxes were booked in.</param>
    public DisputeClaim Claim(Order order, Rupiah amount, TakenBack soFar, string releasedIn)
    {
        var claim = DisputeClaim.Against(Id, order, amount, soFar, releasedIn);
        claims.Add(claim);
        return claim;
    }

    /// <summary>It was won: what was held of the shops is theirs again.</summary>
    /// <returns>What had been held until now.</returns>
    public IReadOnlyList<DisputeClaim> GiveClaimsBack()
    {
        var held = claims.Where(c => c.State == DisputeClaimState.Held).ToList();
        held.ForEach(c => c.GiveBack());
        return held;
    }

    /// <summary>It was lost: what was held of the shops is gone.</summary>
    /// <param name="remitted">Months whose tax the State has already.</param>
    public void BookLoss(RemittedTaxes remitted)
    {
        LossBooked = true;
        foreach (var claim in claims)
        {
            claim.Lose(remitted);
            Settle(claim.Amount);
        }
    }

    string WhyMoneyBack(string reason) => BackAfterLoss.IsPositive
        ? Why(reason)
        : throw new RuleBroken("dispute.nothing_back", "Tidak ada uang yang menunggu keputusan pada sengketa ini. Muat ulang halaman.");

    static string Why(string reason) => reason.Trim() is { Length: >= 3 and <= 500 } given
        ? given
        : throw new RuleBroken("dispute.reason_required", "Tulis alasannya, 3 sampai 500 huruf.");

    void Decide(Actor by, string why, string what, DateTimeOffset now) =>
        Record(new StateChange("dispute", Id.Value, State.ToString(), State.ToString(), by, now, what, why));
}

/// <summary>A buyer's bank disputes money of orders; their shops are told.</summary>
public sealed record DisputeOpened(DisputeId DisputeId, PurchaseId PurchaseId, string ProviderPayment);

public sealed record DisputeEnded(DisputeId DisputeId, PurchaseId PurchaseId, string ProviderPayment, DisputeState State);
