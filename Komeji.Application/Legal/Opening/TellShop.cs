using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Legal.Opening;

/// <summary>The fourth step: the shop's name and what it says of itself.</summary>
/// <exception cref="RuleBroken"><c>store.name*</c></exception>
public sealed record TellShop(string Name, string Description) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<TellShop>
    {
        public async Task<Unit> Handle(TellShop request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var profile = await db.MyProfile(desk, ShopRights.Papers, now, cancellationToken);
            var name = StoreName.Require(request.Name);
            await db.RequireFreeName(name, profile.OwnerId, cancellationToken);
            profile.TellShop(name, request.Description, now);
            return Unit.Value;
        }
    }
}
