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
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IPictures pictures, IFiles files, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<AddPictures>
    {
        public async Task<Unit> Handle(AddPictures request, CancellationToken cancellationToken)
        {
            await CheckPlace(request, cancellationToken);
            var cleaned = new List<Picture>();
            foreach (var upload in request.Uploads)
            {
                cleaned.Add(await Clean(upload, alone: request.Uploads.Count == 1, cancellationToken));
            }

            await files.SaveFor(cleaned, keys => unitOfWork.Run(() => Add(request.Id, cleaned, keys, cancellationToken), cancellationToken), IsNamed, cancellationToken);
            return Unit.Value;
        }

        /// <summary>Of several it is said which one is refused.</summary>
        async Task<Picture> Clean(PictureUpload upload, bool alone, CancellationToken cancellationToken)
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

        /// <summary>By a listing, an order that froze it, or a shop.</summary>
        async Task<bool> IsNamed(string key) =>
            await db.Products.AnyAsync(p => p.Pictures.Any(x => x.FileKey == key)) || await db.Orders.AnyAsync(o => o.Lines.Any(l => l.PictureKey == key)) || await db.Stores.AnyAsync(s => s.PictureKey == key);

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
