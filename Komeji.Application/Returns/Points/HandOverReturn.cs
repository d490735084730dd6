using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Returns.Points;

/// <summary>The shop fetches returned goods at the point and shows its code. A wrong one is remembered, so it is an answer and no refusal.</summary>
/// <returns>Whether the code was right and the parcel is handed over.</returns>
public sealed record HandOverReturn(string Return, string Code) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<HandOverReturn, bool>
    {
        /// <exception cref="NotFound">It is not at a point this person keeps.</exception>
        /// <exception cref="RuleBroken"><c>return.code</c>: it cannot be one, so it does not count as a try.</exception>
        public async Task<bool> Handle(HandOverReturn request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var goods = await db.GoodsReturns.KeptBy(me, db.PickupPoints).Load(request.Return, cancellationToken);
            return goods.HandOver(Actor.Keeper(me.Value), ReturnCodes.Read(request.Code), await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
        }
    }
}
