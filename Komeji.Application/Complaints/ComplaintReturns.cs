using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;

namespace Komeji.Application.Complaints;

/// <summary>
/// What becomes of goods that a complaint sends back or anew: returns and replacements tell it here, in their own transaction, and know
/// nothing else of a complaint. They begin with <see cref="ComplaintAwaitsReturn"/> and <see cref="ComplaintSendsGoods"/>.
/// </summary>
public sealed class ComplaintReturns(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <summary>The buyer has handed the goods over; from now on the return has its own clock.</summary>
    public async Task Sent(ComplaintId id, Actor by, CancellationToken cancellationToken) =>
        (await db.TakeComplaint(id, cancellationToken)).NoteReturnSent(by, clock.GetUtcNow());

    /// <summary>The goods were counted: the refund is for these and no more.</summary>
    public async Task Counted(ComplaintId id, IReadOnlyDictionary<OrderLineId, int> accepted, CancellationToken cancellationToken) =>
        (await db.TakeComplaint(id, cancellationToken)).CountReturn(accepted, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());

    /// <summary>The seller objects to what came: an officer decides.</summary>
    public async Task Objected(ComplaintId id, string reason, Actor by, CancellationToken cancellationToken) =>
        (await db.TakeComplaint(id, cancellationToken)).ObjectToReturn(reason, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());

    /// <summary>The goods never came back: the complaint ends without a solution.</summary>
    public async Task NeverCame(ComplaintId id, CancellationToken cancellationToken) =>
        (await db.TakeComplaint(id, cancellationToken)).GiveUpReturn(clock.GetUtcNow());

    /// <summary>What the seller sent anew has arrived.</summary>
    public async Task Arrived(ComplaintId id, CancellationToken cancellationToken) =>
        (await db.TakeComplaint(id, cancellationToken)).NoteSentArrived(clock.GetUtcNow());
}
