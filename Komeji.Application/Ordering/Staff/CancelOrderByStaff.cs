using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering.Staff;

/// <summary>Ends a paid order before its goods left the shop; the buyer gets everything back. One paid to the shop in cash may end so later, too, by an operator: nothing of it is held.</summary>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>order.cash_operator</c>, <c>order.cash_not_back</c>, <c>order.reason_required</c>, <c>order.illegal_move</c></exception>
public sealed record CancelOrderByStaff(string Number, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<CancelOrderByStaff>
    {
        public async Task<Unit> Handle(CancelOrderByStaff request, CancellationToken cancellationToken)
        {
            var (order, actor) = await db.LoadForStaff(user, request.Number, cancellationToken);
            if (order.IsCashAtTheDoor && actor.Role != Roles.Operator)
            {
                throw new RuleBroken("order.cash_operator", "Pesanan tunai yang sudah keluar dari toko diakhiri oleh operator. Teruskan kepada operator.");
            }

            order.CancelByStaff(actor, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
