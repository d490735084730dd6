using Komeji.Domain.Common;

namespace Komeji.Tests.Domain;

public sealed class TerbilangTests
{
    [Theory]
    [InlineData(0, "nol rupiah")]
    [InlineData(7, "tujuh rupiah")]
    [InlineData(10, "sepuluh rupiah")]
    [InlineData(11, "sebelas rupiah")]
    [InlineData(19, "sembilan belas rupiah")]
    [InlineData(21, "dua puluh satu rupiah")]
    [InlineData(100, "seratus rupiah")]
    [InlineData(111, "seratus sebelas rupiah")]
    [InlineData(1_000, "seribu rupiah")]
    [InlineData(1_101, "seribu seratus satu rupiah")]
    [InlineData(2_000, "dua ribu rupiah")]
    [InlineData(25_500, "dua puluh lima ribu lima ratus rupiah")]
    [InlineData(100_000, "seratus ribu rupiah")]
    [InlineData(1_000_000, "satu juta rupiah")]
    [InlineData(1_001_000, "satu juta seribu rupiah")]
    [InlineData(9_999_999_999, "sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan rupiah")]
    [InlineData(-500, "minus lima ratus rupiah")]
    public void Says_amounts_as_receipts_do(long amount, string words) => Terbilang.Of(new Rupiah(amount)).ShouldBe(words);
}
