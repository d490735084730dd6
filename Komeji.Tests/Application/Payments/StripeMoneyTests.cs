using Komeji.Domain.Common;
using Komeji.Integrations.Payments.Stripe;

namespace Komeji.Tests.Application.Payments;

/// <summary>Literals, not round trips: a constant that is wrong in both directions passes those.</summary>
public sealed class StripeMoneyTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(999, 99_900)]
    [InlineData(10_000, 1_000_000)]
    [InlineData(25_500, 2_550_000)]
    [InlineData(150_000, 15_000_000)]
    [InlineData(999_999_999, 99_999_999_900)]
    [InlineData(9_999_999_999, 999_999_999_900)]
    public void Rupiah_are_sent_in_hundredths(long rupiah, long minor)
    {
        StripeMoney.ToMinor(new Rupiah(rupiah)).ShouldBe(minor);
        StripeMoney.FromMinor(minor).ShouldBe(new Rupiah(rupiah));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000_000)]
    public void What_Stripe_does_not_take_is_not_sent(long rupiah) =>
        Should.Throw<ArgumentOutOfRangeException>(() => StripeMoney.ToMinor(new Rupiah(rupiah)));

    [Fact]
    public void An_amount_that_would_overflow_is_a_fault() =>
        Should.Throw<OverflowException>(() => StripeMoney.ToMinor(new Rupiah(long.MaxValue / 99)));

    [Theory]
    [InlineData(1)]
    [InlineData(3_350_050)]
    [InlineData(3_349_999)]
    public void A_fraction_of_a_rupiah_is_no_money_of_ours(long minor) =>
        Should.Throw<InvalidOperationException>(() => StripeMoney.FromMinor(minor));

    [Theory]
    [InlineData(97_150, 971)]
    [InlineData(99, 0)]
    [InlineData(-97_150, -971)]
    public void What_the_provider_keeps_is_booked_in_whole_rupiah(long minor, long rupiah) =>
        StripeMoney.WholeRupiah(minor).ShouldBe(new Rupiah(rupiah));
}
