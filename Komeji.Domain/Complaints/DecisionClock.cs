using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

/// <summary>
/// Until when an officer decides: the working days since the case came to the officers, and the time evidence was waited for besides.
/// Asking for it gives the officer no time of her own.
/// </summary>
/// <param name="Since">When the case came to the officers, or when nobody had decided in time.</param>
/// <param name="IsLate">Nobody had decided in time.</param>
/// <param name="Waited">How long evidence was waited for since; a wait that goes on is not counted.</param>
/// <param name="Asked">How often evidence was asked for, from the beginning of the complaint.</param>
public sealed record DecisionClock(DateTimeOffset Since, bool IsLate, TimeSpan Waited, int Asked)
{
    /// <summary>As its steps tell, in their order; null while it never came to the officers.</summary>
    public static DecisionClock? Of(IEnumerable<StateChange> steps)
    {
        DecisionClock? clock = null;
        DateTimeOffset? asked = null;
        foreach (var step in steps)
        {
            if (step.ReasonCode == "evidence_asked")
            {
                (clock, asked) = (clock is null ? null : clock with { Asked = clock.Asked + 1 }, step.At);
            }
            else if (step.From == nameof(ComplaintState.AwaitingEvidence) && step.To == nameof(ComplaintState.Mediation))
            {
                clock = clock is null ? null : clock with { Waited = clock.Waited + (step.At - (asked ?? step.At)) };
            }
            else if (step.ReasonCode == "decision_overdue" || (step.From != step.To && step.To is nameof(ComplaintState.Mediation) or nameof(ComplaintState.Appealed)))
            {
                clock = new DecisionClock(step.At, step.ReasonCode == "decision_overdue", TimeSpan.Zero, clock?.Asked ?? 0);
            }
        }

        return clock;
    }

    /// <param name="waited">The wait that ends now.</param>
    public DateTimeOffset DueAfter(TimeSpan waited, ComplaintTerms terms) => (IsLate ? terms.DecideAgainBy(Since) : terms.DecideBy(Since)) + Waited + waited;
}
