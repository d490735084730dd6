using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Browser;

/// <summary>Two shops with one product each, and who buys there, for journeys.</summary>
public static class Shopkeepers
{
    public const string First = "bu.sri@uji.komeji.id";
    public const string Second = "pak.budi@uji.komeji.id";

    public static async Task Open(KomejiApp app)
    {
        await OpenShop(app, First, "Dapur Bu Sri", "Keripik tempe sagu renyah", new Rupiah(18_500));
        await OpenShop(app, Second, "Kopi Argopuro", "Kopi robusta Argopuro bubuk", new Rupiah(42_000));
    }

    /// <summary>Somebody whose address is known, so that checkout asks for none.</summary>
    public static async Task Neighbour(KomejiApp app, string contact)
    {
        var person = await app.Person(contact);
        await app.Write(db =>
        {
            var address = Address.Of(person, new AddressFacts("Rumah", "Siti Aminah", "0812-3456-7899", "Jl. Melati 7", "", "", TestRegions.Tambaksari, "60136", ""), app.Clock.GetUtcNow());
            address.MakeDefault();
            db.Add(address);
            return Task.CompletedTask;
        });
    }

    static async Task OpenShop(KomejiApp app, string contact, string name, string productName, Rupiah price)
    {
        var owner = await app.Person(contact);
        await app.Write(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var category = await db.Categories.Where(c => c.ParentId != null && c.Kind == ProductKind.Goods).OrderBy(c => c.Position).FirstAsync();
            var store = Store.Open(owner, SearchWords.Slug(name), new StoreFacts(name, "", "+6281234567890", TestRegions.Surabaya, "Jl. Mawar 1", "", ["jne:REG", "pos:REGULER"], true), now);
            var facts = new ProductFacts(category.Id, category.Name, ProductKind.Goods, productName, "Dibuat setiap pagi.", 250, 0, 0, 0, 250, "g", 1, "Surabaya", true, "", Warranty.None);
            var product = Product.Draft(store.Id, SearchWords.Slug(productName), facts, [new VariantFacts(null, "", price, 20, "")], now);
            product.AddPicture("uji.webp", 600, 600, productName, now);
            product.Publish(now);
            db.AddRange(store, product);
        });
    }
}
