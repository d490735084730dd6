using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;
using Komeji.Integrations.Payments.Midtrans;
using Komeji.Integrations.Payments.MidtransStandIn;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Integrations.Payments.StripeStandIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Support;

/// <summary>Shops, a buyer, and a provider beside them, whose notices reach the product in this process: the sandbox, or the stand-in for Stripe.</summary>
public sealed class MoneyMarket : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-money-").FullName;
    readonly MoneyShops shops = new();
    StripeStandInServer? standIn;
    MidtransStandInServer? midtrans;
    HttpClient? toHook;

    MoneyMarket()
    {
    }

    public TestKomeji Komeji { get; private set; } = null!;
    public UserId Buyer { get; private set; }
    public UserId Seller => shops.Seller;

    /// <summary>What stands behind what is sold from now on.</summary>
    public Warranty SoldWith { get => shops.SoldWith; set => shops.SoldWith = value; }

    /// <summary>Our hook does not answer while this is set.</summary>
    public bool HookIsDown { get; set; }

    /// <summary>Brings a notice and its signature elsewhere than to the product in this process, and says how it was answered.</summary>
    public Func<string, string?, CancellationToken, Task<System.Net.HttpStatusCode>>? Carrier { get; set; }

    public SandboxBooks Provider => Komeji.Services.GetRequiredService<SandboxBooks>();
    public SandboxNotices Notices => Komeji.Services.GetRequiredService<SandboxNotices>();
    public SandboxFaults Faults => Komeji.Services.GetRequiredService<SandboxFaults>();
    public SandboxSignature Signature => Komeji.Services.GetRequiredService<SandboxSignature>();

    /// <summary>Null where the provider is the sandbox.</summary>
    public StripeStandInServer StandIn => standIn ?? throw new InvalidOperationException("The provider here is the sandbox.");

    public MidtransStandInServer Midtrans => midtrans ?? throw new InvalidOperationException("The provider here is another.");

    /// <summary>The provider is Midtrans, or what stands for it on a port of this machine.</summary>
    public static async Task<MoneyMarket> OpenAtMidtrans(Engine engine)
    {
        var market = new MoneyMarket();
        market.Komeji = await TestKomeji.Create(engine, services => services.AddMidtransPayments(_ => MidtransKeys.At(market.Midtrans.Address)));
        market.toHook = new HttpClient(new OwnHook(market, MidtransPaymentGateway.GatewayName, null));
        var options = new MidtransStandInOptions(0, MidtransKeys.Server, () => new Uri("http://komeji.test/hook/midtrans"));
        market.midtrans = await MidtransStandInServer.Start(options, market.toHook, market.Komeji.Clock);
        await market.OpenShops(0);
        return market;
    }

    /// <summary>The provider is Stripe, or what stands for it on a port of this machine.</summary>
    public static async Task<MoneyMarket> OpenAtStripe(Engine engine, int vatBasisPoints = 0, Action<IServiceCollection>? more = null)
    {
        var market = new MoneyMarket();
        market.Komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddStripePayments(_ => StripeKeys.At(market.StandIn.Address));
            more?.Invoke(services);
        });
        market.toHook = new HttpClient(new OwnHook(market, StripePaymentGateway.GatewayName, StripeSignature.Header));
        var options = new StripeStandInOptions(0, StripeKeys.Secret, StripeKeys.Webhook, () => new Uri("http://komeji.test/hook/stripe"));
        market.standIn = await StripeStandInServer.Start(options, market.toHook, market.Komeji.Clock);
        await market.OpenShops(vatBasisPoints);
        return market;
    }

    public static async Task<MoneyMarket> Open(Engine engine, int vatBasisPoints = 0, Action<IServiceCollection>? more = null)
    {
        var market = new MoneyMarket();
        market.Komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSandboxPayments(_ => new SandboxOptions(Path.Combine(market.folder, "sandbox.db"), () => new Uri("http://komeji.test/hook/sandbox")));
            services.AddHttpClient(SandboxNotices.ClientName).ConfigurePrimaryHttpMessageHandler(() => new OwnHook(market, SandboxPaymentGateway.GatewayName, SandboxSignature.Header));
            more?.Invoke(services);
        });
        await market.OpenShops(vatBasisPoints);
        return market;
    }

    public Task<Placed> Place(params long[] goods) => Place([.. goods.Select(price => (price, 1))]);

    public async Task<Placed> Place(params (long Price, int Pieces)[] goods)
    {
        Placed placed = null!;
        await Komeji.Write(async db => placed = await shops.Place(db, Buyer, goods, Komeji.Clock.GetUtcNow()));
        return placed;
    }

    /// <summary>One order at the first shop, which brings it and is paid in cash; the shop is asked at once.</summary>
    public async Task<Placed> PlaceInCash(long price)
    {
        Placed placed = null!;
        await Komeji.Write(async db => placed = await shops.Place(db, Buyer, [(price, 1)], Komeji.Clock.GetUtcNow(), inCash: true));
        await using var scope = Komeji.Services.CreateAsyncScope();
        var opened = scope.ServiceProvider.GetRequiredService<IKomejiDb>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(async () =>
        {
            await opened.Purchases.Include(p => p.Orders).ThenInclude(o => o.Lines).Include(p => p.Orders).ThenInclude(o => o.Timers).SingleAsync(p => p.Id == placed.PurchaseId);
            (await opened.Payments.SingleAsync(p => p.PurchaseId == placed.PurchaseId)).LeaveToShop(Komeji.Clock.GetUtcNow());
        }, CancellationToken.None);
        return placed;
    }

    /// <summary>The shop is on its way with an order paid in cash.</summary>
    public async Task<string> SetOutForCash(long price)
    {
        var number = (await PlaceInCash(price)).OrderNumbers[0];
        await Komeji.As(Seller).Send(new AcceptOrder(number));
        await Komeji.Send(new ShipOrder(number, ""));
        return number;
    }

    /// <summary>The buyer has the goods, and the shop has not said yet that it has the cash.</summary>
    public async Task<string> DeliverForCash(long price)
    {
        var number = await SetOutForCash(price);
        var code = await Komeji.Read(db => db.Orders.Where(o => o.Number == number).Select(o => o.PickupCode).SingleAsync());
        (await Komeji.As(Seller).Send(new HandOverOrder(number, code!))).ShouldBeTrue();
        return number;
    }

    /// <summary>The whole way: both say that the cash changed hands.</summary>
    public async Task<string> SellForCash(long price)
    {
        var number = await DeliverForCash(price);
        await Komeji.As(Seller).Send(new TakeCash(number, new Rupiah(price + 8_000)));
        await Komeji.As(Buyer).Send(new ConfirmReceived(number));
        return number;
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
        var payment = standIn is null ? Provider.Pay(charge).ShouldNotBeNull().Id : StandIn.Books.Pay(charge).ShouldNotBeNull();
        await Hear();
        return payment;
    }

    /// <summary>Delivers the provider's notices and acts on what was stored.</summary>
    public async Task Hear()
    {
        while (await (midtrans?.Post.DeliverDue(CancellationToken.None) ?? standIn?.Post.DeliverDue(CancellationToken.None) ?? Notices.DeliverDue(CancellationToken.None)) > 0)
        {
            // As long as there are more than one batch.
        }

        await Komeji.Run<DuePaymentEvents>();
    }

    /// <summary>The shop serves it and the buyer is content.</summary>
    public async Task Complete(OrderId id)
    {
        var number = await Deliver(id);
        await Komeji.As(Buyer).Send(new ConfirmReceived(number));
    }

    public async Task Decline(OrderId id)
    {
        var (number, seller) = await Of(id);
        await Komeji.As(seller).Send(new DeclineOrder(number, "Stok rusak"));
    }

    /// <summary>Nobody paid in time.</summary>
    public Task Expire(Placed placed) => Komeji.Send(new ExpirePurchase(placed.PurchaseId));

    /// <summary>The buyer gives an unpaid purchase up.</summary>
    public Task GiveUp(Placed placed) => Komeji.As(Buyer).Send(new CancelOrder(placed.OrderNumbers[0], "Salah pesan"));

    /// <summary>Delivered, and then the shop agrees to give everything back.</summary>
    public async Task DeliverAndRefund(OrderId id)
    {
        var number = await Deliver(id);
        await Komeji.Send(new ProveDelivery(number, "Siti Aminah", Stream.Null));
        await Komeji.Send(new RefundOrder(number, "Barang rusak"));
    }

    /// <summary>Ships some pieces of what an order of several holds, and leaves it there.</summary>
    public async Task ShipPart(OrderId id, int pieces = 1)
    {
        var (number, seller) = await Of(id);
        var order = await Komeji.Read(db => db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == id));
        if (order.State == OrderState.AwaitingSeller)
        {
            await Komeji.As(seller).Send(new AcceptOrder(number));
        }

        await Komeji.As(seller).Send(new ShipOrder(number, "JX1234567890", new Dictionary<OrderLineId, int> { [order.Lines[0].Id] = pieces }));
    }

    public async Task CancelRest(OrderId id)
    {
        var (number, seller) = await Of(id);
        await Komeji.As(seller).Send(new CancelRest(number, "Stok habis"));
    }

    /// <summary>The buyer is content with what has come.</summary>
    public async Task Receive(OrderId id) =>
        await Komeji.As(Buyer).Send(new ConfirmReceived((await Of(id)).Number));

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
        if (standIn is not null)
        {
            await standIn.DisposeAsync();
        }

        if (midtrans is not null)
        {
            await midtrans.DisposeAsync();
        }

        toHook?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    /// <summary>Accepts and ships it, as its seller.</summary>
    async Task<string> Deliver(OrderId id)
    {
        var (number, seller) = await Of(id);
        await Komeji.As(seller).Send(new AcceptOrder(number));
        await Komeji.Send(new ShipOrder(number, "JX1234567890"));
        return number;
    }

    async Task<(string Number, UserId Seller)> Of(OrderId id)
    {
        var order = await Komeji.Read(db => db.Orders.Where(o => o.Id == id)
            .Select(o => new { o.Number, Seller = db.Stores.Single(s => s.Id == o.StoreId).OwnerId }).SingleAsync());
        return (order.Number, order.Seller);
    }

    Task OpenShops(int vatBasisPoints)
    {
        var now = Komeji.Clock.GetUtcNow();
        Buyer = new UserId(Guid.CreateVersion7(now));
        return Komeji.Write(db =>
        {
            if (vatBasisPoints > 0)
            {
                var yesterday = Wib.DayOf(now).AddDays(-1);
                db.TaxRules.Add(TaxRule.Shipped(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(vatBasisPoints), 1, 1, Rounding.HalfUp, TaxPoint.Payment, yesterday, null), "uji", now));
                db.TaxDuties.Add(TaxDuty.Record(TaxDutyKind.TaxableEntrepreneur, true, "S-1PKP", yesterday, yesterday, "Pengukuhan untuk uji", Buyer, now));
            }

            shops.Open(db, now);
            return Task.CompletedTask;
        });
    }

    /// <summary>Stands where the network is: a notice goes to the same request the hook's page sends.</summary>
    sealed class OwnHook(MoneyMarket market, string gateway, string? header) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (market.HookIsDown)
            {
                throw new HttpRequestException("Nobody answers.");
            }

            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var signature = header is null ? null : request.Headers.GetValues(header).Single();
            if (market.Carrier is { } carrier)
            {
                return new HttpResponseMessage(await carrier(body, signature, cancellationToken));
            }

            var receipt = await market.Komeji.Send(new RecordPaymentEvent(gateway, body, signature));
            return new HttpResponseMessage(receipt == PaymentEventReceipt.NotBelieved ? System.Net.HttpStatusCode.BadRequest : System.Net.HttpStatusCode.OK);
        }
    }
}
