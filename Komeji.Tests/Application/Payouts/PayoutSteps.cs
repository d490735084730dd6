using Komeji.Application.Legal;
using Komeji.Application.Payouts;
using Komeji.Application.Payouts.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Payouts;
using Komeji.Domain.Settings;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Payouts;

/// <summary>A seller with money and an account, and two officers who pay it out.</summary>
static class PayoutSteps
{
    public const string Account = "1234567890";

    /// <summary>Of 100,000 and 8,000 for shipping, less the fee of 5,000.</summary>
    public const long Earned = 103_000;

    /// <summary>The owner of the first shop has told where sales are paid out to.</summary>
    public static Task TellAccount(MoneyMarket market, string bank = "BCA") => market.Komeji.Write(db =>
    {
        var (now, owner) = (market.Komeji.Clock.GetUtcNow(), market.Seller);
        var profile = LegalProfile.Begin(owner, now);
        profile.TellOwner(new OwnerFacts("Sri Wahyuni", new KeptNumber("350901******0002", "segel", "sidik"), "+6281234567890"), now);
        profile.TellBusiness(new BusinessFacts(LegalForm.Individual, "", "", new Kbli("10794", 2020), new Rupiah(5_000_000), new Rupiah(60_000_000)), now);
        profile.TellBank(new BankFacts(bank, market.Komeji.Services.GetRequiredService<PersonalKey>().KeepAccount(owner, bank, Account), "Sri Wahyuni"), now);
        db.LegalProfiles.Add(profile);
        return Task.CompletedTask;
    });

    /// <summary>The shop sells something for 100,000, and the buyer has it.</summary>
    public static async Task Earn(MoneyMarket market)
    {
        var placed = await market.Place(100_000);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
    }

    /// <summary>What the provider captured is at the bank.</summary>
    public static async Task Settle(MoneyMarket market)
    {
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Provider.Settle(market.Komeji.Clock.GetUtcNow());
        await market.Hear();
    }

    /// <summary>An account, a balance and its money at the bank.</summary>
    public static async Task<MoneyMarket> Ready(Engine engine)
    {
        var market = await MoneyMarket.Open(engine);
        await TellAccount(market);
        await Earn(market);
        await Settle(market);
        return market;
    }

    public static Task<PayoutId> Ask(MoneyMarket market, long? amount = null) =>
        market.Komeji.As(market.Seller).Send(new RequestPayout(amount is { } some ? new Rupiah(some) : null));

    public static async Task<PayoutId> AskAndApprove(MoneyMarket market, long? amount = null)
    {
        var id = await Ask(market, amount);
        await As(market, First).Send(new PreparePayout(id));
        await As(market, Second).Send(new ApprovePayout(id));
        return id;
    }

    public static async Task<PayoutId> AskAndSend(MoneyMarket market)
    {
        var id = await AskAndApprove(market);
        await As(market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast));
        return id;
    }

    public static Task<PayoutState> StateOf(MoneyMarket market, PayoutId id) => market.Komeji.Read(db => db.Payouts.Where(p => p.Id == id).Select(p => p.State).SingleAsync());

    public static Task Set(MoneyMarket market, string key, long value) => market.Komeji.Write(db =>
    {
        var now = market.Komeji.Clock.GetUtcNow();
        db.Settings.Add(new Setting(key, value.ToString(System.Globalization.CultureInfo.InvariantCulture), now.AddMinutes(-1), "uji", "uji", null, now));
        return Task.CompletedTask;
    });
}
