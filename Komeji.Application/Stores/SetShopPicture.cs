using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>
/// One picture by which buyers know the shop, in the place of the one before. It is cleaned before the transaction, as a listing's is; the
/// former one's file goes with those nobody names.
/// </summary>
/// <param name="Upload">Null when none was chosen.</param>
/// <exception cref="RuleBroken"><c>store.picture_missing</c>, <c>picture.*</c></exception>
public sealed record SetShopPicture(PictureUpload? Upload) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IPictures pictures, IFiles files, NamedFiles names, UnitOfWork unitOfWork) : IRequestHandler<SetShopPicture>
    {
        public async Task<Unit> Handle(SetShopPicture request, CancellationToken cancellationToken)
        {
            // Before any work is done for a picture that would be refused.
            await desk.At(ShopRights.Page, cancellationToken);
            var upload = request.Upload ?? throw new RuleBroken("store.picture_missing", "Pilih satu gambar, lalu simpan.");
            var picture = await pictures.Clean(upload.Content, cancellationToken);
            await files.SaveFor(
                [picture],
                keys => unitOfWork.Run(async () => (await db.MyStore(desk, cancellationToken)).ShowPicture(keys[0]), cancellationToken),
                async key => (await names.Of([key], CancellationToken.None)).Count > 0,
                cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>The letters of its name stand for the shop again.</summary>
public sealed record RemoveShopPicture : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<RemoveShopPicture>
    {
        public async Task<Unit> Handle(RemoveShopPicture request, CancellationToken cancellationToken)
        {
            (await db.MyStore(desk, cancellationToken)).ShowNoPicture();
            return Unit.Value;
        }
    }
}

static class ShopToEdit
{
    public static async Task<Store> MyStore(this IKomejiDb db, ShopDesk desk, CancellationToken cancellationToken)
    {
        var shop = (await desk.At(ShopRights.Page, cancellationToken)).Id;
        return await db.Stores.SingleAsync(s => s.Id == shop, cancellationToken);
    }
}
