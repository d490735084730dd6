using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

/// <summary>What a listing shows: the first picture leads.</summary>
public sealed partial class Product
{
    public const int MostPictures = 8;

    readonly List<ProductPicture> pictures = [];

    public IReadOnlyList<ProductPicture> Pictures => pictures;

    /// <exception cref="RuleBroken"><c>product.picture_limit</c></exception>
    public void AddPicture(string fileKey, int width, int height, string alt, DateTimeOffset now)
    {
        CheckPictures(pictures.Count + 1);
        pictures.Add(new ProductPicture(Id, fileKey, width, height, alt, pictures.Count == 0 ? 0 : pictures.Max(p => p.Position) + 1, now));
        ChangedAt = now;
    }

    /// <exception cref="RuleBroken"><c>product.picture_limit</c></exception>
    public static void CheckPictures(int count)
    {
        if (count > MostPictures)
        {
            throw new RuleBroken("product.picture_limit", $"Satu produk paling banyak {MostPictures} foto. Hapus sebagian dahulu, atau pilih lebih sedikit.");
        }
    }

    /// <exception cref="RuleBroken"><c>product.picture_last</c></exception>
    public void RemovePicture(PictureId pictureId, DateTimeOffset now)
    {
        if (State == ProductState.Published && pictures.TrueForAll(p => p.Id == pictureId))
        {
            throw new RuleBroken("product.picture_last", "Produk yang tayang perlu paling sedikit satu foto. Tambahkan foto penggantinya dahulu, atau arsipkan produknya.");
        }

        pictures.RemoveAll(p => p.Id == pictureId);
        ChangedAt = now;
    }

    /// <summary>Puts a picture one place further to the front or to the back; at the end it stays.</summary>
    public void MovePicture(PictureId pictureId, bool forward, DateTimeOffset now)
    {
        var order = pictures.OrderBy(p => p.Position).ToList();
        var from = order.FindIndex(p => p.Id == pictureId);
        var to = from + (forward ? -1 : 1);
        if (from < 0 || to < 0 || to >= order.Count)
        {
            return;
        }

        (order[from], order[to]) = (order[to], order[from]);
        for (var place = 0; place < order.Count; place++)
        {
            order[place].MoveTo(place);
        }

        ChangedAt = now;
    }

    /// <summary>What the picture shows, for those who cannot see it; empty says the product's name.</summary>
    /// <exception cref="RuleBroken"><c>product.picture_words</c></exception>
    public void DescribePicture(PictureId pictureId, string words, DateTimeOffset now)
    {
        if (words.Trim().Length > ProductPicture.LongestWords)
        {
            throw new RuleBroken("product.picture_words", $"Keterangan foto paling panjang {ProductPicture.LongestWords} huruf.");
        }

        pictures.SingleOrDefault(p => p.Id == pictureId)?.Describe(words.Trim());
        ChangedAt = now;
    }

    /// <summary>Makes a picture the first one.</summary>
    public void LeadWith(PictureId pictureId, DateTimeOffset now)
    {
        var chosen = pictures.SingleOrDefault(p => p.Id == pictureId);
        if (chosen is null)
        {
            return;
        }

        var position = 1;
        foreach (var picture in pictures.OrderBy(p => p.Position))
        {
            picture.MoveTo(picture == chosen ? 0 : position++);
        }

        ChangedAt = now;
    }
}
