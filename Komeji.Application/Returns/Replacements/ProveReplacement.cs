using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Replacements;

/// <summary>The shop shows that it came: who took it, and a photo, which is cleaned before the transaction and kept with its parcel. Of what the buyer reported as not arrived the officer sees it.</summary>
public sealed record ProveReplacement(string Replacement, string Receiver, Stream Photo) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IPictures pictures, IPrivateFiles files, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<ProveReplacement>
    {
        public async Task<Unit> Handle(ProveReplacement request, CancellationToken cancellationToken)
        {
            // Before any work is done for a photo that would be refused.
            (await db.Replacements.AsNoTracking().SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Load(request.Replacement, cancellationToken)).CheckProof(request.Receiver);
            var photo = await pictures.Clean(request.Photo, cancellationToken);
            await files.SaveFor(
                [photo],
                keys => unitOfWork.Run(() => Prove(request, keys[0], cancellationToken), cancellationToken),
                key => db.Shipments.AnyAsync(s => s.Proof == key, CancellationToken.None),
                cancellationToken);
            return Unit.Value;
        }

        async Task Prove(ProveReplacement request, string key, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var replacement = await db.Replacements.SoldBy(shop).Load(request.Replacement, cancellationToken);
            var parcel = await db.Shipments.SingleAsync(s => s.ReplacementId == replacement.Id, cancellationToken);
            if (replacement.Prove(shop.Actor, request.Receiver, now))
            {
                parcel.Deliver(shop.Actor, now, key);
            }
            else
            {
                parcel.Show(key);
            }
        }
    }
}
