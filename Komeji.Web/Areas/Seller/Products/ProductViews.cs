using Komeji.Application.Catalog;
using Komeji.Domain.Catalog;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>A part of the seller's list: the word in its address, and what it shows.</summary>
public sealed record ProductTab(string Word, string Title, ProductState? State, bool SoldOut = false, bool Withheld = false, bool LowStock = false)
{
    public static readonly IReadOnlyList<ProductTab> All =
    [
        new("semua", "Semua", null),
        new("tayang", "Tayang", ProductState.Published),
        new("draf", "Draf", ProductState.Draft),
        new("arsip", "Diarsipkan", ProductState.Archived),
        new("menipis", "Hampir habis", null, LowStock: true),
        new("habis", "Stok habis", null, SoldOut: true),
        new("diturunkan", "Diturunkan petugas", null, Withheld: true),
    ];

    public static ProductTab Find(string? word) => All.FirstOrDefault(t => t.Word == word) ?? All[0];

    /// <summary>Offered only while there is something in it, or it is looked at.</summary>
    public bool IsShown(MyProducts mine, ProductTab current) => !Withheld || mine.Withheld > 0 || current == this;

    public ListMyProducts Ask(string? words, int page, int pageSize = 20) => new(words, State, SoldOut, page, pageSize, Withheld, LowStock);

    public int? Count(MyProducts mine) => SoldOut || LowStock ? null : Withheld ? mine.Withheld : State is { } state ? mine.CountOf(state) : mine.All;
}

/// <param name="Bulk">What was chosen to be done to several at once.</param>
public sealed record ProductsView(ProductTab Tab, string? Words, MyProducts Mine, BulkForm Bulk);
