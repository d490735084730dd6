using System.Net;
using Komeji.Domain.Common;
using Komeji.Tests.Support;

namespace Komeji.Tests.Storms;

/// <summary>A signed-in browser, the same at every process: cookies know no ports.</summary>
sealed class StormBuyer
{
    public const int Price = 18_500;

    readonly CookieContainer jar = new();

    public StormBuyer(UserId id, Cookie session)
    {
        Id = id;
        jar.Add(session);
    }

    public UserId Id { get; }

    public Visitor At(Product product)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(product.Url),
            Timeout = TimeSpan.FromMinutes(3),
        };
        client.DefaultRequestHeaders.Add("Origin", product.Url);
        return new Visitor(client);
    }

    public static Task<Page> PutInCart(Visitor visitor, VariantId variant) =>
        visitor.Post("/keranjang/tambah", ("varian", variant.Value.ToString()), ("jumlah", "1"), ("harga", "18500"));
}
