using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>The work is done and the buyer is not there to tell the code: what was done, and a photo, which is cleaned before the transaction.</summary>
public sealed record FinishWorkWithPhoto(string Number, string Note, Stream Photo) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IPictures pictures, IPrivateFiles files, SettingsInForce settings, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<FinishWorkWithPhoto>
    {
        public async Task<Unit> Handle(FinishWorkWithPhoto request, CancellationToken cancellationToken)
        {
            // Before any work is done for a photo that would be refused.
            (await db.Orders.AsNoTracking().SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Load(request.Number, cancellationToken)).CheckHandover(request.Note);
            var photo = await pictures.Clean(request.Photo, cancellationToken);
            await files.SaveFor([photo], keys => unitOfWork.Run(async () =>
            {
                var shop = await desk.At(ShopRights.Orders, cancellationToken);
                var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
                order.FinishServiceWithProof(shop.Actor, request.Note, keys[0], await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            }, cancellationToken), key => db.Orders.AnyAsync(o => o.DeliveryProof == key, CancellationToken.None), cancellationToken);
            return Unit.Value;
        }
    }
}
