using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>
/// What becomes of goods that a complaint sends back or anew, as returns and replacements tell it in their own transaction. They know of
/// a complaint the id of its outcome alone; of an outcome that holds no more nothing follows.
/// </summary>
public sealed class ComplaintReturns(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <summary>The buyer has handed the goods over; from now on the return has its own clock.</summary>
    public async Task Sent(ReturnCause cause, Guid outcome, CancellationToken cancellationToken) =>
        (await In(ComplaintState.AwaitingReturn, cause, outcome, cancellationToken))?.NoteReturnSent(Actor.System, clock.GetUtcNow());

    /// <summary>The goods were counted: the refund is for these and no more.</summary>
    public async Task Counted(GoodsReturned came, CancellationToken cancellationToken) =>
        (await In(ComplaintState.AwaitingReturn, came.Cause, came.CauseId, cancellationToken))
            ?.CountReturn(came.Lines.ToDictionary(l => l.Line, l => l.Accepted), await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow(), came.Freight);

    /// <summary>The goods never came back: the complaint ends without a solution.</summary>
    public async Task NeverCame(ReturnCause cause, Guid outcome, CancellationToken cancellationToken) =>
        (await In(ComplaintState.AwaitingReturn, cause, outcome, cancellationToken))?.GiveUpReturn(clock.GetUtcNow());

    /// <summary>What the seller sends anew has left the shop.</summary>
    public async Task Left(ReturnCause cause, Guid outcome, CancellationToken cancellationToken) =>
        (await In(ComplaintState.Executing, cause, outcome, cancellationToken))?.NoteGoodsSent(clock.GetUtcNow());

    /// <summary>What the seller sent anew has arrived.</summary>
    public async Task Arrived(ReturnCause cause, Guid outcome, CancellationToken cancellationToken) =>
        (await In(ComplaintState.Executing, cause, outcome, cancellationToken))?.NoteSentArrived(clock.GetUtcNow());

    /// <summary>Nothing will come: an officer decides.</summary>
    public async Task NotSent(ReturnCause cause, Guid outcome, CancellationToken cancellationToken) =>
        (await In(ComplaintState.Executing, cause, outcome, cancellationToken))?.NoteNotSent(await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());

    async Task<Complaint?> In(ComplaintState state, ReturnCause cause, Guid outcome, CancellationToken cancellationToken)
    {
        var id = new ComplaintOfferId(outcome);
        if (cause != ReturnCause.Complaint || await db.Complaints.Where(c => c.OutcomeId == id).Select(c => new { c.Id }).SingleOrDefaultAsync(cancellationToken) is not { } known)
        {
            return null;
        }

        var complaint = await db.TakeComplaint(known.Id, cancellationToken);
        return complaint.State == state && complaint.OutcomeId == id ? complaint : null;
    }
}
