using Komeji.Application.Common;
using Komeji.Application.Ordering.Staff;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Staff;

/// <summary>An officer found out whether the buyer has what was sent again, or it is lost.</summary>
public sealed record DecideReplacement(string Replacement, bool Arrived, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DecideReplacement>
    {
        /// <exception cref="NotFound">It is not there, or the person is not staff for it.</exception>
        /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
        public async Task<Unit> Handle(DecideReplacement request, CancellationToken cancellationToken)
        {
            var replacement = await db.Replacements.Load(request.Replacement, cancellationToken);
            var (_, officer) = await db.LoadForStaff(user, await db.Orders.Where(o => o.Id == replacement.OrderId).Select(o => o.Number).SingleAsync(cancellationToken), cancellationToken);
            replacement.Decide(officer, request.Arrived, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
