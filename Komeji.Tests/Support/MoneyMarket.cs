using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Settings;
using Komeji.Integrations.Payments.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Support;

/// <summary>Two shops, buyers, and the sandbox provider beside them, whose notices reach the product in this process.</summary>
public sealed class MoneyMarket : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-money-").FullName;
    readonly MoneyShops shops = new();

    MoneyMarket()
    {
    }

    public TestKomeji Komeji { get; private set; } = null!;
    public UserId Buyer { get; private set; }
    public UserId Seller => shops.Seller;

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

    public async Task<Placed> Place(params long[] goods)
    {
        Placed placed = null!;
        await Komeji.Write(async db => placed = await shops.Place(db, Buyer, goods, Komeji.Clock.GetUtcNow()));
        return placed;
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

    Task OpenShops(int vatBasisPoints)
    {
        var now = Komeji.Clock.GetUtcNow();
        Buyer = new UserId(Guid.CreateVersion7(now));
        return Komeji.Write(db =>
        {
            db.Settings.Add(new Setting(SettingCatalogue.VatOnFee, $"{vatBasisPoints}", now.AddDays(-1), "uji", "uji", null, now));
            shops.Open(db, now);
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
