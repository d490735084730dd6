using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Returns.Replacements;

/// <summary>The shop hands it over against the buyer's code. A wrong one is remembered, so it is an answer and no refusal.</summary>
/// <returns>Whether the code was right.</returns>
public sealed record HandOverReplacement(string Replacement, string Code) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<HandOverReplacement, bool>
    {
        public async Task<bool> Handle(HandOverReplacement request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var replacement = await db.Replacements.SoldBy(shop).Load(request.Replacement, cancellationToken);
            return replacement.HandOver(shop.Actor, Points.ReturnCodes.Read(request.Code), clock.GetUtcNow());
        }
    }
}
