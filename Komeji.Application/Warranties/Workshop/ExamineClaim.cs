using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>The shop writes down what it found, with photos, which are cleaned before the transaction.</summary>
/// <exception cref="RuleBroken"><c>claim.finding</c>, <c>claim.finding_photo</c>, <c>claim.pictures</c>, <c>claim.illegal_move</c>, <c>picture.*</c></exception>
public sealed record ExamineClaim(string Claim, string Finding, IReadOnlyList<PictureUpload> Photos) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IPictures pictures, IPrivateFiles files, NamedFiles names, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<ExamineClaim>
    {
        public async Task<Unit> Handle(ExamineClaim request, CancellationToken cancellationToken)
        {
            // Before any work is done for photos that would be refused.
            var seen = await db.WarrantyClaims.AsNoTracking().MadeTo(await desk.At(ShopRights.Orders, cancellationToken)).Load(request.Claim, cancellationToken);
            if (seen.State != ClaimState.GoodsReceived)
            {
                throw ClaimMoves.Illegal();
            }

            if (request.Photos.Count > WarrantyClaim.MostPictures)
            {
                throw new RuleBroken("claim.pictures", $"Paling banyak {WarrantyClaim.MostPictures} foto hasil pemeriksaan.");
            }

            var cleaned = new List<Picture>();
            foreach (var photo in request.Photos)
            {
                cleaned.Add(await pictures.Clean(photo.Content, cancellationToken));
            }

            await files.SaveFor(
                cleaned,
                keys => unitOfWork.Run(() => Examine(request, keys, cancellationToken), cancellationToken),
                async key => (await names.Of([key], CancellationToken.None)).Count > 0,
                cancellationToken);
            return Unit.Value;
        }

        async Task Examine(ExamineClaim request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var claim = await db.WarrantyClaims.MadeTo(shop).Load(request.Claim, cancellationToken);
            foreach (var key in keys)
            {
                claim.AddPicture(key, ClaimPictureOf.Finding, now);
            }

            claim.Examine(shop.Actor, request.Finding, now);
        }
    }
}
