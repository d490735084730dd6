using Komeji.Domain.Common;

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
    public static IReadOnlyList<DisputeState> From(DisputeState state) => state switch
    {
        DisputeState.Open => [DisputeState.EvidenceSent, DisputeState.Won, DisputeState.Lost],
        DisputeState.EvidenceSent => [DisputeState.Won, DisputeState.Lost],
        DisputeState.Won or DisputeState.Lost => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>A buyer's bank takes a payment back until it is decided who is right. The money of its orders stands still meanwhile.</summary>
public sealed class Dispute : StatefulAggregate
{
    Dispute() { }

    public DisputeId Id { get; private set; }
    public string Gateway { get; private set; } = "";

    /// <summary>The provider's id of it; a payment may be disputed more than once.</summary>
    public string ProviderDispute { get; private set; } = "";
    public string ProviderPayment { get; private set; } = "";
    public PurchaseId PurchaseId { get; private set; }
    public Rupiah Amount { get; private set; }
    public string Reason { get; private set; } = "";
    public DisputeState State { get; private set; }

    /// <summary>The bank has taken the money; an inquiry takes none.</summary>
    public bool IsWithdrawn { get; private set; }

    /// <summary>What was taken and neither came back nor was settled with whoever bears it: account 1200 of this dispute.</summary>
    public Rupiah Unsettled { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? EvidenceBefore { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOver => State is DisputeState.Won or DisputeState.Lost;

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
        EndedAt = IsOver ? now : null;
    }

    public void Withdraw()
    {
        IsWithdrawn = true;
        Unsettled += Amount;
    }

    public void GetBack() => Unsettled -= Amount;

    /// <summary>An order gave its money up: what was taken is settled by so much.</summary>
    /// <exception cref="InvalidOperationException">More than was taken.</exception>
    public void Settle(Rupiah amount) =>
        Unsettled = amount <= Unsettled ? Unsettled - amount : throw new InvalidOperationException($"Dispute {ProviderDispute} took no {amount}.");
}
