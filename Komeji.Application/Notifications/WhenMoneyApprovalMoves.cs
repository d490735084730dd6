using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>Other officers of finance hear that a decision waits for one of them; who made it hears the answer.</summary>
public sealed class WhenMoneyApprovalMoves(IKomejiDb db, Notifier notifier) : IReaction<MoneyApprovalMoved>
{
    public async Task Handle(Happened<MoneyApprovalMoved> happened, CancellationToken cancellationToken)
    {
        var approval = await db.MoneyApprovals.FindAsync([happened.Fact.Id], cancellationToken) ?? throw new NotFound();
        if (happened.Fact.To == MoneyApprovalState.Waiting)
        {
            var officers = await db.RoleGrants.Where(g => g.Role == Roles.Finance && g.EndedAt == null).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
            foreach (var officer in officers.Where(o => o != approval.AskedBy))
            {
                await notifier.Tell(officer, ApprovalTexts.Asked(approval), cancellationToken);
            }
        }
        else if (approval.DecidedBy != approval.AskedBy)
        {
            await notifier.Tell(approval.AskedBy, ApprovalTexts.Answered(approval), cancellationToken);
        }
    }
}

/// <summary>What officers are told about decisions that need two.</summary>
static class ApprovalTexts
{
    public static Notice Asked(MoneyApproval approval) => new(
        $"Persetujuan kedua: {approval.Amount} untuk {approval.Number}",
        PlainText.Sentence($"Keputusan petugas lain menunggu persetujuan Anda atau petugas keuangan lainnya. Alasannya: {approval.Reason}"),
        $"/operator/persetujuan/{approval.Id.Value}");

    public static Notice Answered(MoneyApproval approval) => new(
        $"Keputusan {approval.Amount} untuk {approval.Number} {(approval.State == MoneyApprovalState.Approved ? "disetujui" : "ditolak")}",
        PlainText.Sentence($"{(approval.State == MoneyApprovalState.Approved ? "Petugas kedua setuju dan keputusannya sudah dibukukan." : "Petugas kedua tidak setuju; tidak ada uang yang bergerak.")} Alasannya: {approval.Answer}"),
        approval.Act is MoneyAct.Refund or MoneyAct.Complaint ? $"/operator/pesanan/{approval.Number}/pengembalian" : $"/operator/persetujuan/{approval.Id.Value}");
}
