using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

/// <summary>An officer decides, and once more another one when somebody appeals.</summary>
public sealed partial class Complaint
{
    /// <summary>One officer takes it, so that no two decide it.</summary>
    /// <exception cref="RuleBroken"><c>complaint.claimed</c>, <c>complaint.same_officer</c>, <c>complaint.illegal_move</c></exception>
    public void Claim(Actor by, DateTimeOffset now)
    {
        if (State is not (ComplaintState.Mediation or ComplaintState.AwaitingEvidence or ComplaintState.Appealed) || ComplaintMoves.SideOf(by) != ComplaintSide.Officer)
        {
            throw ComplaintMoves.Illegal();
        }

        if (ClaimedBy == by.UserId)
        {
            return;
        }

        if (ClaimedBy is not null)
        {
            throw new RuleBroken("complaint.claimed", "Komplain ini sudah diambil petugas lain. Pilih komplain berikutnya dari antrean.");
        }

        RequireAnotherOfficer(by);
        (ClaimedBy, ClaimedAt) = (by.UserId, now);
        Record(Step(by, now, "claimed"));
    }

    /// <summary>The officer gives it back to the queue.</summary>
    /// <exception cref="RuleBroken"><c>complaint.not_claimed</c></exception>
    public void Unclaim(Actor by, DateTimeOffset now)
    {
        RequireClaimed(by);
        (ClaimedBy, ClaimedAt) = (null, null);
        Record(Step(by, now, "unclaimed"));
    }

    /// <summary>Something is missing for a decision; both sides have a while to bring it. That is asked a few times and no more.</summary>
    /// <param name="clock">The officer's, as the steps so far tell.</param>
    /// <exception cref="RuleBroken"><c>complaint.not_claimed</c>, <c>complaint.evidence_asked</c>, <c>complaint.reason</c>, <c>complaint.illegal_move</c></exception>
    public void AskForEvidence(string what, Actor by, ComplaintTerms terms, DateTimeOffset now, DecisionClock? clock = null)
    {
        RequireClaimed(by);
        if (clock?.Asked >= MostEvidence)
        {
            throw new RuleBroken("complaint.evidence_asked", $"Bukti tambahan sudah diminta {MostEvidence} kali. Putuskan dengan bukti yang ada; bertanya lewat pesan tetap bisa.");
        }

        var asked = Reasoned(what);
        Move(ComplaintState.AwaitingEvidence, by, now, "evidence_asked", asked);
        (EvidenceFrom, DueAt) = (now, now + terms.Evidence);
    }

    /// <summary>The officer has seen enough.</summary>
    /// <param name="clock">The officer's, as the steps so far tell; without it the working days begin anew.</param>
    /// <exception cref="RuleBroken"><c>complaint.not_claimed</c>, <c>complaint.illegal_move</c></exception>
    public void GoOn(Actor by, ComplaintTerms terms, DateTimeOffset now, DecisionClock? clock = null)
    {
        RequireClaimed(by);
        if (State != ComplaintState.AwaitingEvidence)
        {
            throw ComplaintMoves.Illegal();
        }

        EndEvidence(by, "evidence_seen", terms, now, clock);
    }

    /// <summary>The officer goes on where her clock stood when she asked.</summary>
    void EndEvidence(Actor by, string reasonCode, ComplaintTerms terms, DateTimeOffset now, DecisionClock? clock)
    {
        Move(ComplaintState.Mediation, by, now, reasonCode);
        DueAt = clock?.DueAfter(now - (EvidenceFrom ?? now), terms) ?? terms.DecideBy(now);
    }

