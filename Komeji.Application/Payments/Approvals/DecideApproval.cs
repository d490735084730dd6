using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Approvals;

/// <summary>A second officer of finance agrees to what another decided about money; now it is done.</summary>
/// <exception cref="NotFound">Nothing such waits.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>approval.same_officer</c>, <c>approval.reason</c>, <c>approval.illegal_move</c>, <c>approval.changed</c>, <c>refund.changed</c>, and what the act itself refuses</exception>
public sealed record ApproveMoney(MoneyApprovalId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, MoneyDeeds deeds, ICurrentUser user, TimeProvider clock) : IRequestHandler<ApproveMoney>
    {
        public async Task<Unit> Handle(ApproveMoney request, CancellationToken cancellationToken)
        {
            var approval = await db.ApprovalToJudge(request.Id, user, cancellationToken);
            approval.Approve(Actor.Staff(user.Require().Value, Roles.Finance), request.Reason, clock.GetUtcNow());
            await deeds.Do(approval, cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>An officer of finance does not agree, or takes back what she decided herself; nothing has moved.</summary>
/// <exception cref="NotFound">Nothing such waits.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>approval.reason</c>, <c>approval.illegal_move</c></exception>
public sealed record RejectMoney(MoneyApprovalId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RejectMoney>
    {
        public async Task<Unit> Handle(RejectMoney request, CancellationToken cancellationToken)
        {
            (await db.ApprovalToJudge(request.Id, user, cancellationToken)).Reject(Actor.Staff(user.Require().Value, Roles.Finance), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

static class ApprovalsOnDesk
{
    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public static async Task<MoneyApproval> ApprovalToJudge(this IKomejiDb db, MoneyApprovalId id, ICurrentUser user, CancellationToken cancellationToken)
    {
        var approval = await db.MoneyApprovals.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new NotFound();
        await (approval.Shop is { } shop
            ? db.RequireUntied(user.Require(), shop, cancellationToken)
            : db.RequireNotOwn(approval.PurchaseId, user.Require(), cancellationToken));
        return approval;
    }
}
