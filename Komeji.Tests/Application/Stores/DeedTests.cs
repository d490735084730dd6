using Komeji.Application.Accounts;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Mentoring;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Deeds;
using Komeji.Application.Stores.Shelves;
using Komeji.Application.Stores.Staff;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Stores;

/// <summary>Whoever works for a seller leaves who, as what, did what to which thing; and hears of what she is to serve.</summary>
public sealed class DeedTests
{
    static async Task<UserId> Employ(Market market, TestKomeji komeji, Shop shop, ShopRights rights)
    {
        var person = await market.Person();
        var contact = await komeji.Read(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email!).SingleAsync());
        await komeji.As(shop.Owner).At(null).Send(new InviteStaff("Budi", contact, rights));
        var place = await komeji.Read(db => db.ShopStaff.Where(s => s.Contact == contact).Select(s => s.Id).SingleAsync());
        await komeji.As(person).Send(new AcceptInvitation(place, null));
        return person;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_staff_do_is_written_with_the_thing_and_what_is_refused_or_her_own_is_not(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop, variant) = await market.PaidOrder();
        var product = await komeji.Read(db => db.Variants.Where(v => v.Id == variant).Select(v => v.ProductId).SingleAsync());
        var staff = await Employ(market, komeji, shop, ShopRights.Products | ShopRights.Orders);
        komeji.As(staff).At(shop.Id);
        var shelf = await komeji.Send(new MakeShelf("Laris"));
        await komeji.Send(new PutOnShelf(shelf, [product]));
        await komeji.Send(new AcceptOrder(order.Number));
        await komeji.Send(new EditProducts([product], new ProductsEdit(To: ProductState.Archived)));
        await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new MakeShelf("")));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new WritePolicy("Bukan haknya", "", "")));
        await komeji.Send(new ListMyProducts());

        await komeji.As(shop.Owner).At(null).Send(new MakeShelf("Baru"));
        var deeds = (await komeji.Send(new ListMyDeeds())).Rows.Rows;
        var name = await komeji.Read(db => db.Products.Where(p => p.Id == product).Select(p => p.Name).SingleAsync());
        deeds.Select(d => (d.Who, d.Role, d.What, d.Thing, d.Which)).ShouldBe(
        [
            (staff, "staf_toko", "EditProducts", DeedThing.Product, name), (staff, "staf_toko", "AcceptOrder", DeedThing.Order, order.Number),
            (staff, "staf_toko", "PutOnShelf", DeedThing.Shelf, "Laris"), (staff, "staf_toko", "MakeShelf", DeedThing.Shelf, "Laris"),
        ]);
        deeds.ShouldAllBe(d => DeedTexts.Done(d.What) != DeedTexts.Done("?"));
        (await komeji.Send(new ListMyDeeds(shop.Owner))).Rows.Total.ShouldBe(0);

        var other = await market.Shop();
        (await komeji.As(other.Owner).Send(new ListMyDeeds())).Rows.Total.ShouldBe(0, "another's are not there");
        await Should.ThrowAsync<NotFound>(() => komeji.As(staff).At(shop.Id).Send(new ListMyDeeds()));
        var audit = await komeji.As(await market.Person(), Roles.Supervisor).At(null).Send(new ListDeeds("toko"));
        (audit.Rows.Total, audit.ShopOf(audit.Rows.Rows[0])).ShouldBe((4, await komeji.Read(db => db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Name).SingleAsync())));
        (await komeji.Send(new ListDeeds("tidakada"))).Rows.Total.ShouldBe(0);
    }

    /// <summary>The owner will owe fees for it: what another changes she hears of, once, and what she changes herself she knows.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_owner_hears_when_staff_open_the_shop_to_cash(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var staff = await Employ(market, komeji, shop, ShopRights.Page);
        Task<int> Told() => komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == shop.Owner && n.Link == "/penjual/toko/bayar-di-tempat"));
        await komeji.As(shop.Owner).At(null).Send(new AllowCash(true));
        await komeji.Send(new AllowCash(false));
        (await Told()).ShouldBe(0);
        await komeji.As(staff).At(shop.Id).Send(new AllowCash(true));
        await komeji.Send(new AllowCash(true));
        (await Told()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_who_serve_orders_hear_of_them_and_nobody_else(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var thing = await market.Product(shop);
        var (serving, selling) = (await Employ(market, komeji, shop, ShopRights.Orders), await Employ(market, komeji, shop, ShopRights.Products | ShopRights.Money));
        var before = await Told(selling);
        komeji.At(null);
        var purchase = await market.Buy(await market.Buyer(), (thing, 1));
        await market.Pay(purchase);
        var number = purchase.Orders[0].Number;
        var store = await komeji.Read(db => db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Name).SingleAsync());
        (await Told(shop.Owner)).ShouldContain($"Pesanan baru {number}");
        (await Told(serving)).ShouldContain($"{store}: Pesanan baru {number}");
        (await Told(selling)).ShouldBe(before);

        Task<List<string>> Told(UserId person) => komeji.Read(db => db.Notifications.Where(n => n.UserId == person).OrderBy(n => n.Id).Select(n => n.Title).ToListAsync());
    }

    /// <summary>By the mentor in this browser, and by whatever else took her browsers away.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_mentors_session_ends_with_her_browser(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var mentor = await market.Person();
        foreach (var signsOut in new[] { true, false })
        {
            var offered = await komeji.As(shop.Owner).Helping(null).In(null, null).Send(new OfferMentoring(ShopRights.Products));
            await Browse(komeji, mentor, "kunci");
            var begun = await komeji.As(mentor, Roles.Mentor).In("kunci", null).Send(new EnterMentoringCode(offered.Code));
            (await komeji.Run<DueMentoring>()).Done.ShouldBe(0, "she is signed in");
            if (signsOut)
            {
                await komeji.Send(new EndSession("kunci"));
            }
            else
            {
                await komeji.Write(db => db.Sessions.Where(s => s.UserId == mentor.Value).ExecuteDeleteAsync());
                (await komeji.Run<DueMentoring>()).Done.ShouldBe(1);
            }

            var over = await komeji.Read(db => db.MentoringSessions.SingleAsync(s => s.Id == begun!.Id));
            (over.State, over.EndedAt).ShouldBe((MentoringState.Ended, komeji.Clock.GetUtcNow()));
            (await komeji.Read(db => db.StateChanges.SingleAsync(c => c.SubjectId == over.Id.Value && c.To == "Ended"))).ReasonCode.ShouldBe("signed_out");
            (await komeji.Read(db => db.Sessions.CountAsync(s => s.UserId == mentor.Value))).ShouldBe(0);
        }

        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == shop.Owner && n.Title == "Sesi pendampingan berakhir"))).ShouldBe(2);
    }

    /// <summary>The turns of the commands keep it so; the database does as well.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_seller_has_one_session_a_code_one_door_and_a_contact_one_invitation(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, other) = (await market.Shop(), await market.Shop());
        var now = komeji.Clock.GetUtcNow();
        await komeji.As(shop.Owner).Send(new OfferMentoring(ShopRights.Products));
        var code = await komeji.Read(db => db.MentoringSessions.Select(s => s.CodeHash).SingleAsync());
        await Refused(MentoringSession.Offer(shop.Owner, new MentoringOffer("lain", TimeSpan.FromMinutes(5), ShopRights.Products, 60, false), now));
        await Refused(MentoringSession.Offer(other.Owner, new MentoringOffer(code, TimeSpan.FromMinutes(5), ShopRights.Products, 60, false), now));
        await komeji.Send(new InviteStaff("Budi", "budi@komeji.test", ShopRights.Orders));
        await Refused(ShopStaff.Invite(shop.Id, new StaffInvitation("Budi", "budi@komeji.test", "lain", ShopRights.Orders), Actor.System, TimeSpan.FromDays(1), now));

        Task<DbUpdateException> Refused(object row) => Should.ThrowAsync<DbUpdateException>(() => komeji.Write(db =>
        {
            db.Add(row);
            return Task.CompletedTask;
        }));
    }

    static Task Browse(TestKomeji komeji, UserId person, string key) => komeji.Write(async db =>
    {
        var now = komeji.Clock.GetUtcNow();
        var stamp = await db.Users.Where(u => u.Id == person.Value).Select(u => u.SecurityStamp).SingleAsync();
        db.Sessions.Add(new Session { KeyHash = Session.Hash(key), UserId = person.Value, Stamp = stamp ?? "", CreatedAt = now, SeenAt = now, ExpiresAt = now.AddDays(1) });
    });
}
