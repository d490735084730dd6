using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Jobs;
using Komeji.Application.Legal;
using Komeji.Application.Payments;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Messages;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Promotions;
using Komeji.Domain.Reviews;
using Komeji.Domain.Settings;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Persistence;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>
/// Makes what the matrix needs in addresses: a fresh object for every call that may change it, the person's own or somebody else's, so
/// that a post that removes or moves it spoils no other.
/// </summary>
public sealed partial class TestObjects
{
    static readonly TicketTerms TicketTerms = new(new ServiceHours(new WorkingCalendar([]), 8, 16), new WorkingCalendar([]), 4, 12, 24, 5, 3, 7);

    readonly KomejiApp app;
    readonly Dictionary<Identity, UserId> people = [];
    readonly Dictionary<UserId, Store> stores = [];
    readonly Dictionary<(string Kind, UserId Owner), string> untouched = [];
    CategoryId category;
    Store third = null!;
    long made;

    TestObjects(KomejiApp app) => this.app = app;

    public static async Task<TestObjects> Make(KomejiApp app)
    {
        var objects = new TestObjects(app);
        foreach (var identity in Identity.All.Where(i => i.SignedIn))
        {
            objects.people[identity] = await app.Person(ContactOf(identity), identity.Roles);
        }

        var third = await app.Person("pemilik-ketiga@uji.komeji.id");
        await app.Write(async db =>
        {
            var now = app.Clock.GetUtcNow();
            objects.category = await db.Categories.Select(c => c.Id).FirstOrDefaultAsync();
            if (objects.category == default)
            {
                objects.category = CategoryId.New(now);
                db.Categories.Add(new Category(objects.category, null, "Camilan", "camilan-uji", ProductKind.Goods, 1, "keripik"));
            }

            foreach (var identity in new[] { Identity.Seller, Identity.OtherSeller })
            {
                var facts = new StoreFacts("Toko " + identity.Name, "", "+6281234567890", "35.78.10.1001", "Jl. Mawar 1", "", ["jne:REG"], true);
                var store = Store.Open(objects.people[identity], "toko-" + identity.Name.Replace(' ', '-'), facts, now);
                objects.stores[objects.people[identity]] = store;
                db.Stores.Add(store);
            }

            objects.third = Store.Open(third, "toko-ketiga", new StoreFacts("Warung Ketiga", "", "+6281234567890", "35.78.10.1001", "Jl. Mawar 3", "", ["jne:REG"], true), now);
            db.Stores.Add(objects.third);
            foreach (var identity in Identity.Staff)
            {
                var place = ShopStaff.Invite(objects.stores[objects.people[Identity.Seller]].Id, new StaffInvitation(identity.Name, "x@uji.komeji.id", "uji", identity.Rights), Actor.System, TimeSpan.FromDays(1), now);
                place.Accept(objects.people[identity], objects.people[Identity.Seller], now);
                db.ShopStaff.Add(place);
            }
        });
        return objects;
    }

    /// <summary>Whether this person can be the owner of such a thing.</summary>
    public static bool CanOwn(string kind, Identity identity) => kind switch
    {
        "order-sold" or "complaint-sold" or "proof-sold" or "service-sold" or "payout-sold" or "voucher-sold" or "product" or "import" or "shelf" or "delivery-area" or "scan" or "staff" or "review-sold" or "question-sold" or "card-sold" or "claim-sold" or "claim-photo-sold" or "chat-sold" or "chat-line-sold" or "chat-photo-sold" or "quick-reply" or "return-sold" or "replacement-sold" => identity.Works,
        _ => identity.SignedIn,
    };

