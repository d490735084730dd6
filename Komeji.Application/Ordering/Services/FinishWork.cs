using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering.Services;

/// <summary>The buyer tells the completion code. A wrong one is remembered, so it is an answer and no refusal.</summary>
/// <param name="Note">What was done (berita acara); may be empty.</param>
/// <returns>Whether the code was right and the work is handed over.</returns>
public sealed record FinishWork(string Number, string Code, string Note) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<FinishWork, bool>
    {
        public async Task<bool> Handle(FinishWork request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            return order.FinishService(shop.Actor, request.Code, request.Note, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
        }
    }
}
