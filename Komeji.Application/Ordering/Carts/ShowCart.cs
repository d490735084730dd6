using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering.Carts;

public sealed record ShowCart(string? VisitorToken) : IQuery<CartPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Standings standings) : IRequestHandler<ShowCart, CartPage>
    {
        public async Task<CartPage> Handle(ShowCart request, CancellationToken cancellationToken)
        {
            var items = await CartItem.Read(db, db.Carts.Of(user.Id, request.VisitorToken), user.Id, standings, cancellationToken);
            return new CartPage([.. items.GroupBy(i => i.StoreId).Select(shop => new CartShop(
                shop.First().StoreName,
                shop.First().StoreSlug,
                shop.First().Regency,
                [.. shop.Select(i => Row(i, user.Id))]))]);
        }

        static CartRow Row(CartItem item, UserId? buyer) => new(
            item.VariantId, item.ProductSlug, item.ProductName, item.VariantName, item.PictureKey, item.Price,
            item.PriceChanged ? item.PriceSeen : null, item.Quantity, item.Stock, item.Total, item.Problem(buyer));
    }
}

public sealed record CartPage(IReadOnlyList<CartShop> Shops)
{
    public int Pieces => Shops.Sum(s => s.Rows.Sum(r => r.Quantity));

    public Rupiah Total => Rupiah.Sum(Shops.Select(s => s.Subtotal));

    public bool CanCheckOut => Shops.Count > 0 && Shops.All(s => s.Rows.All(r => r.Problem is null));
}

public sealed record CartShop(string Name, string Slug, string Regency, IReadOnlyList<CartRow> Rows)
{
    public Rupiah Subtotal => Rupiah.Sum(Rows.Where(r => r.Problem is null).Select(r => r.Total));
}

/// <param name="PriceBefore">The price when it was put in, where it has changed since.</param>
/// <param name="Problem">Why it cannot be bought as it stands, with what to do.</param>
public sealed record CartRow(
    VariantId VariantId,
    string ProductSlug,
    string ProductName,
    string VariantName,
    string? PictureKey,
    Rupiah Price,
    Rupiah? PriceBefore,
    int Quantity,
    int Stock,
    Rupiah Total,
    string? Problem);