    /// <summary>
    /// The solution, who answers for it and why. The first decision waits for an appeal; each one after an appeal, by another officer, is
    /// final and is carried out at once.
    /// </summary>
    /// <param name="refers">The case is also for the BPSK.</param>
    /// <exception cref="RuleBroken"><c>complaint.not_claimed</c>, <c>complaint.same_officer</c>, <c>complaint.reason</c>, <c>complaint.too_much</c>, <c>complaint.amount</c>, <c>complaint.return</c>, <c>complaint.illegal_move</c>, and what the bearers break.</exception>
    public void Decide(Settlement typed, Liability liability, string reason, bool refers, Actor by, ComplaintTerms terms, DateTimeOffset now)
    {
        if (State is not (ComplaintState.Mediation or ComplaintState.Appealed))
        {
            throw ComplaintMoves.Illegal();
        }

        RequireClaimed(by);
        RequireAnotherOfficer(by);
        var why = Reasoned(reason);
        var settlement = Checked(typed);
        liability.Check(settlement, ByCourier);
        var isFinal = IsAppeal;
        var decision = new ComplaintOffer(Id, isFinal ? ComplaintOfferKind.Final : ComplaintOfferKind.Decision, settlement, liability, by, why, refers, offers.Count + 1, now);
        offers.Add(decision);
        Move(isFinal ? ComplaintState.FinalDecided : ComplaintState.Decided, by, now, isFinal ? "final_decided" : "decided", why);
        (ClaimedBy, ClaimedAt) = (null, null);
        if (isFinal)
        {
            Take(decision, terms, now);
        }
        else
        {
            (EvidenceFrom, DueAt) = (now, now + terms.Appeal);
        }
    }

    /// <summary>One of the two sides asks another officer to decide once more.</summary>
    /// <exception cref="RuleBroken"><c>complaint.reason</c>, <c>complaint.appealed_once</c>, <c>complaint.not_yours</c>, <c>complaint.illegal_move</c></exception>
    public void Appeal(string reason, Actor by, ComplaintTerms terms, DateTimeOffset now)
    {
        var why = Reasoned(reason);
        if (offers.Any(o => o.Kind == ComplaintOfferKind.Final))
        {
            throw new RuleBroken("complaint.appealed_once", "Komplain ini sudah pernah dibanding, jadi keputusannya tetap. Anda tetap dapat menempuh BPSK atau pengadilan.");
        }

        Move(ComplaintState.Appealed, by, now, "appealed", why);
        (ClaimedBy, ClaimedAt, DueAt) = (null, null, terms.DecideBy(now));
    }

    void Mediate(Actor by, string reasonCode, string? note, ComplaintTerms terms, DateTimeOffset now)
    {
        Move(ComplaintState.Mediation, by, now, reasonCode, note);
        (ClaimedBy, ClaimedAt, OutcomeId, DueAt) = (null, null, null, terms.DecideBy(now));
    }

    /// <summary>Nobody decided in time: whoever had it has it no longer, and the others are told.</summary>
    void Remind(ComplaintTerms terms, DateTimeOffset now)
    {
        Record(Step(Actor.System, now, "decision_overdue"));
        (ClaimedBy, ClaimedAt, DueAt) = (null, null, terms.DecideAgainBy(now));
        Raise(new ComplaintOverdue(Id, Number));
    }

    void RequireClaimed(Actor by)
    {
        if (ClaimedBy is null || ClaimedBy != by.UserId)
        {
            throw new RuleBroken("complaint.not_claimed", ClaimedBy is null ? "Ambil dahulu komplain ini dari antrean, lalu putuskan." : "Komplain ini dipegang petugas lain. Muat ulang halaman untuk melihat keadaannya.");
        }
    }

    /// <summary>It was appealed, now or before it was opened again.</summary>
    bool IsAppeal => State == ComplaintState.Appealed || offers.Any(o => o.Kind == ComplaintOfferKind.Final);

    /// <summary>The person decided before the appeal, and so does not decide after it, however often it is opened again.</summary>
    public bool IsClosedTo(Guid? officer) => IsAppeal && offers.Any(o => o.Kind == ComplaintOfferKind.Decision && o.ById == officer);

    void RequireAnotherOfficer(Actor by)
    {
        if (IsClosedTo(by.UserId))
        {
            throw new RuleBroken("complaint.same_officer", "Anda yang memutuskan sebelumnya. Banding diputuskan petugas lain.");
        }
    }

    StateChange Step(Actor by, DateTimeOffset now, string reasonCode, string? note = null) =>
        new("complaint", Id.Value, State.ToString(), State.ToString(), by, now, reasonCode, note);
}
