using Komeji.Application.Payments;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Payouts.Providers;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Integrations.Payouts.Disbursement;
using Komeji.Integrations.Payouts.DisbursementStandIn;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;
using static Komeji.Tests.Application.Payouts.PayoutSteps;

namespace Komeji.Tests.Application.Payouts;

/// <summary>A market whose payouts a provider sends: a stand-in on a port of this machine, whose notices reach the product in this process.</summary>
sealed class PayoutProvider : IAsyncDisposable
{
    readonly HttpClient toHook;

    PayoutProvider() => toHook = new HttpClient(new OwnHook(this));

    public MoneyMarket Market { get; private set; } = null!;
    public DisbursementStandInServer Server { get; private set; } = null!;

    /// <summary>With a shop that has money at the bank.</summary>
    public static async Task<PayoutProvider> Open(Engine engine, string bank = "BCA")
    {
        var opened = new PayoutProvider();
        opened.Market = await MoneyMarket.Open(engine, more: services => services.AddDisbursementPayouts(_ => DisbursementKeys.At(opened.Server.Address)));
        var options = new DisbursementStandInOptions(0, DisbursementKeys.Api, DisbursementKeys.Secret, () => new Uri("http://komeji.test/hook/pencairan"));
        opened.Server = await DisbursementStandInServer.Start(options, opened.toHook, opened.Market.Komeji.Clock);
        opened.Server.Books.HolderOf = (_, _) => "SRI WAHYUNI";
        await TellAccount(opened.Market, bank);
        await Earn(opened.Market);
        await Settle(opened.Market);
        return opened;
    }

    /// <summary>Asked for, its name asked, prepared and approved.</summary>
    public async Task<PayoutId> AskAndApprove(long? amount = null)
    {
        var id = await Ask(Market, amount);
        await AskNames();
        await As(Market, First).Send(new PreparePayout(id));
        await As(Market, Second).Send(new ApprovePayout(id));
        return id;
    }

    /// <summary>Given to the provider, which has not been called yet.</summary>
    public async Task<PayoutId> AskAndGive()
    {
        var id = await AskAndApprove();
        await As(Market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast, ByProvider: true));
        return id;
    }

    public Task AskNames() => Market.Komeji.As(null).Run<NamesToAsk>();

    /// <summary>The job that calls and asks.</summary>
    public Task Work() => Market.Komeji.As(null).Run<DueTransfers>();

    /// <summary>The same, when so much time has passed.</summary>
    public Task WorkAfter(TimeSpan time)
    {
        Market.Komeji.Clock.Advance(time);
        return Work();
    }

    /// <summary>Delivers the provider's notices and acts on what was stored.</summary>
    public async Task Hear()
    {
        await Server.Post.DeliverDue(CancellationToken.None);
        await Market.Komeji.As(null).Run<DuePaymentEvents>();
    }

    public Task<PayoutAttempt> LastTry(PayoutId id) =>
        Market.Komeji.Read(db => db.Payouts.AsNoTracking().Where(p => p.Id == id).SelectMany(p => p.Attempts).OrderByDescending(a => a.Number).FirstAsync());

    /// <summary>What the provider calls the last try.</summary>
    public async Task<string> KeyOf(PayoutId id) => (await LastTry(id)).Id.Value.ToString();

    public async Task<IReadOnlyList<string>> Steps(PayoutId id) => [.. (await As(Market, First).Send(new ShowPayout(id, 1))).Steps.Select(s => s.ReasonCode)];

    public async ValueTask DisposeAsync()
    {
        await Market.DisposeAsync();
        await Server.DisposeAsync();
        toHook.Dispose();
    }

    /// <summary>Stands where the network is: a notice goes to the same request the hook's page sends.</summary>
    sealed class OwnHook(PayoutProvider desk) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var receipt = await desk.Market.Komeji.Send(new RecordPaymentEvent(DisbursementPayoutGateway.GatewayName, body, request.Headers.GetValues(DisbursementSignature.Header).Single()));
            return new HttpResponseMessage(receipt == PaymentEventReceipt.NotBelieved ? System.Net.HttpStatusCode.BadRequest : System.Net.HttpStatusCode.OK);
        }
    }
}
