using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>
/// Cleans uploaded pictures and adds them to a listing. The cleaning takes a while and happens in a tool of its own, so it is done
/// before the transaction; of several pictures either all are added or none.
/// </summary>
public sealed record AddPictures(ProductId Id, IReadOnlyList<PictureUpload> Uploads) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IPictures pictures, IFiles files, NamedFiles names, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<AddPictures>
    {
        public async Task<Unit> Handle(AddPictures request, CancellationToken cancellationToken)
        {
            await CheckPlace(request, cancellationToken);
            var cleaned = await pictures.CleanAll(request.Uploads, cancellationToken);
            await files.SaveFor(cleaned, keys => unitOfWork.Run(() => Add(request.Id, cleaned, keys, cancellationToken), cancellationToken), IsNamed, cancellationToken);
            return Unit.Value;
        }

        /// <summary>One at a time for each listing, so that two uploads at once do not both count the same free places.</summary>
        async Task Add(ProductId id, IReadOnlyList<Picture> cleaned, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"pictures:{id.Value}", cancellationToken);
            var product = await db.Mine(desk, id, cancellationToken);
            foreach (var (picture, key) in cleaned.Zip(keys))
            {
                product.AddPicture(key, picture.Width, picture.Height, product.Name, clock.GetUtcNow());
            }
        }

        async Task<bool> IsNamed(string key) => (await names.Of([key], CancellationToken.None)).Count > 0;

        /// <summary>Before any work is done for pictures that would be refused.</summary>
        async Task CheckPlace(AddPictures request, CancellationToken cancellationToken)
        {
            var taken = await (await db.Products(desk, cancellationToken)).Where(p => p.Id == request.Id).Select(p => (int?)p.Pictures.Count).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFound();
            if (request.Uploads.Count == 0)
            {
                throw new RuleBroken("product.picture_missing", "Pilih paling sedikit satu foto.");
            }

            Product.CheckPictures(taken + request.Uploads.Count);
        }
    }
}

/// <param name="Name">As its owner calls it, to tell it from others.</param>
public sealed record PictureUpload(string Name, Stream Content);

static class PictureUploads
{
    /// <summary>One after another; of several it is said which one is refused.</summary>
    public static async Task<IReadOnlyList<Picture>> CleanAll(this IPictures pictures, IReadOnlyList<PictureUpload> uploads, CancellationToken cancellationToken)
    {
        var cleaned = new List<Picture>();
        foreach (var upload in uploads)
        {
            cleaned.Add(await pictures.Clean(upload, alone: uploads.Count == 1, cancellationToken));
        }

        return cleaned;
    }

    static async Task<Picture> Clean(this IPictures pictures, PictureUpload upload, bool alone, CancellationToken cancellationToken)
    {
        try
        {
            return await pictures.Clean(upload.Content, cancellationToken);
        }
        catch (RuleBroken refusal) when (!alone)
        {
            throw new RuleBroken(refusal.Code, $"{PlainText.Cut(PlainText.Name(upload.Name), 60)}: {refusal.Message} Belum ada foto yang disimpan.");
        }
    }
}
