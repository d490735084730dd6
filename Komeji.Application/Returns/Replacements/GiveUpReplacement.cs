using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Returns.Replacements;

/// <summary>The shop cannot send it: another solution is found.</summary>
public sealed record GiveUpReplacement(string Replacement, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<GiveUpReplacement>
    {
        public async Task<Unit> Handle(GiveUpReplacement request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            (await db.Replacements.SoldBy(shop).Load(request.Replacement, cancellationToken)).GiveUp(shop.Actor, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
