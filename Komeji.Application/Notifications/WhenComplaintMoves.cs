using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>
/// Both sides hear of each step of a complaint, and before each deadline what it will bring; officers of a decision that is late. The officer
/// who has it hears of what others say and bring, and of the end of the time for it.
/// </summary>
public sealed class WhenComplaintMoves(IKomejiDb db, Notifier notifier)
    : IReaction<ComplaintMoved>, IReaction<ComplaintOffered>, IReaction<ComplaintPosted>, IReaction<ComplaintEvidenceBrought>, IReaction<ComplaintOverdue>
{
    /// <summary>Of several steps at once the last is told; an offer tells of itself.</summary>
    public async Task Handle(Happened<ComplaintMoved> happened, CancellationToken cancellationToken)
    {
        var (fact, complaint) = (happened.Fact, await Find(happened.Fact.ComplaintId, cancellationToken));
        if (fact.To == complaint.State && fact.To != ComplaintState.Negotiating && fact.From != ComplaintState.Draft)
        {
            Rupiah? refunded = complaint.RefundId is { } id ? (await db.Refunds.FindAsync([id], cancellationToken))?.Amount : null;
            await Tell(complaint, ComplaintSide.Parties, reader => ComplaintTexts.For(complaint, fact.ReasonCode, refunded, reader), cancellationToken);
        }

        if (fact.ReasonCode == "evidence_over")
        {
            await TellHolder(complaint, null, "waktu bukti tambahan habis", cancellationToken);
        }
    }

    public async Task Handle(Happened<ComplaintOffered> happened, CancellationToken cancellationToken)
    {
        var (fact, complaint) = (happened.Fact, await Find(happened.Fact.ComplaintId, cancellationToken));
        await Tell(complaint, ComplaintSide.Parties & ~fact.By, reader => ComplaintTexts.Offered(complaint, fact.By, reader), cancellationToken);
    }

    public async Task Handle(Happened<ComplaintPosted> happened, CancellationToken cancellationToken)
    {
        var (fact, complaint) = (happened.Fact, await Find(happened.Fact.ComplaintId, cancellationToken));
        await Tell(complaint, ComplaintSide.Parties & ~fact.By, reader => ComplaintTexts.Posted(complaint, reader), cancellationToken);
        await TellHolder(complaint, fact.ById, "pesan baru", cancellationToken);
    }

    public async Task Handle(Happened<ComplaintEvidenceBrought> happened, CancellationToken cancellationToken)
    {
        var (fact, complaint) = (happened.Fact, await Find(happened.Fact.ComplaintId, cancellationToken));
        await TellHolder(complaint, fact.ById, "foto bukti baru", cancellationToken);
    }

    public async Task Handle(Happened<ComplaintOverdue> happened, CancellationToken cancellationToken)
    {
        var officers = await db.RoleGrants.Where(g => g.Role == Roles.Operator && g.EndedAt == null).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
        foreach (var officer in officers)
        {
            await notifier.Tell(officer, ComplaintTexts.Overdue(happened.Fact.Number), cancellationToken);
        }
    }

    async Task Tell(Complaint complaint, ComplaintSide sides, Func<ComplaintSide, Notice> notice, CancellationToken cancellationToken)
    {
        if (sides.HasFlag(ComplaintSide.Buyer))
        {
            await notifier.Tell(complaint.BuyerId, notice(ComplaintSide.Buyer), cancellationToken);
        }

        if (sides.HasFlag(ComplaintSide.Seller))
        {
            await notifier.TellSeller(complaint.OrderId, _ => notice(ComplaintSide.Seller), cancellationToken);
        }
    }

    /// <summary>Nobody hears of what she did herself.</summary>
    async Task TellHolder(Complaint complaint, Guid? by, string news, CancellationToken cancellationToken)
    {
        if (complaint.ClaimedBy is { } officer && officer != by)
        {
            await notifier.Tell(new UserId(officer), ComplaintTexts.ToOfficer(complaint, news), cancellationToken);
        }
    }

    /// <summary>The complaint that has just moved is at hand.</summary>
    async Task<Complaint> Find(ComplaintId id, CancellationToken cancellationToken) => await db.Complaints.FindAsync([id], cancellationToken) ?? throw new NotFound();
}
