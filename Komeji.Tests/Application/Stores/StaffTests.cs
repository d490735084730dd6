using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Fees;
using Komeji.Application.Stores.Staff;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Stores;

public sealed class StaffTests
{
    static async Task<StaffId> Invite(TestKomeji komeji, Shop shop, UserId person, ShopRights rights)
    {
        var contact = await komeji.Read(db => db.Users.Where(u => u.Id == person.Value).Select(u => u.Email!).SingleAsync());
        await komeji.As(shop.Owner).At(null).Send(new InviteStaff("Budi", contact, rights));
        return await komeji.Read(db => db.ShopStaff.Where(s => s.StoreId == shop.Id && s.Contact == contact && s.State == StaffState.Invited).Select(s => s.Id).SingleAsync());
    }

    static async Task<StaffId> Employ(TestKomeji komeji, Shop shop, UserId person, ShopRights rights)
    {
        var id = await Invite(komeji, shop, person, rights);
        (await komeji.As(person).Send(new AcceptInvitation(id, null))).ShouldBe(shop.Id);
        return id;
    }

    /// <summary>One reading request for each right, that a person without it finds nothing with.</summary>
    static readonly (ShopRights Right, Func<TestKomeji, Task> Ask)[] Doors =
    [
        (ShopRights.None, k => k.Send(new ShowSellerHome())),
        (ShopRights.Products, k => k.Send(new ListMyProducts())),
        (ShopRights.Orders, k => k.Send(new ListSellerOrders(SellerOrderTab.All, null, 1))),
        (ShopRights.Page, k => k.Send(new ShowMyStore())),
        (ShopRights.Page, k => k.Send(new ShowMyPolicy())),
        (ShopRights.Money, k => k.Send(new ShowSellerBalance(1))),
        (ShopRights.Papers, k => k.Send(new ShowLegality())),
        (ShopRights.Own, k => k.Send(new ListStaff())),
        (ShopRights.Own, k => k.Send(new ShowMyFees())),
        (ShopRights.Own, k => k.Send(new AppealDocument(DocumentKind.Halal, "Untuk pengujian"))),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_find_exactly_what_their_rights_open(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        foreach (var given in ShopRightsOf.Staff.Each().Append(ShopRights.Orders | ShopRights.Money))
        {
            var person = await market.Person();
            await Employ(komeji, shop, person, given);
            komeji.As(person).At(shop.Id);
            foreach (var (right, ask) in Doors)
            {
                if (given.HasFlag(right))
                {
                    await ask(komeji);
                }
                else
                {
                    await Should.ThrowAsync<NotFound>(() => ask(komeji), $"{given} at {right}");
                }
            }

            await komeji.As(shop.Owner).At(null).Send(new EndStaff(await komeji.Read(db => db.ShopStaff.Where(s => s.UserId == person).Select(s => s.Id).SingleAsync())));
            foreach (var (right, ask) in Doors)
            {
                await Should.ThrowAsync<NotFound>(() => ask(komeji.As(person).At(shop.Id)), $"ended, {right}");
            }
        }
    }

    /// <summary>An id of another shop in the session opens nothing there, and staff of one shop is nobody in another.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_works_where_nobody_asked_them(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, other) = (await market.Shop(), await market.Shop());
        var (staff, stranger) = (await market.Person(), await market.Person());
        await Employ(komeji, shop, staff, ShopRightsOf.Staff);
        foreach (var (person, at) in new[] { (staff, other), (stranger, shop), (shop.Owner, other) })
        {
            foreach (var (_, ask) in Doors)
            {
                await Should.ThrowAsync<NotFound>(() => ask(komeji.As(person).At(at.Id)));
            }

            await Should.ThrowAsync<NotFound>(() => komeji.Send(new ChooseShop(at.Id)));
        }

        var foreign = await Invite(komeji, other, stranger, ShopRights.Orders);
        komeji.As(shop.Owner).At(null);
        foreach (var request in new IRequest[] { new EndStaff(foreign), new ChangeStaffRights(foreign, ShopRights.Products), new DeclineInvitation(foreign, null), new DeclineInvitation(foreign, "salah") })
        {
            await Should.ThrowAsync<NotFound>(() => komeji.Send(request));
        }

        await Should.ThrowAsync<NotFound>(() => komeji.Send(new AcceptInvitation(foreign, "salah")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_handled_by_staff_says_who_did_it_and_for_whom(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop, _) = await market.PaidOrder();
        var person = await market.Person();
        await Employ(komeji, shop, person, ShopRights.Orders);
        await komeji.As(person).At(shop.Id).Send(new AcceptOrder(order.Number));
        var page = await komeji.Send(new ShowSellerOrder(order.Number));
        page.Money.ShouldBeNull("what an order brings needs the right to see money");
        var step = await komeji.Read(db => db.StateChanges.Where(c => c.SubjectId == order.Id.Value && c.ReasonCode == "accepted").OrderBy(c => c.Id).FirstAsync());
        (step.ActorId, step.ActorRole, step.OnBehalfOf).ShouldBe((person.Value, "staf_toko", shop.Owner.Value));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_do_not_buy_where_they_work(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var variant = await market.Product(shop);
        var person = await market.Buyer();
        await komeji.As(person).Send(new AddToCart(variant, 1, new Rupiah(18_500), null, false));
        var id = await Employ(komeji, shop, person, ShopRights.Orders);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(person).Send(new AddToCart(variant, 1, new Rupiah(18_500), null, false)))).Code.ShouldBe("cart.own_shop");
        (await komeji.Send(new ShowCart(null))).Shops.SelectMany(s => s.Rows).ShouldAllBe(l => l.Problem!.Contains("tempat Anda bekerja", StringComparison.Ordinal));
        await komeji.As(shop.Owner).Send(new EndStaff(id));
        await komeji.As(person).Send(new AddToCart(variant, 1, new Rupiah(18_500), null, false));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_use_one_link_at_once_one_has_the_place(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        await komeji.As(shop.Owner).Send(new InviteStaff("Budi", "0812-9999-0000", ShopRights.Orders));
        var id = await komeji.Read(db => db.ShopStaff.Select(s => s.Id).SingleAsync());
        var body = await komeji.Read(db => db.Messages.Where(m => m.To == "+6281299990000").Select(m => m.Body).SingleAsync());
        var secret = body.Split("?kode=")[1].Split(' ')[0];
        UserId[] people = [await market.Person(), await market.Person(), await market.Person()];
        var won = await Task.WhenAll(people.Select(p => Try(() => komeji.As(p).Send(new AcceptInvitation(id, secret)))));
        won.Count(w => w).ShouldBe(1);
        var place = await komeji.Read(db => db.ShopStaff.SingleAsync());
        (place.State, place.UserId).ShouldBe((StaffState.Active, people[Array.IndexOf(won, true)]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Invitations_are_few_lapse_and_go_to_nobody_twice(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var person = await market.Person();
        var id = await Invite(komeji, shop, person, ShopRights.Orders);
        (await Code(() => Invite(komeji, shop, person, ShopRights.Products))).ShouldBe("staff.invited");
        (await Code(() => Invite(komeji, shop, shop.Owner, ShopRights.Products))).ShouldBe("staff.own_shop");
        (await Code(() => komeji.Send(new InviteStaff("Budi", "bukan kontak", ShopRights.Orders)))).ShouldBe("contact.unreadable");
        for (var i = 1; i < 5; i++)
        {
            await komeji.Send(new InviteStaff("Budi", $"staf{i}@contoh.id", ShopRights.Orders));
        }

        (await Code(() => komeji.Send(new InviteStaff("Budi", "staf9@contoh.id", ShopRights.Orders)))).ShouldBe("staff.most");
        (await komeji.As(person).Send(new ListInvitations())).ShouldHaveSingleItem().Store.ShouldStartWith("Toko");
        komeji.Clock.Advance(TimeSpan.FromDays(7));
        (await komeji.Send(new ListInvitations())).ShouldBeEmpty();
        (await Code(() => komeji.Send(new AcceptInvitation(id, null)))).ShouldBe("staff.lapsed");
        (await komeji.Run<DueInvitations>()).Done.ShouldBe(5);
        var page = await komeji.As(shop.Owner).Send(new ListStaff());
        (page.Open.Count, page.Past.Count).ShouldBe((0, 5));
        await Invite(komeji, shop, person, ShopRights.Products);
    }

    static async Task<string> Code(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;

    static async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound or DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
