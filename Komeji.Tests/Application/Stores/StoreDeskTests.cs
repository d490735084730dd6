using Komeji.Application.Legal.Opening;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Desk;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Legal;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Stores;

/// <summary>Shops that open by themselves or by a person, are suspended, heard, reopened and closed.</summary>
public sealed class StoreDeskTests
{
    const string Reason = "Foto produk diambil dari toko lain";

    static Task<Store> Kept(TestKomeji komeji, StoreId id) => komeji.Read(db => db.Stores.AsNoTracking().SingleAsync(s => s.Id == id));

    static async Task<StoreId> Open(TestKomeji komeji, UserId owner, string description)
    {
        komeji.As(owner);
        await komeji.Send(new TellOwner("Yanti Kusuma", "3509015708900002", "081234567890"));
        await komeji.Send(new TellBusiness(LegalForm.Individual, "", "", "10794", 2020, new Rupiah(5_000_000), new Rupiah(60_000_000)));
        await komeji.Send(new TellPlace(new PlaceFacts(TestRegions.Jember, "Jl. Melati 3", [], true)));
        await komeji.Send(new TellShop("Kerupuk Bu Yanti", description));
        await komeji.Send(new TellBank("BRI", "1234567890", "Yanti Kusuma"));
        var told = await komeji.Send(new OpenShop());
        var store = await komeji.Read(db => db.Stores.AsNoTracking().SingleAsync(s => s.OwnerId == owner));
        (told, (await komeji.Send(new ShowOpening())).State).ShouldBe((store.State, (StoreState?)store.State));
        return store.Id;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_with_nothing_to_look_at_opens_by_itself(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var owner = await new Market(komeji).Person();
        var id = await Open(komeji, owner, "Kerupuk ikan dari Puger");
        (await Kept(komeji, id)).State.ShouldBe(StoreState.Active);
        (await komeji.Read(db => db.StateChanges.Where(c => c.SubjectId == id.Value).OrderBy(c => c.Id).Select(c => c.To + " " + c.ActorRole).ToListAsync())).ShouldBe(["Draft penjual", "AwaitingReview penjual", "Active sistem"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_with_words_to_look_at_waits_for_a_person_or_for_better_words(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var owner = await market.Person();
        var id = await Open(komeji, owner, "Kami juga menjual ganja");
        (await Kept(komeji, id)).State.ShouldBe(StoreState.AwaitingReview);
        var staff = await market.Person();
        komeji.As(staff, Roles.Operator);
        (await komeji.Send(new ListStores(Waiting: true))).Rows.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await komeji.Send(new ShowStoreDesk(id))).Checklist.Count(i => !i.IsGreen).ShouldBe(1);

        komeji.As(owner);
        var mine = await komeji.Send(new ShowMyStore());
        await komeji.Send(new EditStore(mine.Version, mine.Facts with { Description = "Kerupuk ikan dari Puger", Phone = "081234567890" }));
        (await Kept(komeji, id)).State.ShouldBe(StoreState.Active);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(staff, Roles.Operator).Send(new ActivateStore(id, Reason)))).Code.ShouldBe("store.state");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_suspended_shop_takes_no_orders_is_heard_by_another_and_opens_again(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var thing = await market.Product(shop);
        var buyer = await market.Buyer();
        UserId[] staff = [await market.Person(), await market.Person()];
        var admin = await market.Person();
        await komeji.Write(db =>
        {
            foreach (var (person, role) in new[] { (staff[0], Roles.Operator), (staff[1], Roles.Operator), (staff[1], Roles.Admin), (admin, Roles.Admin), (shop.Owner, Roles.Operator) })
            {
                db.RoleGrants.Add(RoleGrant.Give(person, role, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            }

            return Task.CompletedTask;
        });
        await market.Put(buyer, thing);
        var review = Wib.DayOf(komeji.Clock.GetUtcNow()).AddDays(14);

        await komeji.As(staff[0], Roles.Operator).Send(new SuspendStore(shop.Id, Reason, review));
        await Should.ThrowAsync<RuleBroken>(async () => await market.Place(buyer, await market.Look(buyer)));
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == shop.Owner).Select(n => n.Body).SingleAsync())).ShouldContain(Reason);
        await komeji.As(shop.Owner).Send(new AppealSuspension("Foto itu saya ambil sendiri di dapur"));
        var told = await komeji.Read(db => db.Notifications.Where(n => n.Title == "Keberatan toko menunggu jawaban").Select(n => n.UserId).ToListAsync());
        told.ShouldBe([staff[1], admin], ignoreOrder: true, "each once; neither who suspended it nor who is tied to it");
        (await komeji.Send(new CountWaitingWork([WaitingKind.ShopsToLookAt])))[WaitingKind.ShopsToLookAt].ShouldBe(1);
        (await komeji.As(staff[1], Roles.Operator).Send(new ListStores(Waiting: true))).Rows.ShouldHaveSingleItem().AppealWaits.ShouldBeTrue();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(staff[0], Roles.Operator).Send(new ReopenStore(shop.Id, Reason)))).Code.ShouldBe("store.other_person");
        await komeji.As(staff[1], Roles.Operator).Send(new ReopenStore(shop.Id, "Fotonya memang milik penjual"));
        await market.Buy(buyer, (thing, 1));
        (await komeji.As(staff[1], Roles.Operator).Send(new ListStores(StoreState.Active, Words: "toko"))).Rows.ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_decides_about_a_shop_she_owns_works_or_worked_for_or_has_helped(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var (helper, worker) = (await market.Person(), await market.Person());
        var now = komeji.Clock.GetUtcNow();
        await komeji.Write(db =>
        {
            var place = ShopStaff.Invite(shop.Id, new StaffInvitation("Budi", "budi@komeji.test", "uji", ShopRights.Orders), Actor.Seller(shop.Owner.Value), TimeSpan.FromDays(1), now);
            place.Accept(worker, shop.Owner, now);
            place.End(Actor.Seller(shop.Owner.Value), now);
            db.ShopStaff.Add(place);
            var session = MentoringSession.Offer(shop.Owner, new MentoringOffer("uji", TimeSpan.FromMinutes(10), ShopRights.Products, 60, false), now);
            session.Begin(helper, now);
            session.End(Actor.Seller(shop.Owner.Value), now);
            db.MentoringSessions.Add(session);
            return Task.CompletedTask;
        });
        var review = Wib.DayOf(now).AddDays(14);
        foreach (var tied in new[] { shop.Owner, helper, worker })
        {
            komeji.As(tied, Roles.Admin);
            foreach (var act in new Func<Task>[]
            {
                () => komeji.Send(new ActivateStore(shop.Id, Reason)), () => komeji.Send(new SuspendStore(shop.Id, Reason, review)), () => komeji.Send(new KeepStoreSuspended(shop.Id, Reason, review)),
                () => komeji.Send(new ReopenStore(shop.Id, Reason)), () => komeji.Send(new CloseStore(shop.Id, Reason)),
            })
            {
                (await Should.ThrowAsync<RuleBroken>(act)).Code.ShouldBe("staff.own_case");
            }
        }

        await komeji.As(await market.Person(), Roles.Admin).Send(new SuspendStore(shop.Id, Reason, review));
        (await Kept(komeji, shop.Id)).State.ShouldBe(StoreState.Suspended);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_closes_when_no_order_is_open(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var thing = await market.Product(shop);
        var buyer = await market.Buyer();
        await market.Buy(buyer, (thing, 1));
        komeji.As(shop.Owner);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new CloseMyStore(false)))).Code.ShouldBe("store.sure");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new CloseMyStore(true)))).Code.ShouldBe("store.open_orders");
        await komeji.Read(db => db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, Komeji.Domain.Ordering.OrderState.Completed)));
        await komeji.As(shop.Owner).Send(new CloseMyStore(true));
        var closed = await Kept(komeji, shop.Id);
        (closed.State, closed.ClosedAt).ShouldBe((StoreState.Closed, komeji.Clock.GetUtcNow()));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new CloseMyStore(true)))).Code.ShouldBe("store.state");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_that_owes_the_cooperative_does_not_close(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        await Owe(komeji, shop.Id, 25_000);
        var refused = await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new CloseMyStore(true)));
        (refused.Code, refused.Message.Contains("Rp25.000", StringComparison.Ordinal)).ShouldBe(("store.debt", true), refused.Message);
        var staff = await market.Person();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(staff, Roles.Operator).Send(new CloseStore(shop.Id, Reason)))).Code.ShouldBe("store.debt");
        (await Kept(komeji, shop.Id)).State.ShouldBe(StoreState.Active);

        await Owe(komeji, shop.Id, -25_000);
        await komeji.As(shop.Owner).Send(new CloseMyStore(true));
        (await Kept(komeji, shop.Id)).State.ShouldBe(StoreState.Closed);
    }

    /// <summary>Straight into the books, as a lost dispute would book it.</summary>
    static Task<int> Owe(TestKomeji komeji, StoreId store, long amount) => komeji.Read(async db =>
    {
        var (now, journal) = (komeji.Clock.GetUtcNow(), $"'{Guid.CreateVersion7(komeji.Clock.GetUtcNow()).ToString().ToUpperInvariant()}'");
        db.Journals.Add(PostingRules.ProviderSettled("sandbox", $"uji-{amount}", new Rupiah(1_000), now, now));
        await db.SaveChangesAsync();
        var sql = $"""INSERT INTO "Journals" ("Id","Key","Rule","Memo","EventAt","BookedAt","Period","LineCount") SELECT {journal}, 'utang{amount}', "Rule","Memo","EventAt","BookedAt","Period",2 FROM "Journals" LIMIT 1;"""
            + $"""INSERT INTO "Entries" ("JournalId","Account","AccountKey","Amount") VALUES ({journal}, {Chart.SellerBalance.Code}, '{store.Value}', {amount});"""
            + $"""INSERT INTO "Entries" ("JournalId","Account","AccountKey","Amount") VALUES ({journal}, {Chart.ProviderClearing.Code}, 'sandbox', {-amount});""";
        await using var transaction = await db.Database.BeginTransactionAsync();
        var lines = await db.Database.ExecuteSqlRawAsync(sql);
        await transaction.CommitAsync();
        return lines;
    });

    [Theory, OnSqlite, OnPostgres]
    public async Task An_open_shop_writes_no_prohibited_words_and_new_words_to_look_at_are_told_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop(couriers: "");
        var staff = await market.Person();
        await komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(staff, Roles.Operator, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        async Task Edit(Func<StoreFacts, StoreFacts> change)
        {
            var mine = await komeji.As(shop.Owner).Send(new ShowMyStore());
            await komeji.Send(new EditStore(mine.Version, change(mine.Facts with { Phone = "081234567890" })));
        }

        foreach (var change in new Func<StoreFacts, StoreFacts>[] { f => f with { Description = "Kami juga menjual ganja" }, f => f with { Name = "Toko Miras Murah" } })
        {
            (await Should.ThrowAsync<RuleBroken>(() => Edit(change))).Code.ShouldBe("store.prohibited");
        }

        await Edit(f => f with { Name = "Toko Obat Berkah" });
        await Edit(f => f with { Name = "Toko Obat Berkah", OpeningHours = "08.00–17.00" });
        (await Kept(komeji, shop.Id)).State.ShouldBe(StoreState.Active);
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == staff).Select(n => n.Title).ToListAsync())).ShouldBe(["Keterangan toko perlu dilihat"]);
        (await komeji.Read(db => db.StateChanges.CountAsync(c => c.SubjectId == shop.Id.Value && c.ReasonCode == "store.flagged"))).ShouldBe(1);

        async Task<int> Waiting() => (await komeji.Send(new CountWaitingWork([WaitingKind.FlaggedShops])))[WaitingKind.FlaggedShops];
        komeji.As(staff, Roles.Operator);
        var flag = (await komeji.Send(new ListStoreFlags(Words: "obat"))).Rows.ShouldHaveSingleItem();
        (flag.Id, flag.Words, await Waiting()).ShouldBe((shop.Id, "obat", 1));
        (await komeji.Send(new ListWaitingWork(WaitingKind.FlaggedShops, 1))).Rows.ShouldHaveSingleItem().What.ShouldBe("Toko Obat Berkah");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner, Roles.Operator).Send(new PassStoreFlag(shop.Id)))).Code.ShouldBe("staff.own_case");
        await komeji.As(staff, Roles.Operator).Send(new PassStoreFlag(shop.Id));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new PassStoreFlag(shop.Id)))).Code.ShouldBe("store.flag");
        (await komeji.Send(new ListStoreFlags())).Rows.ShouldBeEmpty();
        var answered = (await komeji.Send(new ListStoreFlags(Answered: true))).Rows.ShouldHaveSingleItem();
        (answered.Answer, answered.By).ShouldBe(("store.flag_passed", "Siti Aminah"));

        await Edit(f => f with { Name = "Toko Rokok Berkah" });
        (await Waiting()).ShouldBe(1, "other words");
        await Edit(f => f with { Name = "Toko Berkah" });
        (await Waiting()).ShouldBe(0, "the words are gone");
    }
}
