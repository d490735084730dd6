using Komeji.Application.Catalog;
using Komeji.Application.Legal;
using Komeji.Domain.Catalog;
using Komeji.Domain.Legal;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>A part of the seller's list: the word in its address, and what it shows.</summary>
public sealed record ProductTab(string Word, string Title, ProductState? State, bool SoldOut = false, bool Withheld = false, bool LowStock = false, bool Hidden = false)
{
    public static readonly IReadOnlyList<ProductTab> All =
    [
        new("semua", "Semua", null),
        new("tayang", "Tayang", ProductState.Published),
        new("draf", "Draf", ProductState.Draft),
        new("arsip", "Diarsipkan", ProductState.Archived),
        new("menipis", "Hampir habis", null, LowStock: true),
        new("habis", "Stok habis", null, SoldOut: true),
        new("menunggu-izin", "Menunggu izin", null, Hidden: true),
        new("diturunkan", "Diturunkan petugas", null, Withheld: true),
    ];

    public static ProductTab Find(string? word) => All.FirstOrDefault(t => t.Word == word) ?? All[0];

    /// <param name="word">Of a paper.</param>
    public static string Permit(string word) => DocumentKinds.Find(word) is { } kind ? DocumentNames.Of(kind) : word;

    /// <summary>Offered only while there is something in it, or it is looked at.</summary>
    public bool IsShown(MyProducts mine, ProductTab current) => current == this || ((!Withheld || mine.Withheld > 0) && (!Hidden || mine.Hidden > 0));

    public ListMyProducts Ask(string? words, int page, int pageSize = 20) => new(words, State, SoldOut, page, pageSize, Withheld, LowStock, Hidden);

    public int? Count(MyProducts mine) => SoldOut || LowStock ? null : Withheld ? mine.Withheld : Hidden ? mine.Hidden : State is { } state ? mine.CountOf(state) : mine.All;
}

/// <param name="Bulk">What was chosen to be done to several at once.</param>
public sealed record ProductsView(ProductTab Tab, string? Words, MyProducts Mine, BulkForm Bulk);
