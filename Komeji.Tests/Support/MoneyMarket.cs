using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Application.Settings;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Settings;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Integrations.Payments.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Support;

/// <summary>Two shops, buyers, and the sandbox provider beside them, whose notices reach the product in this process.</summary>
public sealed class MoneyMarket : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-money-").FullName;
    readonly List<(StoreId Store, string Name, ProductId Product, VariantId Variant)> shops = [];
    long sequence;

    MoneyMarket()
    {
    }

    public TestKomeji Komeji { get; private set; } = null!;
    public UserId Buyer { get; private set; }
    public UserId Seller { get; private set; }

    /// <summary>Our hook does not answer while this is set.</summary>
    public bool HookIsDown { get; set; }

    public SandboxBooks Provider => Komeji.Services.GetRequiredService<SandboxBooks>();
    public SandboxNotices Notices => Komeji.Services.GetRequiredService<SandboxNotices>();
    public SandboxFaults Faults => Komeji.Services.GetRequiredService<SandboxFaults>();
    public SandboxSignature Signature => Komeji.Services.GetRequiredService<SandboxSignature>();

    public static async Task<MoneyMarket> Open(Engine engine, int vatBasisPoints = 0, Action<IServiceCollection>? more = null)
    {
        var market = new MoneyMarket();
        market.Komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSandboxPayments(_ => new SandboxOptions(Path.Combine(market.folder, "sandbox.db"), () => new Uri("http://komeji.test/hook/sandbox")));
            services.AddHttpClient(SandboxNotices.ClientName).ConfigurePrimaryHttpMessageHandler(() => new OwnHook(market));
            more?.Invoke(services);
        });
        await market.OpenShops(vatBasisPoints);
        return market;
    }

    /// <summary>Places a purchase at the first shops, one order for each amount of goods; shipping costs Rp8.000 each.</summary>
    public async Task<Placed> Place(params long[] goods)
    {
        var now = Komeji.Clock.GetUtcNow();
        var drafts = goods.Select((amount, i) => Draft(i, amount)).ToList();
        var destination = new Destination("Siti Aminah", "081234567890", "Jl. Mawar 12", "35.78.10.1001", "Tambaksari, Kota Surabaya", "60136", "");
        var number = $"BLJ-20261005-{++sequence:000000}";
        var purchase = Purchase.Place(number, Buyer, $"token-{sequence}", destination, drafts, TimeSpan.FromHours(24), now);
        await Komeji.Write(async db =>
        {
            db.Purchases.Add(purchase);
            db.Payments.Add(Payment.Of(purchase.Id, purchase.Total, now));
            await Task.CompletedTask;
        });
        await Act(stock => stock.Reserve(global::Komeji.Application.Catalog.Stock.Of(purchase.Orders), CancellationToken.None));
        return new Placed(number, purchase.Id, purchase.Total, [.. purchase.Orders.Select(o => o.Id)], [.. purchase.Orders.Select(o => o.Number)], [.. purchase.Orders.Select(o => o.StoreId)]);
    }

    /// <summary>Opens the pay page as the buyer and gives the provider's id of the charge.</summary>
    public async Task<string> Start(Placed placed)
    {
        var started = await Komeji.As(Buyer).Send(new StartPayment(placed.Number));
        return started.PayAddress.ShouldNotBeNull().Split('/')[^1];
    }

    /// <summary>The buyer pays and everybody hears of it.</summary>
    public async Task<string> Pay(Placed placed)
    {
        var charge = await Start(placed);
        var capture = Provider.Pay(charge).ShouldNotBeNull();
        await Hear();
        return capture.Id;
    }

    /// <summary>Delivers the provider's notices and acts on what was stored.</summary>
    public async Task Hear()
    {
        while (await Notices.DeliverDue(CancellationToken.None) > 0)
        {
            // As long as there are more than one batch.
        }

        await Komeji.Run<DuePaymentEvents>();
    }

    /// <summary>Moves an order by one of its verbs, with the reactions.</summary>
    public Task Move(OrderId id, Action<Order, OrderTerms, DateTimeOffset> verb) => InScope(async services =>
    {
        var db = services.GetRequiredService<IKomejiDb>();
        var terms = await services.GetRequiredService<SettingsInForce>().OrderTerms(CancellationToken.None);
        await services.GetRequiredService<UnitOfWork>().Run(async () =>
        {
            var order = await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == id);
            verb(order, terms, Komeji.Clock.GetUtcNow());
        }, CancellationToken.None);
    });

    public async Task Complete(OrderId id)
    {
        await Move(id, (o, terms, now) => o.Accept(Actor.Seller(Seller.Value), terms, now));
        await Move(id, (o, terms, now) => o.Ship(Actor.Seller(Seller.Value), terms, now));
        await Move(id, (o, terms, now) => o.ConfirmReceived(Actor.Buyer(Buyer.Value), terms, now));
    }

    public Task Decline(OrderId id) => Move(id, (o, _, now) => o.Decline(Actor.Seller(Seller.Value), "Stok rusak", now));

    /// <summary>Nobody paid in time: payment and orders expire together.</summary>
    public Task Expire(Placed placed) => InScope(async services =>
    {
        var db = services.GetRequiredService<IKomejiDb>();
        await services.GetRequiredService<UnitOfWork>().Run(async () =>
        {
            var now = Komeji.Clock.GetUtcNow();
            var payment = await db.Payments.SingleAsync(p => p.PurchaseId == placed.PurchaseId);
            payment.Expire(now);
            foreach (var order in await db.Orders.Include(o => o.Timers).Where(o => o.PurchaseId == placed.PurchaseId).ToListAsync())
            {
                order.Expire(now);
            }
        }, CancellationToken.None);
    });

    public Task<Payment> PaymentOf(Placed placed) =>
        Komeji.Read(db => db.Payments.AsNoTracking().Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == placed.PurchaseId));

    /// <summary>A balance as people read it: debts and revenue positive when owed or earned.</summary>
    public Task<long> Balance(int account, string? key = null) =>
        Komeji.Read(db => db.Entries.Where(e => e.Account == account && (key == null || e.AccountKey == key)).SumAsync(e => (long)e.Amount));

    public async Task ShouldBeSound()
    {
        var report = await Komeji.Send(new VerifyLedger());
        report.Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await Komeji.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    public async Task InScope(Func<IServiceProvider, Task> work)
    {
        await using var scope = Komeji.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    Task Act(Func<global::Komeji.Application.Catalog.Stock, Task> work) => InScope(services =>
        services.GetRequiredService<UnitOfWork>().Run(() => work(services.GetRequiredService<global::Komeji.Application.Catalog.Stock>()), CancellationToken.None));

    OrderDraft Draft(int shop, long goods)
    {
        var (store, name, product, variant) = shops[shop];
        var line = new OrderLineDraft(product, variant, "Keripik tempe", "", "keripik-tempe", null, new Rupiah(goods), 1, 200, Warranty.None, "");
        sequence++;
        return new OrderDraft($"KMJ-20261005-{sequence:000000}", sequence, store, name, [line], new ShippingChoice(ShipmentKind.Courier, "jne", "REG", new Rupiah(8_000), 1, 3), 1, "");
    }

    async Task OpenShops(int vatBasisPoints)
    {
        var now = Komeji.Clock.GetUtcNow();
        Buyer = new UserId(Guid.CreateVersion7(now));
        await Komeji.Write(db =>
        {
            db.Settings.Add(new Setting(SettingCatalogue.VatOnFee, $"{vatBasisPoints}", now.AddDays(-1), "uji", "uji", null, now));
            var category = new Category(CategoryId.New(now), null, "Camilan", "camilan", ProductKind.Goods, 1, "camilan");
            db.Categories.Add(category);
            for (var i = 0; i < 3; i++)
            {
                var owner = new UserId(Guid.CreateVersion7(now));
                Seller = i == 0 ? owner : Seller;
                var store = Store.Open(owner, $"toko-{i}", new StoreFacts($"Toko {i} Jaya", "", "08123456780", "35.78.10.1001", "Jl. Mawar", "", ["jne:REG"], false), now);
                var facts = new ProductFacts(category.Id, "Camilan", ProductKind.Goods, "Keripik tempe", "", 200, 0, 0, 0, 0, "", 1, "", true, "", Warranty.None);
                var product = Product.Draft(store.Id, $"keripik-{i}", facts, [new VariantFacts(null, "", new Rupiah(25_500), 1_000_000, "")], now);
                product.AddPicture($"gambar-{i}", 400, 400, "Keripik tempe", now);
                product.Publish(now);
                db.Stores.Add(store);
                db.Products.Add(product);
                shops.Add((store.Id, store.Name, product.Id, product.Variants[0].Id));
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>Stands where the network is: a notice goes to the same request the hook's page sends.</summary>
    sealed class OwnHook(MoneyMarket market) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (market.HookIsDown)
            {
                throw new HttpRequestException("Nobody answers.");
            }

            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var receipt = await market.Komeji.Send(new RecordPaymentEvent("sandbox", body, request.Headers.GetValues(SandboxSignature.Header).Single()));
            return new HttpResponseMessage(receipt == PaymentEventReceipt.NotBelieved ? System.Net.HttpStatusCode.BadRequest : System.Net.HttpStatusCode.OK);
        }
    }
}

public sealed record Placed(string Number, PurchaseId PurchaseId, Rupiah Total, IReadOnlyList<OrderId> Orders, IReadOnlyList<string> OrderNumbers, IReadOnlyList<StoreId> Stores);
