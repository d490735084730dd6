using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>
/// Takes a picture off a listing. The file stays: orders that froze it still show it, and one that is being placed may; when none does,
/// it goes with the files no row names.
/// </summary>
public sealed record RemovePicture(ProductId Id, PictureId Picture) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IFiles files, TimeProvider clock) : IRequestHandler<RemovePicture>
    {
        public async Task<Unit> Handle(RemovePicture request, CancellationToken cancellationToken)
        {
            var product = await db.Mine(desk, request.Id, cancellationToken);
            if (product.Pictures.FirstOrDefault(p => p.Id == request.Picture) is { } picture)
            {
                await files.Touch(picture.FileKey, cancellationToken);
            }

            product.RemovePicture(request.Picture, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
