using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Payments.Approvals;
using Komeji.Application.Payments.Claims;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Payments;

/// <summary>What couriers owe for refunds they bear: 40 % of 10,000 is a claim of 4,000, worked by hand in docs/domain/ledger.md.</summary>
public sealed class ClaimTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_in_parts_it_is_settled_and_each_transfer_counts_once(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var claim = await Claimed(market);
        await As(market, First).Send(new RecordClaimPayment(claim, Money(2_500, "TRF-77")));
        (await market.Balance(1030), await market.Balance(1021)).ShouldBe((1_500, 2_500));
        (await Refused(() => As(market, First).Send(new RecordClaimPayment(claim, Money(500, "trf-77"))))).ShouldBe("claim.recorded");
        (await Refused(() => As(market, First).Send(new RecordClaimPayment(claim, Money(1_501, "TRF-78"))))).ShouldBe("claim.amount");
        (await Refused(() => As(market, market.Buyer).Send(new RecordClaimPayment(claim, Money(500, "TRF-78"))))).ShouldBe("staff.own_case");
        await Should.ThrowAsync<NotFound>(() => As(market, First).Send(new RecordClaimPayment(new RefundId(Guid.Empty), Money(500, "TRF-78"))));
        await market.ShouldBeSound();

        await As(market, First).Send(new RecordClaimPayment(claim, new ClaimMoney(new Rupiah(1_500), Chart.EscrowAtProvider.Code, "TRF-78", new DateOnly(2026, 10, 5))));
        (await market.Balance(1030), await market.Balance(1020)).ShouldBe((0, 1_500));
        (await As(market, First).Send(new ListClaims(null, true, 1))).ShouldSatisfyAllConditions(p => p.Open.ShouldBe(Rupiah.Zero), p => p.Claims.Rows.ShouldBeEmpty(), p => p.Parties.ShouldBeEmpty());
        (await As(market, First).Send(new ListClaims(null, false, 1))).Claims.Rows.Single().Open.ShouldBe(Rupiah.Zero);
        (await Refused(() => As(market, First).Send(new WriteClaimOff(claim, "Tidak dibayar")))).ShouldBe("claim.settled");
        await market.ShouldBeSound();
    }

    /// <summary>However small it is, two officers write it off; a payment in between is not lost.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_not_paid_two_officers_write_off(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var claim = await Claimed(market);
        (await As(market, First).Send(new WriteClaimOff(claim, "Kurir tutup"))).ShouldBe(MoneyDecided.Waits);
        (await market.Balance(1030), await market.Balance(5030)).ShouldBe((4_000, 0));
        (await Refused(() => As(market, Second).Send(new WriteClaimOff(claim, "Kurir tutup")))).ShouldBe("approval.waits");
        await As(market, First).Send(new RecordClaimPayment(claim, Money(2_500, "TRF-77")));
        var asked = await Waiting(market);
        (await Refused(() => As(market, Second).Send(new ApproveMoney(asked, "Setuju")))).ShouldBe("approval.changed");
        await As(market, First).Send(new RejectMoney(asked, "Sudah dibayar sebagian"));

        await As(market, First).Send(new WriteClaimOff(claim, "Sisanya tidak dibayar"));
        var again = await Waiting(market);
        (await Refused(() => As(market, First).Send(new ApproveMoney(again, "Setuju")))).ShouldBe("approval.same_officer");
        await As(market, Second).Send(new ApproveMoney(again, "Surat kurir sudah saya baca"));
        (await market.Balance(1030), await market.Balance(5030), await market.Balance(1021)).ShouldBe((0, 1_500, 2_500));
        (await As(market, First).Send(new ShowClaim(claim))).ShouldSatisfyAllConditions(p => p.Open.ShouldBe(Rupiah.Zero), p => p.Payments.Count.ShouldBe(1), p => p.WriteOffs.Count.ShouldBe(2));
        await market.ShouldBeSound();
    }

    /// <summary>All 4,000 were written off; 2,500 come in after all, then 1,500, and no more. One transfer pays one claim.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_comes_in_after_the_write_off_makes_up_for_the_loss(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var claim = await Claimed(market);
        await As(market, First).Send(new WriteClaimOff(claim, "Kurir tutup"));
        await As(market, Second).Send(new ApproveMoney(await Waiting(market), "Setuju"));
        await As(market, First).Send(new RecordClaimPayment(claim, Money(2_500, "TRF-77")));
        (await market.Balance(1030), await market.Balance(5030), await market.Balance(1021)).ShouldBe((0, 1_500, 2_500));
        await market.ShouldBeSound();
        (await Refused(() => As(market, First).Send(new RecordClaimPayment(claim, Money(1_501, "TRF-78"))))).ShouldBe("claim.amount");
        (await As(market, First).Send(new ShowClaim(claim))).WrittenOff.ShouldBe(new Rupiah(1_500));
        await As(market, First).Send(new RecordClaimPayment(claim, Money(1_500, "TRF-78")));
        (await market.Balance(5030), await market.Balance(1021)).ShouldBe((0, 4_000));

        var other = await Claimed(market);
        (await Refused(() => As(market, First).Send(new RecordClaimPayment(other, Money(500, "trf-78"))))).ShouldBe("claim.recorded");
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Finance_sees_them_by_party_and_age_and_takes_them_away(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var old = await Claimed(market);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(40));
        await Claimed(market);
        await As(market, First).Send(new RecordClaimPayment(old, Money(1_000, "TRF-77")));
        var page = await As(market, First).Send(new ListClaims("jne", true, 1));
        (page.Open, page.Parties.Single()).ShouldBe((new Rupiah(7_000), new PartyClaims("jne", new Rupiah(4_000), new Rupiah(3_000), Rupiah.Zero, Rupiah.Zero)));
        page.Claims.Rows.Select(c => (c.Open.Amount, c.Days)).ShouldBe([(3_000L, 40), (4_000L, 0)]);
        (await market.Balance(1030)).ShouldBe(page.Parties.Sum(p => p.Total.Amount));
        (await As(market, First).Send(new ListClaims("pos", true, 1))).Claims.Total.ShouldBe(0);
        await using var scope = As(market, First).Services.CreateAsyncScope();
        var file = await (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportClaims(false))).Rows.ToListAsync();
        file.Select(r => (r[2], r[3], r[4], r[5], r[6])).ShouldBe([((object)"jne", (object)4_000L, (object)1_000L, (object)0L, (object)3_000L), ("jne", 4_000L, 0L, 0L, 4_000L)]);
        (await market.Komeji.Read(db => db.StateChanges.CountAsync(c => c.ReasonCode == PersonHistory.BooksExported && c.Note!.StartsWith("Klaim kurir")))).ShouldBe(1, "who took them away is written down");
    }

    static ClaimMoney Money(long amount, string reference) => new(new Rupiah(amount), Chart.CooperativeBank.Code, reference, new DateOnly(2026, 10, 5));

    static async Task<RefundId> Claimed(MoneyMarket market)
    {
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await Decide(market, placed.OrderNumbers[0], 10_000, courier: 40);
        var order = placed.Orders[0];
        return await market.Komeji.Read(db => db.RefundDecisions.Where(d => d.OrderId == order).Select(d => d.Id).SingleAsync());
    }

    static Task<MoneyApprovalId> Waiting(MoneyMarket market) =>
        market.Komeji.Read(db => db.MoneyApprovals.Where(a => a.State == MoneyApprovalState.Waiting).Select(a => a.Id).SingleAsync());
}
