using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>
/// Cleans uploaded pictures and adds them to a listing. The cleaning takes a while and happens in a tool of its own, so it is done
/// before the transaction; of several pictures either all are added or none.
/// </summary>
public sealed record AddPictures(ProductId Id, IReadOnlyList<Stream> Uploads) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, IPictures pictures, IFiles files, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<AddPictures>
    {
        public async Task<Unit> Handle(AddPictures request, CancellationToken cancellationToken)
        {
            await CheckPlace(request, cancellationToken);
            var cleaned = new List<(string Key, Picture Picture)>();
            foreach (var upload in request.Uploads)
            {
                var picture = await pictures.Clean(upload, cancellationToken);
                cleaned.Add((await files.Save(picture, cancellationToken), picture));
            }

            await unitOfWork.Run(async () =>
            {
                var product = await db.Mine(user, request.Id, cancellationToken);
                foreach (var (key, picture) in cleaned)
                {
                    product.AddPicture(key, picture.Width, picture.Height, product.Name, clock.GetUtcNow());
                }
            }, cancellationToken);
            return Unit.Value;
        }

        /// <summary>Before any work is done for pictures that would be refused.</summary>
        async Task CheckPlace(AddPictures request, CancellationToken cancellationToken)
        {
            var taken = await db.SoldBy(user.Require()).Where(p => p.Id == request.Id).Select(p => (int?)p.Pictures.Count).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFound();
            if (request.Uploads.Count == 0)
            {
                throw new RuleBroken("product.picture_missing", "Pilih paling sedikit satu foto.");
            }

            Product.CheckPictures(taken + request.Uploads.Count);
        }
    }
}
