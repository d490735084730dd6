using Komeji.Application.Ledger.Days;
using Komeji.Application.Ledger.Sweeps;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payouts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ledger;

public sealed class MoveToCooperativeTests
{
    /// <summary>Everything of others stays covered, to the last rupiah.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_is_the_cooperatives_may_be_moved_and_each_reference_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var now = komeji.Clock.GetUtcNow();
        await komeji.Write(db =>
        {
            db.Journals.AddRange(
                PostingRules.PurchasePaid("sandbox", "pay_1", PurchaseId.New(now), [(OrderId.New(now), new Rupiah(60_000))], now, now),
                PostingRules.ProviderRounding("sandbox", 1, new Rupiah(-15_000), now),
                PostingRules.ProviderSettled("sandbox", "po_1", new Rupiah(75_000), now, now));
            return Task.CompletedTask;
        });
        komeji.As(new UserId(Guid.CreateVersion7(now)), Roles.Finance).In(null, now);

        (await komeji.Send(new ListSweeps())).Funds.Movable.ShouldBe(new Rupiah(15_000));
        (await Refused(new MoveToCooperative(new Rupiah(15_001), "TRX-1"))).ShouldBe("sweep.not_ours");
        (await Refused(new MoveToCooperative(Rupiah.Zero, "TRX-1"))).ShouldBe("sweep.amount");
        (await Refused(new MoveToCooperative(new Rupiah(1), "=1+1"))).ShouldBe("sweep.reference");
        await komeji.Send(new MoveToCooperative(new Rupiah(10_000), "trx-1"));
        (await Refused(new MoveToCooperative(new Rupiah(5_000), "TRX-1"))).ShouldBe("sweep.recorded");
        await komeji.Send(new MoveToCooperative(new Rupiah(5_000), "TRX-2"));
        (await Refused(new MoveToCooperative(new Rupiah(1), "TRX-3"))).ShouldBe("sweep.not_ours");

        (await komeji.Read(db => db.Entries.Where(e => e.Account == Chart.CooperativeBank.Code).SumAsync(e => (long)e.Amount))).ShouldBe(15_000);
        (await komeji.Send(new ListSweeps())).Done.Rows.Select(r => r.What).ShouldBe(["Rp5.000 TRX-2", "Rp10.000 TRX-1"]);

        async Task<string> Refused(MoveToCooperative move) => (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(move))).Code;
    }

    /// <summary>
    /// 60,000 are held for a buyer and 15,000 are the cooperative's. A shop without a balance was paid 10,000, which it owes back: 65,000
    /// are left, and of them only 5,000 are free, whatever the shop owes. The same from what closed days kept.
    /// </summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_shop_owes_is_not_money_of_others(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var now = komeji.Clock.GetUtcNow();
        var account = new PayoutAccount("BCA", "******7890", "segel", "sidik", "Sri Wahyuni");
        var payout = Payout.Request("CAIR-UJI", StoreId.New(now), new Rupiah(10_000), account, null, Actor.System, now);
        await komeji.Write(db =>
        {
            db.Journals.AddRange(
                PostingRules.PurchasePaid("sandbox", "pay_1", PurchaseId.New(now), [(OrderId.New(now), new Rupiah(60_000))], now, now),
                PostingRules.ProviderRounding("sandbox", 1, new Rupiah(-15_000), now),
                PostingRules.ProviderSettled("sandbox", "po_1", new Rupiah(75_000), now, now),
                PostingRules.PayoutAsked(payout, now),
                PostingRules.PayoutSent(payout, now));
            return Task.CompletedTask;
        });
        komeji.As(new UserId(Guid.CreateVersion7(now)), Roles.Finance).In(null, now);
        var funds = (await komeji.Send(new ListSweeps())).Funds;
        (funds.Escrow, funds.Owed, funds.Movable).ShouldBe((new Rupiah(65_000), new Rupiah(60_000), new Rupiah(5_000)));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new MoveToCooperative(new Rupiah(5_001), "TRX-1")))).Code.ShouldBe("sweep.not_ours");

        komeji.Clock.Advance(TimeSpan.FromDays(3));
        await komeji.Send(new CloseLedgerDay(Wib.DayOf(now)));
        (await komeji.Send(new ListSweeps())).Funds.ShouldBe(funds);
        komeji.In(null, komeji.Clock.GetUtcNow());
        await komeji.Send(new MoveToCooperative(new Rupiah(5_000), "TRX-1"));
        (await komeji.Send(new ListSweeps())).Funds.Movable.ShouldBe(Rupiah.Zero);
    }
}
