using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Approvals;

/// <summary>Decisions about money that wait for a second officer, the longest waiting first; or those that were answered, the latest first.</summary>
public sealed record ListApprovals(bool Waiting, int Page) : IQuery<PageOf<ApprovalRow>>
{
    public const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListApprovals, PageOf<ApprovalRow>>
    {
        public async Task<PageOf<ApprovalRow>> Handle(ListApprovals request, CancellationToken cancellationToken)
        {
            var approvals = db.MoneyApprovals.AsNoTracking();
            approvals = request.Waiting
                ? approvals.Where(a => a.State == MoneyApprovalState.Waiting).OrderBy(a => a.AskedAt).ThenBy(a => a.Id)
                : approvals.Where(a => a.State != MoneyApprovalState.Waiting).OrderByDescending(a => a.DecidedAt).ThenByDescending(a => a.Id);
            var page = await approvals.ToPage(request.Page, PageSize, cancellationToken);
            var people = page.Rows.Select(a => a.AskedBy.Value).Distinct().ToList();
            var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).Select(u => new { u.Id, u.FullName }).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
            return new PageOf<ApprovalRow>(
                [.. page.Rows.Select(a => new ApprovalRow(a.Id, a.Act, a.Number, a.Amount, a.State, names.GetValueOrDefault(a.AskedBy.Value, "petugas"), a.AskedAt, a.DecidedAt))],
                page.Number, page.Size, page.Total);
        }
    }
}

/// <param name="By">The officer who decided it first.</param>
public sealed record ApprovalRow(MoneyApprovalId Id, MoneyAct Act, string Number, Rupiah Amount, MoneyApprovalState State, string By, DateTimeOffset AskedAt, DateTimeOffset? DecidedAt);
