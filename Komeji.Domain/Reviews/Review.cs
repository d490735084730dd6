using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Reviews;

/// <summary>What a buyer thinks of one line of a completed order.</summary>
public sealed class Review : ProductTalk
{
    public const int LongestText = 1_000;
    public const int MostPictures = 5;
    public const int MostStars = 5;

    readonly List<ReviewPicture> pictures = [];

    Review() { }

    public ReviewId Id { get; private set; }
    public OrderId OrderId { get; private set; }
    public OrderLineId LineId { get; private set; }

    /// <summary>As it was called when it was bought: a listing may have become another.</summary>
    public string ProductName { get; private set; } = "";
    public string VariantName { get; private set; } = "";
    public int Stars { get; private set; }

    /// <summary>Until when its author may change it, by the setting of the day it was written.</summary>
    public DateTimeOffset EditableUntil { get; private set; }

    public IReadOnlyList<ReviewPicture> Pictures => pictures;

    public bool MayBeEdited(DateTimeOffset now) => !IsHidden && now <= EditableUntil;

    /// <exception cref="RuleBroken"><c>review.stars</c>, <c>text.*</c></exception>
    public static Review Write(ReviewSubject of, int stars, string text, TimeSpan editTime, DateTimeOffset now)
    {
        var review = new Review
        {
            Id = ReviewId.New(now),
            OrderId = of.OrderId,
            LineId = of.LineId,
            ProductId = of.ProductId,
            StoreId = of.StoreId,
            AuthorId = of.AuthorId,
            AuthorName = MaskedName.Of(of.AuthorName),
            ProductName = of.ProductName,
            VariantName = of.VariantName,
            Stars = RequireStars(stars),
            Text = PublicWords.Require(text, 0, LongestText),
            WrittenAt = now,
            EditableUntil = now + editTime,
        };
        review.Raise(new RatingMoved(of.ProductId, 1, stars));
        return review;
    }

    /// <exception cref="RuleBroken"><c>review.hidden</c>, <c>review.too_late</c>, <c>review.stars</c>, <c>text.*</c></exception>
    public void Rewrite(int stars, string text, DateTimeOffset now)
    {
        RequireEditable(now);
        var before = Stars;
        (Stars, Text, EditedAt) = (RequireStars(stars), PublicWords.Require(text, 0, LongestText), now);
        if (Stars != before)
        {
            Raise(new RatingMoved(ProductId, 0, Stars - before));
        }
    }

    /// <exception cref="RuleBroken"><c>review.picture_limit</c></exception>
    public void AddPicture(string fileKey, int width, int height, DateTimeOffset now)
    {
        CheckPictures(pictures.Count + 1);
        pictures.Add(new ReviewPicture(Id, fileKey, width, height, pictures.Count == 0 ? 0 : pictures.Max(p => p.Position) + 1, now));
    }

    /// <exception cref="RuleBroken"><c>review.hidden</c>, <c>review.too_late</c></exception>
    public void RemovePicture(PictureId picture, DateTimeOffset now)
    {
        RequireEditable(now);
        pictures.RemoveAll(p => p.Id == picture);
        EditedAt = now;
    }

    /// <exception cref="RuleBroken"><c>review.picture_limit</c></exception>
    public static void CheckPictures(int count)
    {
        if (count > MostPictures)
        {
            throw new RuleBroken("review.picture_limit", $"Satu ulasan paling banyak {MostPictures} foto. Hapus sebagian dahulu, atau pilih lebih sedikit.");
        }
    }

    /// <exception cref="RuleBroken"><c>review.hidden</c>, <c>review.too_late</c></exception>
    public void RequireEditable(DateTimeOffset now)
    {
        if (IsHidden)
        {
            throw new RuleBroken("review.hidden", "Ulasan ini disembunyikan petugas, jadi tidak bisa diubah. Bila Anda tidak setuju, ajukan keberatan.");
        }

        if (now > EditableUntil)
        {
            throw new RuleBroken("review.too_late", "Waktu mengubah ulasan ini sudah habis. Ulasan Anda tetap tampil.");
        }
    }

    private protected override void SeenChanged() => Raise(IsHidden ? new RatingMoved(ProductId, -1, -Stars) : new RatingMoved(ProductId, 1, Stars));

    static int RequireStars(int stars) => stars is >= 1 and <= MostStars ? stars : throw new RuleBroken("review.stars", "Pilih satu sampai lima bintang.");
}

/// <summary>The line of an order a review is about, and who writes it.</summary>
/// <param name="AuthorName">In full; only its mask is kept.</param>
public sealed record ReviewSubject(OrderId OrderId, OrderLineId LineId, ProductId ProductId, StoreId StoreId, UserId AuthorId, string AuthorName, string ProductName, string VariantName)
{
    /// <summary>Only what was bought, came and is paid for: a line of a completed order of which something was sent and not all money went back.</summary>
    /// <exception cref="RuleBroken"><c>review.order_state</c>, <c>review.money_back</c></exception>
    public static ReviewSubject Of(Order order, OrderLine line, string authorName)
    {
        if (order.State != OrderState.Completed)
        {
            throw new RuleBroken("review.order_state", order.State is OrderState.Cancelled or OrderState.Expired or OrderState.Refunded
                ? "Pesanan ini tidak jadi atau dananya sudah kembali seluruhnya, jadi tidak ada yang diulas."
                : "Ulasan ditulis setelah pesanan selesai. Terima dahulu barangnya, lalu tekan Terima Pesanan.");
        }

        if (!line.Left.IsPositive)
        {
            throw new RuleBroken("review.money_back", "Dana untuk barang ini sudah kembali seluruhnya kepada Anda, jadi tidak ada pembelian yang diulas.");
        }

        return new ReviewSubject(order.Id, line.Id, line.ProductId, order.StoreId, order.BuyerId, authorName, line.ProductName, line.VariantName);
    }
}

public sealed class ReviewPicture
{
    ReviewPicture() { }

    internal ReviewPicture(ReviewId reviewId, string fileKey, int width, int height, int position, DateTimeOffset now)
    {
        Id = PictureId.New(now);
        ReviewId = reviewId;
        FileKey = fileKey;
        Width = width;
        Height = height;
        Position = position;
    }

    public PictureId Id { get; private set; }
    public ReviewId ReviewId { get; private set; }

    /// <summary>Key of the stored file; the page asks for it at <c>/gambar/{key}</c>.</summary>
    public string FileKey { get; private set; } = "";
    public int Width { get; private set; }
    public int Height { get; private set; }
    public int Position { get; private set; }
}

/// <summary>What is shown of a product's reviews changed by so many reviews and so many stars.</summary>
public sealed record RatingMoved(ProductId Product, int Reviews, int Stars);
