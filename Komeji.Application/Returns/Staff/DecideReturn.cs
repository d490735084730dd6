using Komeji.Application.Common;
using Komeji.Application.Ordering.Staff;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Staff;

/// <summary>An officer tied to neither side decides what counts as returned, with a reason both sides read.</summary>
public sealed record DecideReturn(string Return, IReadOnlyDictionary<OrderLineId, ReturnCount> Found, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DecideReturn>
    {
        /// <exception cref="NotFound">It is not there, or the person is not staff for it.</exception>
        /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
        public async Task<Unit> Handle(DecideReturn request, CancellationToken cancellationToken)
        {
            var goods = await db.GoodsReturns.Load(request.Return, cancellationToken);
            var (_, officer) = await db.LoadForStaff(user, await db.Orders.Where(o => o.Id == goods.OrderId).Select(o => o.Number).SingleAsync(cancellationToken), cancellationToken);
            goods.Decide(officer, request.Found, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
