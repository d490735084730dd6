using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <param name="MayDecide">It still waits, is not one's own, and lacks an approval this administrator has not given yet.</param>
/// <param name="Approvals">Who agreed, and why.</param>
public sealed record FactorResetRow(
    Guid Id, Guid UserId, string Name, string Contact, FactorResetState State, DateTimeOffset AskedAt, DateTimeOffset NotBefore, int Needed, IReadOnlyList<string> Approvals, bool IsMine, bool MayDecide);

/// <summary>Requests to sign in without a lost second factor: the waiting ones first, then the newest.</summary>
public sealed record ListFactorResets(int Page) : IQuery<PageOf<FactorResetRow>>
{
    const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db, ICurrentUser me) : IRequestHandler<ListFactorResets, PageOf<FactorResetRow>>
    {
        public async Task<PageOf<FactorResetRow>> Handle(ListFactorResets request, CancellationToken cancellationToken)
        {
            var page = await db.FactorResets.AsNoTracking()
                .OrderByDescending(r => r.State == FactorResetState.Waiting).ThenByDescending(r => r.AskedAt).ThenBy(r => r.Id)
                .ToPage(request.Page, PageSize, cancellationToken);
            var ids = page.Rows.SelectMany(r => new[] { r.UserId, r.FirstApproval ?? r.UserId, r.SecondApproval ?? r.UserId }).Distinct().ToList();
            var people = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellationToken);
            var rows = new List<FactorResetRow>();
            foreach (var reset in page.Rows)
            {
                rows.Add(Row(reset, people, Math.Max(reset.ApprovalsNeeded, await db.ApprovalsNeededFor(reset.UserId, cancellationToken))));
            }

            return new PageOf<FactorResetRow>(rows, page.Number, page.Size, page.Total);
        }

        FactorResetRow Row(FactorReset reset, Dictionary<Guid, User> people, int needed)
        {
            var user = people[reset.UserId];
            var mine = me.Id?.Value == reset.UserId;
            var waits = reset.State == FactorResetState.Waiting;
            return new FactorResetRow(
                reset.Id, user.Id, user.FullName, Contact.Require(user.EmailConfirmed ? user.Email : user.PhoneNumber).Show(), reset.State, reset.AskedAt, reset.NotBefore, needed,
                [.. Agreed(reset.FirstApproval, reset.FirstReason, people).Concat(Agreed(reset.SecondApproval, reset.SecondReason, people))],
                mine, waits && !mine && reset.Approvals < needed && reset.FirstApproval != me.Id?.Value);
        }

        static IEnumerable<string> Agreed(Guid? by, string reason, Dictionary<Guid, User> people) =>
            by is { } known ? [$"{people[known].FullName}: {reason}"] : [];
    }
}
