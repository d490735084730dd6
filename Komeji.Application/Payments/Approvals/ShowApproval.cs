using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Approvals;

/// <summary>A decision that waits for a second officer, or waited, with what it would move now.</summary>
public sealed record ShowApproval(MoneyApprovalId Id) : IQuery<ApprovalPage>
{
    internal sealed class Handler(IKomejiDb db, RefundDrafts drafts, ICurrentUser user, TimeProvider clock) : IRequestHandler<ShowApproval, ApprovalPage>
    {
        public async Task<ApprovalPage> Handle(ShowApproval request, CancellationToken cancellationToken)
        {
            var approval = await db.MoneyApprovals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var (refund, obstacle) = approval is { State: MoneyApprovalState.Waiting, Act: MoneyAct.Refund or MoneyAct.Complaint } ? await Preview(approval, cancellationToken) : (null, null);
            return new ApprovalPage
            {
                Id = approval.Id,
                Act = approval.Act,
                SubjectId = approval.SubjectId,
                Number = approval.Number,
                Amount = approval.Amount,
                Reason = approval.Reason,
                Details = approval.Act is MoneyAct.DisputeMoneyBack or MoneyAct.DisputeEnd ? approval.Details : "",
                State = approval.State,
                IsOwn = approval.AskedBy == user.Require(),
                By = await Name(approval.AskedBy, cancellationToken),
                AskedAt = approval.AskedAt,
                AnsweredBy = approval.DecidedBy is { } second ? await Name(second, cancellationToken) : "",
                AnsweredAt = approval.DecidedAt,
                Answer = approval.Answer,
                Refund = refund,
                Obstacle = obstacle,
            };
        }

        /// <summary>What it would move now; or why it can no longer be done as it was decided.</summary>
        async Task<(RefundPreview? Refund, string? Obstacle)> Preview(MoneyApproval approval, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            try
            {
                var draft = await drafts.Make(approval, db.Orders.AsNoTracking(), now, cancellationToken);
                var shown = RefundPreview.Of(draft, true, now);
                draft.RequireSeen(approval.Seen, now);
                return (shown, null);
            }
            catch (RuleBroken refusal)
            {
                return (null, refusal.Message);
            }
        }

        async Task<string> Name(UserId person, CancellationToken cancellationToken) =>
            await db.Users.Where(u => u.Id == person.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? "petugas keuangan";
    }
}

public sealed record ApprovalPage
{
    public required MoneyApprovalId Id { get; init; }
    public required MoneyAct Act { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Number { get; init; }
    public required Rupiah Amount { get; init; }

    /// <summary>Of the officer who decided it first.</summary>
    public required string Reason { get; init; }

    /// <summary>To whom money that came back is to go, or how a dispute ended; empty for everything else.</summary>
    public required string Details { get; init; }
    public required MoneyApprovalState State { get; init; }

    /// <summary>Who looks decided it herself, and may only take it back.</summary>
    public required bool IsOwn { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string AnsweredBy { get; init; }
    public required DateTimeOffset? AnsweredAt { get; init; }
    public required string Answer { get; init; }

    /// <summary>What a refund would move; null for everything else.</summary>
    public required RefundPreview? Refund { get; init; }

    /// <summary>Why a refund can no longer be done as it was decided.</summary>
    public required string? Obstacle { get; init; }
}
