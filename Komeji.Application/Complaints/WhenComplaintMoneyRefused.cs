using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>A second officer did not agree to what was decided on a complaint: it waits for an officer, who opens it again.</summary>
public sealed class WhenComplaintMoneyRefused(IKomejiDb db) : IReaction<MoneyApprovalMoved>
{
    public async Task Handle(Happened<MoneyApprovalMoved> happened, CancellationToken cancellationToken)
    {
        if (happened.Fact.To != MoneyApprovalState.Rejected)
        {
            return;
        }

        var approval = await db.MoneyApprovals.FindAsync([happened.Fact.Id], cancellationToken) ?? throw new NotFound();
        var outcome = new ComplaintOfferId(approval.SubjectId);
        if (approval.Act == MoneyAct.Complaint
            && await db.Complaints.Where(c => c.OutcomeId == outcome && c.State == ComplaintState.Executing).Select(c => new { c.Id }).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            (await db.TakeComplaint(known.Id, cancellationToken)).HoldUp($"Petugas keuangan kedua tidak menyetujuinya: {approval.Answer}", null);
        }
    }
}
