using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Returns;

/// <summary>The buyer keeps the goods: the return is closed and nothing goes back for it.</summary>
public sealed record WithdrawReturn(string Return) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawReturn>
    {
        public async Task<Unit> Handle(WithdrawReturn request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            (await db.GoodsReturns.BoughtBy(me).Load(request.Return, cancellationToken)).Withdraw(Actor.Buyer(me.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
