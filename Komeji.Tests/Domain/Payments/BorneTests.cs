using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Tests.Domain.Payments;

/// <summary>What the cooperative bears of a dispute never falls below zero, and what came back counts once.</summary>
public sealed class BorneTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly Actor Finance = Actor.Staff(Guid.Empty, "keuangan");

    /// <summary>Of 100 the bank gave back 40: an order takes over 60 and no more, and 40 are the cooperative's.</summary>
    [Fact]
    public void What_came_back_is_taken_over_by_no_order()
    {
        var dispute = Borne(100);
        dispute.GetBack(new Rupiah(40)).ShouldBe(new Rupiah(40));
        dispute.Unbear(new Rupiah(100), Now).ShouldBe(new Rupiah(60));
        dispute.Unbear(new Rupiah(100), Now).ShouldBe(Rupiah.Zero);
        Should.Throw<RuleBroken>(() => dispute.ReturnToBuyer(new Rupiah(60), Finance, "Bank menagih pembeli", Now)).Code.ShouldBe("dispute.no_refund");
        dispute.Recover(Finance, "Koperasi yang menanggung", Now).ShouldBe(new Rupiah(40));
        (dispute.Borne, dispute.BackAfterLoss).ShouldBe((Rupiah.Zero, Rupiah.Zero));
    }

    /// <summary>An order paid for 70 of 100 before all of it came back: 30 are the cooperative's and 70 the buyer's.</summary>
    [Fact]
    public void The_cooperative_gets_back_no_more_than_it_bears()
    {
        var dispute = Borne(100);
        dispute.Settle(dispute.Unbear(new Rupiah(70), Now));
        dispute.GetBack(new Rupiah(100));
        dispute.Recover(Finance, "Koperasi yang menanggung", Now).ShouldBe(new Rupiah(30));
        Should.Throw<RuleBroken>(() => dispute.Recover(Finance, "Sekali lagi", Now)).Code.ShouldBe("dispute.not_borne");
        dispute.ReturnToBuyer(new Rupiah(70), Finance, "Bank menagih pembeli", Now).ShouldBe(new Rupiah(70));
        (dispute.Borne, dispute.BackAfterLoss).ShouldBe((Rupiah.Zero, Rupiah.Zero));
    }

    static Dispute Borne(long amount)
    {
        var dispute = Dispute.Open("stripe", "dp_uji", "pi_uji", PurchaseId.New(Now), new Rupiah(amount), "fraudulent", Now);
        dispute.Withdraw(new Rupiah(amount));
        dispute.Follow(DisputeState.Lost, null, Now);
        dispute.BearRest(Finance, "Paket terbukti sampai", Now);
        return dispute;
    }
}
