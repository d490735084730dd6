using Komeji.Application.Catalog;
using Komeji.Application.Files;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Stores;

public sealed class StorePictureTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_is_known_by_one_picture_whose_file_stays_as_long_as_it_is_shown(Engine engine)
    {
        var files = new KeptFiles();
        await using var komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSingleton<IPictures>(files);
            services.AddSingleton<IFiles>(files);
            services.AddSingleton<IPrivateFiles>(new KeptFiles());
        });
        files.Clock = komeji.Clock;
        var market = new Market(komeji);
        var shop = await market.Shop();
        await market.Product(shop);
        var (store, product) = await komeji.Read(async db => (await db.Stores.Select(s => s.Slug).SingleAsync(), await db.Products.Select(p => p.Slug).SingleAsync()));
        komeji.As(shop.Owner);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new SetShopPicture(null)))).Code.ShouldBe("store.picture_missing");
        foreach (var content in new byte[] { 1, 2 })
        {
            await komeji.Send(new SetShopPicture(new PictureUpload("logo.png", new MemoryStream([content]))));
        }

        var key = (await komeji.Send(new ShowStore(store))).PictureKey!;
        key.ShouldNotBeNull();
        ((await komeji.Send(new ShowProduct(product))).StorePicture, (await komeji.Send(new ShowMyStore())).PictureKey).ShouldBe((key, key));
        komeji.Clock.Advance(TimeSpan.FromHours(25));
        (await komeji.Run<UnnamedFiles>()).Failures.ShouldBe(0);
        files.Keys.ShouldBe([key]);

        await komeji.As(shop.Owner).Send(new RemoveShopPicture());
        (await komeji.Send(new ShowStore(store))).PictureKey.ShouldBeNull();
        await komeji.Run<UnnamedFiles>();
        files.Keys.ShouldBeEmpty();
    }
}
