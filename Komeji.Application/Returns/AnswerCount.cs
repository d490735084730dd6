using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Returns;

/// <summary>The buyer agrees with what the shop counted, or objects, with a reason, and the office decides.</summary>
public sealed record AnswerCount(string Return, bool Agrees, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AnswerCount>
    {
        public async Task<Unit> Handle(AnswerCount request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var goods = await db.GoodsReturns.BoughtBy(me).Load(request.Return, cancellationToken);
            if (request.Agrees)
            {
                goods.Agree(Actor.Buyer(me.Value), clock.GetUtcNow());
            }
            else
            {
                goods.RaiseObjection(Actor.Buyer(me.Value), byShop: false, request.Reason, await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}
