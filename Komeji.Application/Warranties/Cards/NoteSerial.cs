using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Cards;

/// <summary>The shop writes down which one it sold. Each change stays in the card's history.</summary>
/// <exception cref="RuleBroken"><c>warranty.serial</c></exception>
public sealed record NoteSerial(string Card, string Serial) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<NoteSerial>
    {
        public async Task<Unit> Handle(NoteSerial request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var card = await db.WarrantyCards.SoldBy(shop).Load(request.Card, cancellationToken);
            card.NoteSerial(request.Serial, shop.Actor, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
