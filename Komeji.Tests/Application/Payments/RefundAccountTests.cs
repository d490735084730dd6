using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Payments;

/// <summary>Where the channel cannot pay back, the buyer says to which account; two officers transfer there.</summary>
public sealed class RefundAccountTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_buyer_is_asked_and_two_officers_transfer_to_the_account_she_names(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var refund = await FailedRefund(market);
        var page = $"/pengembalian-dana/{refund.Value}";
        (await market.Komeji.Read(db => db.Notifications.CountAsync(n => n.Link == page))).ShouldBe(1);
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(market.Seller).Send(new NameRefundAccount(refund, "BRI", "1234 5678 90", "Siti Aminah")));
        (await Refused(() => market.Komeji.As(market.Buyer).Send(new NameRefundAccount(refund, "<b>", "1234567890", "Siti Aminah")))).ShouldBe("legal.bank");
        (await Refused(() => market.Komeji.As(market.Buyer).Send(new NameRefundAccount(refund, "BRI", "1234", "Siti Aminah")))).ShouldBe("legal.account");
        await market.Komeji.As(market.Buyer).Send(new NameRefundAccount(refund, "BRI", "1234 5678 90", "SITI AMINAH"));
        var kept = await market.Komeji.Read(db => db.RefundAccounts.SingleAsync());
        (kept.Number, kept.NameMatches, kept.NumberSealed.Contains("1234567890", StringComparison.Ordinal)).ShouldBe(("******7890", true, false));

        await As(market, First).Send(new PrepareRefundTransfer(refund, ""));
        (await Refused(() => market.Komeji.As(market.Buyer).Send(new NameRefundAccount(refund, "BCA", "0987654321", "Siti Aminah")))).ShouldBe("refund.no_account_asked");
        (await Refused(() => As(market, market.Buyer).Send(new OpenRefundAccount(refund)))).ShouldBe("staff.own_case");
        (await As(market, Second).Send(new OpenRefundAccount(refund))).ShouldBe("1234567890");
        (await Refused(() => As(market, First).Send(new RecordRefundTransfer(refund, "TRF-881")))).ShouldBe("refund.same_officer");
        await As(market, Second).Send(new RecordRefundTransfer(refund, "TRF-881"));
        (await Refused(() => As(market, Second).Send(new OpenRefundAccount(refund)))).ShouldBe("refund.no_account");
        (await As(market, Second).Send(new ShowRefund(refund))).Steps.Select(s => s.Note).TakeLast(3).ShouldBe(["BRI, SITI AMINAH, ******7890", "Nomor rekening dilihat", "TRF-881"]);
        (await market.Balance(2090)).ShouldBe(0);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_name_or_another_account_takes_a_reason(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var refund = await FailedRefund(market);
        await market.Komeji.As(market.Buyer).Send(new NameRefundAccount(refund, "BRI", "1234567890", "Budi Santoso"));
        var account = (await As(market, First).Send(new ShowRefund(refund))).Account!;
        (account.NameMatches, account.ProfileName).ShouldBe((false, "Siti Aminah"));
        (await Refused(() => As(market, First).Send(new PrepareRefundTransfer(refund, "")))).ShouldBe("refund.reason_required");
        (await Refused(() => As(market, First).Send(new PrepareRefundTransfer(refund, "BCA, Siti Aminah, …4321")))).ShouldBe("refund.reason_required");
        (await State(market)).ShouldBe(RefundState.Failed);
        await As(market, First).Send(new PrepareRefundTransfer(refund, "", "Rekening suaminya, surat kuasa ada"));
        (await As(market, First).Send(new ShowRefund(refund))).Steps.Select(s => s.Note).TakeLast(2).ShouldBe(["BRI, Budi Santoso, ******7890", "Rekening suaminya, surat kuasa ada"]);
        (await market.Komeji.As(market.Buyer).Send(new ShowMyRefund(refund))).AsksForAccount.ShouldBeFalse();
    }

    /// <summary>A refund the sandbox refused, of a buyer who has money at the bank account it is transferred from.</summary>
    static async Task<RefundId> FailedRefund(MoneyMarket market)
    {
        var now = market.Komeji.Clock.GetUtcNow();
        await market.Komeji.Write(db =>
        {
            db.Users.Add(User.Create(market.Buyer.Value, Contact.Require("siti@contoh.id"), "Siti Aminah", "uji", now));
            return Task.CompletedTask;
        });
        await market.Pay(await market.Place(60_000));
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Provider.Settle(market.Komeji.Clock.GetUtcNow());
        await market.Hear();
        market.Faults.Next(SandboxFault.RefuseRefund);
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        return await market.Komeji.Read(db => db.Refunds.Where(r => r.State == RefundState.Failed).Select(r => r.Id).SingleAsync());
    }
}