    /// <summary>
    /// What a post may have changed about the person is put back: a place in a shop she accepted, one she left.
    /// </summary>
    /// <returns>False when her session as a mentor is over.</returns>
    public async Task<bool> IsStill(Identity identity)
    {
        var person = people[identity];
        await app.Write(async db =>
        {
            await db.ShopStaff.Where(s => s.UserId == person && s.StoreId == third.Id).ExecuteDeleteAsync();
            var chosen = (StoreId?)null;
            await db.Sessions.Where(s => s.UserId == person.Value && s.Shop == third.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Shop, chosen));
        });
        return !identity.Helps || await app.Read(db => db.Sessions.AnyAsync(s => s.UserId == person.Value && s.Mentoring != null && db.MentoringSessions.Any(m => m.Id == s.Mentoring && m.State == MentoringState.Open)));
    }

    /// <summary>The mentor's newest browser works for the first seller.</summary>
    async Task Help(Identity identity)
    {
        var (mentor, now) = (people[identity], app.Clock.GetUtcNow());
        var session = MentoringSession.Offer(people[Identity.Seller], new MentoringOffer($"uji-{++made}", TimeSpan.FromMinutes(10), identity.Rights, 240, false), now);
        session.Begin(mentor, now);
        await NoSessionOf(people[Identity.Seller]);
        await app.Write(async db =>
        {
            db.MentoringSessions.Add(session);
            foreach (var browser in await db.Sessions.Where(s => s.UserId == mentor.Value).ToListAsync())
            {
                browser.Mentoring = session.Id;
            }
        });
    }

    /// <summary>A seller has one at a time.</summary>
    Task NoSessionOf(UserId seller) =>
        app.Write(db => db.MentoringSessions.Where(s => s.SellerId == seller && (s.State == MentoringState.Waiting || s.State == MentoringState.Open)).ExecuteDeleteAsync());

    public async Task<Visitor> Enter(Identity identity)
    {
        var visitor = identity.SignedIn ? await app.SignInAs(ContactOf(identity), identity.Roles) : app.Visit();
        if (identity.Helps)
        {
            await Help(identity);
        }

        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        visitor.Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return visitor;
    }

    /// <summary>The row's address with an object in it: the identity's own where it can own one, another's when <paramref name="foreign"/>.</summary>
    /// <param name="touches">The call may change the object, so it gets a fresh one. Calls that only look, or are refused, share one.</param>
    public async Task<string> Fill(AuthorisationRow row, Identity identity, bool foreign, bool touches = true)
    {
        var start = row.Route.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return row.Route;
        }

        var value = row.Thing switch
        {
            "" => throw new InvalidOperationException($"{row} has a place for an object and the table names none."),
            _ when row.Thing.StartsWith('=') => row.Thing[1..],
            _ when touches || IsOneAtATime(row.Thing) => await New(row.Thing, OwnerFor(row.Thing, identity, foreign)),
            _ => await Untouched(row.Thing, OwnerFor(row.Thing, identity, foreign)),
        };
        var end = row.Route.IndexOf('}', start);
        var rest = Placeholder.Replace(row.Route[(end + 1)..], Guid.Empty.ToString());
        return row.Route[..start] + Uri.EscapeDataString(value) + rest;
    }

    /// <summary>Calls that touch things come in between: what was kept may be gone.</summary>
    public void Forget() => untouched.Clear();

    /// <summary>The next one a person gets ends the last.</summary>
    static bool IsOneAtATime(string kind) => kind == "mentoring" || Employs(kind);

    /// <summary>Making it, or using it, gives the person a place in the third shop.</summary>
    public static bool Employs(string kind) => kind is "invitation" or "work-shop";

    async Task<string> Untouched(string kind, UserId owner) =>
        untouched.TryGetValue((kind, owner), out var known) ? known : untouched[(kind, owner)] = await New(kind, owner);

    /// <summary>A second thing in the address, inside the first, is one that does not exist.</summary>
    static readonly Regex Placeholder = new(@"\{[^}]*\}", RegexOptions.None, TimeSpan.FromSeconds(1));

    UserId OwnerFor(string kind, Identity identity, bool foreign)
    {
        var others = kind is "order-sold" or "complaint-sold" or "proof-sold" or "service-sold" or "payout-sold" or "voucher-sold" or "product" or "import" or "shelf" or "delivery-area" or "scan" or "staff" or "review-sold" or "question-sold" or "card-sold" or "claim-sold" or "claim-photo-sold" or "chat-sold" or "chat-line-sold" or "chat-photo-sold" or "quick-reply" or "return-sold" or "replacement-sold" ? new[] { Identity.Seller, Identity.OtherSeller } : [Identity.Buyer, Identity.OtherBuyer];
        var ofShop = others[0] == Identity.Seller;
        return !foreign && CanOwn(kind, identity) ? people[ofShop ? identity.Shop : identity] : people[others.First(o => o != identity && o != identity.Shop)];
    }

    async Task<string> New(string kind, UserId owner)
    {
        var now = app.Clock.GetUtcNow();
        switch (kind)
        {
            case "order-bought":
                return (await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now)).Orders[0].Number;
            case "order-sold":
                return (await NewPurchase(people.First(p => p.Value != owner).Value, stores[owner], now)).Orders[0].Number;
            case "complaint-bought":
                return await NewComplaint(owner, stores.First(s => s.Key != owner).Value, now);
            case "complaint-sold":
                return await NewComplaint(people.First(p => p.Value != owner).Value, stores[owner], now);
            case "proof-bought":
                return (await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now, proof: await NewProof())).Orders[0].Number;
            case "proof-sold":
                return (await NewPurchase(people.First(p => p.Value != owner).Value, stores[owner], now, proof: await NewProof())).Orders[0].Number;
            case "service-sold":
                return (await NewPurchase(people.First(p => p.Value != owner).Value, stores[owner], now, service: true)).Orders[0].Number;
            case "order-kept":
                return (await NewPurchase(people.First(p => p.Value != owner).Value, stores.Values.First(), now, point: await NewPoint(owner, now))).Orders[0].Number;
            case "card-bought" or "card-code" or "claim-bought" or "claim" or "claim-photo" or "claim-photo-bought":
                return Named(kind, await ClaimFor(owner, stores.First(s => s.Key != owner).Value, null, now));
            case "card-sold" or "claim-sold" or "claim-photo-sold":
                return Named(kind, await ClaimFor(people.First(p => p.Value != owner).Value, stores[owner], null, now));
            case "claim-kept":
                return Named(kind, await ClaimFor(people.First(p => p.Value != owner).Value, stores.Values.First(), owner, now));
            case "return-bought":
                return (await NewReturn(owner, stores.First(s => s.Key != owner).Value, now)).Number;
            case "return-sold":
                return (await NewReturn(people.First(p => p.Value != owner).Value, stores[owner], now)).Number;
            case "return-kept":
                return (await NewReturn(people.First(p => p.Value != owner).Value, stores.Values.First(), now, await NewPoint(owner, now))).Number;
            case "replacement-bought":
                return (await NewReplacement(owner, stores.First(s => s.Key != owner).Value, now)).Number;
            case "replacement-sold":
                return (await NewReplacement(people.First(p => p.Value != owner).Value, stores[owner], now)).Number;
            case "point":
                return (await NewPoint(people[Identity.Buyer], now)).Id.Value.ToString();
            case "delivery-area":
                var district = $"35.{++made % 90 + 10}.{made / 90 % 90 + 10}";
                await Added(DeliveryArea.Of(stores[owner].Id, district, new DeliveryTerms(new Rupiah(5_000), null, "Senin–Sabtu", 0, 1), now), a => a.Id.Value);
                return district;
            case "purchase":
                return (await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now, paid: false)).Number;
            case "product":
                return (await NewProduct(stores[owner], now)).Id.Value.ToString();
            case "import":
                return await NewImport(owner, now);
            case "shelf":
                return await Added(StoreShelf.Make(stores[owner].Id, "Etalase uji", $"etalase-{++made}", 0, now), s => s.Id.Value);
            case "flag":
                var flagged = await NewProduct(stores.Values.First(), now);
                return await Added(ListingFlag.Of(new ProductFlagged(flagged.Id, flagged.Name, new GoodsFlag("obat", "Obat", "uji", false), now)), f => f.Id.Value);
            case "order-line":
                return (await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now)).Orders[0].Lines[0].Id.Value.ToString();
            case "reviewed-line":
                return (await NewReview(owner, stores.First(s => s.Key != owner).Value, now)).LineId.Value.ToString();
            case "review":
                return (await NewReview(people[Identity.OtherBuyer], third, now)).Id.Value.ToString();
            case "review-sold":
                return (await NewReview(people.First(p => p.Value != owner).Value, stores[owner], now)).Id.Value.ToString();
            case "question-asked":
                return (await NewQuestion(owner, stores.First(s => s.Key != owner).Value, now)).Id.Value.ToString();
            case "question-sold":
                return (await NewQuestion(people.First(p => p.Value != owner).Value, stores[owner], now)).Id.Value.ToString();
            case "text-case":
                var said = await NewReview(people[Identity.OtherBuyer], third, now);
                return await Added(TextCase.Open(TextKind.Review, said.Id.Value, said.ProductId, said.StoreId, new ReportDraft(people[Identity.Buyer], TextReportReason.Abuse, ""), now), c => c.Id.Value);
            case "product-slug":
                return (await NewProduct(stores.Values.First(), now)).Slug;
            case "address":
                return await Added(Address.Of(owner, new AddressFacts("Rumah", "Siti", "0812-3456-7890", "Jl. Mawar 12", "", "", "35.78.10.1001", "60136", ""), now), a => a.Id.Value);
            case "session":
                return await Added(new Session
                {
                    KeyHash = Session.Hash($"uji-{++made}"),
                    UserId = owner.Value,
                    Stamp = "uji",
                    CreatedAt = now,
                    SeenAt = now,
                    ExpiresAt = now.AddDays(1),
                }, s => s.KeyHash);
            case "factor-reset":
                return await Added(FactorReset.Ask(people[Identity.OtherBuyer].Value, 2, TimeSpan.FromDays(1), now), r => r.Id);
            case "fee-raise":
                return await Added(new Setting(SettingCatalogue.FeeRate, $"{600 + ++made}", now, "Rapat", "Uji", null, now.AddSeconds(1)), s => s.Id.ToString(CultureInfo.InvariantCulture));
            case "document":
                return (await NewPaper(people[Identity.OtherSeller], now)).Id.Value.ToString();
            case "check-code":
                return (await NewPaper(people[Identity.OtherSeller], now, approved: true)).CheckCode!;
            case "scan":
                return await NewScan(owner, now);
            case "staff":
                return await Added(ShopStaff.Invite(stores[owner].Id, new StaffInvitation("Budi", $"staf{++made}@uji.komeji.id", "uji", ShopRights.Orders), Actor.System, TimeSpan.FromDays(1), now), s => s.Id.Value);
            case "invitation":
                var contact = ContactOf(people.First(p => p.Value == owner).Key).ToLowerInvariant();
                await app.Write(db => db.ShopStaff.Where(i => i.StoreId == third.Id && i.Contact == contact).ExecuteDeleteAsync());
                return await Added(ShopStaff.Invite(third.Id, new StaffInvitation("Budi", contact, "uji", ShopRights.Orders), Actor.System, TimeSpan.FromDays(1), now), s => s.Id.Value);
            case "work-shop":
                await Employ(owner, now);
                return third.Id.Value.ToString();
            case "mentoring":
                await NoSessionOf(owner);
                return await Added(MentoringSession.Offer(owner, new MentoringOffer($"uji-{++made}", TimeSpan.FromMinutes(10), ShopRights.Products, 60, false), now), s => s.Id.Value);
            case "precheck":
                return (await NewPaper(people[Identity.OtherSeller], now, preCheck: true)).Id.Value.ToString();
            case "notification":
                return await Added(new Notification(owner, "Kabar", "Isi", "/pesanan", now), n => n.Id.Value);
            case "chat-bought":
                return (await NewChatBought(owner, now)).Talk.Id.Value.ToString();
            case "chat-sold":
                return (await NewChatSold(owner, now)).Talk.Id.Value.ToString();
            case "chat-line-bought":
                return (await NewChatBought(owner, now)).Message.Id.Value.ToString();
            case "chat-line-sold":
                return (await NewChatSold(owner, now)).Message.Id.Value.ToString();
            case "chat-photo-bought":
                return (await NewChatBought(owner, now, await NewProof())).Message.Pictures[0].Id.Value.ToString();
            case "chat-photo-sold":
                return (await NewChatSold(owner, now, await NewProof())).Message.Pictures[0].Id.Value.ToString();
            case "chat-report":
                return await NewChatReport(now);
            case "quick-reply":
                return await Added(QuickReply.Make(stores[owner].Id, $"Balasan {++made}", "Masih ada, silakan dipesan.", now), r => r.Id.Value);
            case "payment-event":
                return await NewParkedEvent(now);
            case "refund":
                return await NewFailedRefund(owner, now);
            case "journal":
                var booked = (await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now)).Id;
                return (await app.Read(db => db.Journals.Where(j => j.PurchaseId == booked).Select(j => j.Id).FirstAsync())).Value.ToString();
            case "dispute":
                var disputed = (await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now)).Id;
                return await Added(Dispute.Open("sandbox", $"dp_{++made}", $"pay_{made}", disputed, new Rupiah(33_500), "uji", now), d => d.Id.Value);
            case "money-approval":
                return await NewMoneyApproval(owner, now);
            case "courier-claim":
                return await NewClaim(owner, now);
            case "payout-sold":
                return (await NewPayout(owner, now)).Id.Value.ToString();
            case "voucher-sold":
                return await NewVoucher(Voucher.MadeByShop(VoucherTermsOf(now), stores[owner].Id, "uji", Actor.Seller(owner.Value), now));
            case "voucher":
                return await NewVoucher(Voucher.MadeByCooperative(
                    VoucherTermsOf(now), BasisPoints.Zero, null, new Rupiah(50_000), new BasisPoints(10_000), "uji", Actor.Staff(Guid.CreateVersion7(now), Roles.Operator), now));
            case "payout":
                return (await NewPayout(people[Identity.OtherSeller], now)).Id.Value.ToString();
            case "payout-file":
                return await NewPayoutFile(now);
            case "bank-statement":
                return (await NewBankLine(owner, now)).StatementId.Value.ToString();
            case "bank-line":
                return (await NewBankLine(owner, now)).Id.Value.ToString();
            case "ledger-entry":
                return await NewLedgerEntry(now);
            case "settlement-report":
                return (await NewSettlementLine(owner, now)).ReportId.Value.ToString();
            case "settlement-line":
                return (await NewSettlementLine(owner, now)).Id.Value.ToString();
            case "ticket":
                return await Added(Ticket.Open($"TKT-UJI-{++made}", new TicketFacts(TicketChannel.Phone, TicketUrgency.Ordinary, "Paket belum datang", "Pelapor menanyakan paketnya.", "Budi", "081234567890", null, null),
                    Actor.Staff(Guid.CreateVersion7(now), Roles.CallCentre), TicketTerms, now), t => t.Number);
            case "message":
                return await Added(new Message(MessageChannel.Email, "a@contoh.id", "Kabar", "Isi", now), m => m.Id.Value);
            case "person":
                return people[Identity.Buyer].Value.ToString();
            case "store":
                var name = $"Toko uji {++made}";
                return await Added(Store.Open(new UserId(Guid.CreateVersion7(now)), $"toko-uji-{made}", new StoreFacts(name, "", "+6281234567890", "35.78.10.1001", "Jl. Mawar 1", "", ["jne:REG"], true), now), s => s.Id.Value);
            case "store-slug":
                return stores.Values.First().Slug;
            case "category-slug":
                return await app.Read(db => db.Categories.Where(c => c.Id == category).Select(c => c.Slug).SingleAsync());
            case "picture":
                return await app.Services.GetRequiredService<IFiles>().Save("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "svg", CancellationToken.None);
            case "payment-page":
                return await NewCharge(owner);
            case "job":
                return Schedule.All[0].Name;
            default:
                throw new InvalidOperationException($"Nobody knows how to make '{kind}'.");
        }
    }

    /// <summary>With a fault in it that a spreadsheet would run.</summary>
    async Task<string> NewImport(UserId owner, DateTimeOffset now)
    {
        var import = ProductImport.Upload(stores[owner].Id, owner, "produk.csv", 1, now);
        await app.Write(db =>
        {
            db.ProductImports.Add(import);
            db.ImportFaults.Add(new ImportFault(import.Id, 2, "Harga", "=1+1"));
            return Task.CompletedTask;
        });
        return import.Id.Value.ToString();
    }

    Task<string> Added<T>(T thing, Func<T, Guid> id)
        where T : class => Added(thing, t => id(t).ToString());

    async Task<string> Added<T>(T thing, Func<T, string> id)
        where T : class
    {
        await app.Write(db =>
        {
            db.Add(thing);
            return Task.CompletedTask;
        });
        return id(thing);
    }

    async Task<PickupPoint> NewPoint(UserId keeper, DateTimeOffset now)
    {
        var point = PickupPoint.Open(new PointFacts("Balai RTIK uji", "+6281234567890", "35.78.10.1001", "Jl. Mawar 1", "Senin–Sabtu"), now);
        point.Appoint(keeper, now);
        await Added(point, p => p.Id.Value);
        return point;
    }

    public static string ContactOf(Identity identity) => identity.Name.Replace(' ', '-').Replace('_', '-') + "@uji.komeji.id";
}
