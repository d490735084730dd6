using Komeji.Application.Legal;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Komeji.Tests.Application.Payments.MoneyDesk;
using static Komeji.Tests.Application.Payouts.PayoutSteps;

namespace Komeji.Tests.Application.Payouts;

/// <summary>One payout that cannot go keeps no other from going.</summary>
public sealed class PayoutFileTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_bank_that_is_not_offered_goes_by_its_name(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await TellAccount(market, "Bank Madani");
        await Earn(market);
        await Settle(market);
        await AskAndApprove(market);
        var file = await As(market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast));
        var line = (await As(market, First).Send(new FetchPayoutFile(file))).Lines.Single();
        (line.BankCode, line.Bank, line.Account).ShouldBe(("", "Bank Madani", Account));
    }

    /// <summary>A file takes one, and the oldest has a number no key opens: the next one goes.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_read_stays_behind_and_takes_no_place(Engine engine)
    {
        await using var market = await Ready(engine);
        await Set(market, SettingCatalogue.PayoutsPerFile, 1);
        var oldest = await AskAndApprove(market, 50_000);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var next = await AskAndApprove(market, 53_000);
        var anothers = market.Komeji.Services.GetRequiredService<PersonalKey>().KeepAccount(market.Buyer, "BCA", Account).Sealed;
        await market.Komeji.Read(db => db.Payouts.Where(p => p.Id == oldest).ExecuteUpdateAsync(s => s.SetProperty(p => p.AccountSealed, anothers)));
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, oldest)))).ShouldBe("payout.key");
        var file = await As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast));
        (await As(market, First).Send(new FetchPayoutFile(file))).Lines.Single().Amount.ShouldBe(new Rupiah(53_000));
        (await StateOf(market, oldest), await StateOf(market, next)).ShouldBe((PayoutState.Approved, PayoutState.Processing));
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast)))).ShouldBe("payout.file_empty");
    }

    /// <summary>Two payouts go to one account, and the bank sends the first one back: the second waits until somebody made sure.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_more_goes_to_an_account_money_came_back_from(Engine engine)
    {
        await using var market = await Ready(engine);
        var first = await AskAndApprove(market, 50_000);
        await As(market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast));
        await As(market, First).Send(new RecordPayoutSuccess(first, 1, "TRF-9001", Rupiah.Zero));
        var second = await AskAndApprove(market, 53_000);
        await As(market, First).Send(new RecordPayoutReturn(first, "Rekening tidak aktif"));
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast)))).ShouldBe("payout.file_empty");
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, second)))).ShouldBe("payout.account_returned");
        (await As(market, First).Send(new ShowPayout(second, 1))).Obstacle.ShouldNotBeNull();
        await As(market, First).Send(new TrustPayoutAccount(second, "Penjual menunjukkan buku tabungan"));
        await As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast));
        (await StateOf(market, second)).ShouldBe(PayoutState.Processing);
    }
}
