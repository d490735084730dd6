using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Reviews;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Settings;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Reviews;

/// <summary>One review of each line that was bought, came and is paid for; what cards keep of it is right at every moment.</summary>
public sealed class WriteReviewTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyer_reviews_once_changes_it_and_the_shop_replies(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, variant, bought, slug) = await things.Start();
        var product = bought.Line.ProductId;
        (await komeji.As(bought.Buyer).Send(new ListReviewsToWrite())).Rows.Single().Line.ShouldBe(bought.Line.Id);

        await Write(komeji, bought, 4, "Renyah.");
        (await things.Kept(product)).ShouldBe((1, 4));
        await Write(komeji, bought, 2, "Ternyata melempem.");
        (await things.Kept(product)).ShouldBe((1, 2));
        (await komeji.Send(new ListReviewsToWrite())).Total.ShouldBe(0);
        (await komeji.Send(new ListReviewedLines(bought.Order.Number)))[bought.Line.Id].ShouldBe(2);

        var other = await things.Buy(shop, variant);
        await Write(komeji, other, 5, "");
        (await things.Kept(product)).ShouldBe((2, 7));
        var glance = await komeji.As(null).Send(new GlanceAtTalk(product, "Nama lain"));
        (glance.Stars.Rating, glance.Stars.Of(2), glance.Stars.Of(5)).ShouldBe((new Rating(2, 7), 1, 1));
        glance.Reviews.ShouldAllBe(r => r.Author == "S*** A." && r.BoughtAs.Length > 0);
        (await komeji.Send(new ShowStore(await komeji.Read(db => db.Stores.Select(s => s.Slug).SingleAsync())))).Rating.ShouldBe(new Rating(2, 7));
        (await komeji.Send(new ListReviews(slug, Stars: 2))).Reviews.Rows.Single().Text.ShouldBe("Ternyata melempem.");
        (await komeji.Send(new ListReviews(slug, Order: ReviewOrder.Lowest))).Reviews.Rows.Select(r => r.Stars).ShouldBe([2, 5]);
        (await komeji.Send(new ListReviews(slug, WithPictures: true))).Reviews.Total.ShouldBe(0);

        var review = (await komeji.As(shop.Owner).Send(new ListShopReviews(new ShopReviewFilter(Unanswered: true, Stars: 2)))).Reviews.Rows.Single();
        await komeji.Send(new ReplyToReview(review.Id, "Maaf, kami ganti kemasannya."));
        (await komeji.Send(new ListShopReviews(new ShopReviewFilter(Unanswered: true)))).Reviews.Total.ShouldBe(1);
        (await komeji.As(null).Send(new ListReviews(slug, Stars: 2))).Reviews.Rows.Single().Answer!.Text.ShouldBe("Maaf, kami ganti kemasannya.");
        (await things.News(bought.Buyer)).ShouldContain("Penjual membalas ulasan Anda");
        (await things.News(shop.Owner)).Count(t => t == "Ulasan baru").ShouldBe(2);
        (await komeji.Run<RatingsToCheck>()).Done.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_may_not_review_is_told_why(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, variant, bought, _) = await things.Start();
        var (waiting, early, _, _) = await things.Market.PaidOrder();
        (await Refused(komeji.As(early), waiting.Lines[0].Id)).ShouldBe("review.order_state");
        await Should.ThrowAsync<NotFound>(() => komeji.As(early).Send(new WriteReview(bought.Line.Id, 5, "", [])));
        await Should.ThrowAsync<NotFound>(() => komeji.As(early).Send(new ShowMyReview(bought.Line.Id)));
        (await Refused(komeji.As(bought.Buyer), bought.Line.Id, stars: 6)).ShouldBe("review.stars");
        (await Refused(komeji, bought.Line.Id, "cek toko-lain.com")).ShouldBe("text.link");

        var repaid = await things.Buy(shop, variant);
        await komeji.Write(db => db.Set<OrderLine>().Where(l => l.Id == repaid.Line.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.Refunded, l => l.Total)));
        (await Refused(komeji.As(repaid.Buyer), repaid.Line.Id)).ShouldBe("review.money_back");
        (await komeji.Send(new ListReviewsToWrite())).Total.ShouldBe(0);

        var helper = await things.Buy(shop, variant);
        await komeji.Write(db =>
        {
            var place = ShopStaff.Invite(shop.Id, new StaffInvitation("Budi", "budi@contoh.id", "sidik", ShopRights.Products), Actor.Seller(shop.Owner.Value), TimeSpan.FromDays(7), komeji.Clock.GetUtcNow());
            place.Accept(helper.Buyer, shop.Owner, komeji.Clock.GetUtcNow());
            db.ShopStaff.Add(place);
            return Task.CompletedTask;
        });
        (await Refused(komeji.As(helper.Buyer), helper.Line.Id)).ShouldBe("review.own_shop");
        (await things.Kept(bought.Line.ProductId)).ShouldBe((0, 0));
    }

    /// <summary>The window is that of the day it began, whatever is decided later.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Writing_and_changing_have_their_time(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, variant, late, _) = await things.Start();
        var kept = await things.Buy(shop, variant);
        await Write(komeji, kept, 3, "Biasa saja.");
        await komeji.Write(db =>
        {
            var soon = komeji.Clock.GetUtcNow().AddDays(1);
            db.Settings.Add(new Setting(SettingCatalogue.ReviewWriteDays, "7", soon, "rapat", "uji", null, soon));
            db.Settings.Add(new Setting(SettingCatalogue.ReviewEditDays, "0", soon, "rapat", "uji", null, soon));
            return Task.CompletedTask;
        });
        komeji.Clock.Advance(TimeSpan.FromDays(30));
        await Write(komeji, kept, 4, "Lumayan.");
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Refused(komeji.As(kept.Buyer), kept.Line.Id)).ShouldBe("review.too_late");

        komeji.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await komeji.As(late.Buyer).Send(new ShowMyReview(late.Line.Id))).Refusal.ShouldBeNull();
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Refused(komeji, late.Line.Id)).ShouldBe("review.written_late");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pictures_stay_with_the_review_and_go_with_it(Engine engine)
    {
        var files = new KeptFiles();
        await using var komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSingleton<IPictures>(files);
            services.AddSingleton<IFiles>(files);
            services.AddSingleton<IPrivateFiles>(new KeptFiles());
        });
        files.Clock = komeji.Clock;
        var things = new BoughtThings(komeji);
        var (_, _, bought, slug) = await things.Start();
        await Should.ThrowAsync<RuleBroken>(() => Write(komeji, bought, 5, "Bagus.", [1, 2, 3, 4, 5, 6]));
        (files.Cleaned, files.Keys.Count).ShouldBe((0, 0));
        await Write(komeji, bought, 5, "Bagus.", [1, 2]);
        var photos = (await komeji.As(null).Send(new ListReviews(slug, WithPictures: true))).Reviews.Rows.Single().Pictures;
        photos.Count.ShouldBe(2);
        komeji.Clock.Advance(TimeSpan.FromHours(25));
        await komeji.Run<UnnamedFiles>();
        files.Keys.Count.ShouldBe(2);

        await komeji.As(bought.Buyer).Send(new RemoveReviewPicture(bought.Line.Id, photos[0].Id));
        komeji.Clock.Advance(TimeSpan.FromHours(25));
        await komeji.Run<UnnamedFiles>();
        files.Keys.ShouldBe([photos[1].Key]);
    }

    /// <summary>Many write, change and are hidden at once; two also press twice. What is kept is what there is.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_kept_is_right_however_many_write_at_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, variant, first, slug) = await things.Start();
        var all = new List<Bought> { first };
        for (var i = 0; i < 7; i++)
        {
            all.Add(await things.Buy(shop, variant));
        }

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = all.Append(first).Append(all[1]).Select((bought, i) => Task.Run(async () =>
        {
            await start.Task;
            await Write(komeji, bought, 1 + (i % 5), "Serentak.");
        })).ToList();
        start.SetResult();
        await Task.WhenAll(running);
        var stars = await komeji.Read(db => db.Reviews.Select(r => r.Stars).ToListAsync());
        stars.Count.ShouldBe(all.Count);
        (await things.Kept(first.Line.ProductId)).ShouldBe((all.Count, stars.Sum()));
        (await komeji.Run<RatingsToCheck>()).Done.ShouldBe(0);

        await komeji.Write(db => db.Products.ExecuteUpdateAsync(set => set.SetProperty(p => p.Reviews, 99).SetProperty(p => p.Stars, 1)));
        (await komeji.RunJob("periksa-nilai"))!.Done.ShouldBe(1);
        (await things.Kept(first.Line.ProductId)).ShouldBe((all.Count, stars.Sum()));
        (await komeji.As(null).Send(new ListReviews(slug))).Reviews.Total.ShouldBe(all.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_floods(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, variant, bought, _) = await things.Start();
        await komeji.Write(db =>
        {
            db.Settings.Add(new Setting(SettingCatalogue.ReviewsPerHour, "1", komeji.Clock.GetUtcNow(), "uji", "uji", null, komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        var again = await things.Buy(shop, variant, bought.Buyer);
        await Write(komeji, bought, 5, "");
        (await Refused(komeji, again.Line.Id)).ShouldBe("review.too_often");
        komeji.Clock.Advance(TimeSpan.FromMinutes(61));
        await Write(komeji, again, 5, "");
        (await things.Kept(bought.Line.ProductId)).ShouldBe((2, 10));
    }

    static Task Write(TestKomeji komeji, Bought bought, int stars, string text, params byte[] pictures) => komeji.As(bought.Buyer).Send(
        new WriteReview(bought.Line.Id, stars, text, [.. pictures.Select(p => new PictureUpload($"{p}.jpg", new MemoryStream([p])))]));

    static async Task<string> Refused(TestKomeji komeji, OrderLineId line, string text = "Baik.", int stars = 5) =>
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new WriteReview(line, stars, text, [])))).Code;
}
