using Komeji.Domain.Common;

namespace Komeji.Tests.Domain;

public sealed class RupiahTests
{
    [Theory]
    [InlineData("25.500", 25_500)]
    [InlineData("25500", 25_500)]
    [InlineData(" 25500 ", 25_500)]
    [InlineData("Rp25.500", 25_500)]
    [InlineData("rp 25.500", 25_500)]
    [InlineData("Rp. 25.500", 25_500)]
    [InlineData("Rp 25.500,-", 25_500)]
    [InlineData("25.500,00", 25_500)]
    [InlineData("1.250.000", 1_250_000)]
    [InlineData("0", 0)]
    [InlineData("9.999.999.999", 9_999_999_999)]
    [InlineData("٢٥٥٠٠", 25_500)]
    [InlineData("２５.５００", 25_500)]
    public void Reads_what_people_type(string text, long amount)
    {
        Rupiah.TryParse(text, out var rupiah).ShouldBeTrue();
        rupiah.ShouldBe(new Rupiah(amount));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Rp")]
    [InlineData("25.5")]
    [InlineData("2.5500")]
    [InlineData("2550.0")]
    [InlineData("1.2500.000")]
    [InlineData(".500")]
    [InlineData("25.")]
    [InlineData("25,5")]
    [InlineData("25,50")]
    [InlineData("25.500,01")]
    [InlineData("25,500")]
    [InlineData("25 500")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("-1")]
    [InlineData("-25.500")]
    [InlineData("+25")]
    [InlineData("dua puluh")]
    [InlineData("25.500 25.500")]
    [InlineData("10.000.000.000")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999999999999999999999")]
    public void Refuses_what_could_mean_two_amounts_or_none(string? text) => Rupiah.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0, "Rp0")]
    [InlineData(25_500, "Rp25.500")]
    [InlineData(-1_250_000, "-Rp1.250.000")]
    [InlineData(9_999_999_999, "Rp9.999.999.999")]
    public void Is_written_as_people_write_it_and_read_again(long amount, string text)
    {
        new Rupiah(amount).ToString().ShouldBe(text);
        Rupiah.TryParse(text, out var again).ShouldBe(amount >= 0);
        again.ShouldBe(amount >= 0 ? new Rupiah(amount) : Rupiah.Zero);
    }

    [Fact]
    public void Never_wraps()
    {
        var most = new Rupiah(long.MaxValue);
        Should.Throw<OverflowException>(() => most + new Rupiah(1));
        Should.Throw<OverflowException>(() => most * 2);
        Should.Throw<OverflowException>(() => new Rupiah(long.MinValue) - new Rupiah(1));
        Should.Throw<OverflowException>(() => -new Rupiah(long.MinValue));
    }
}
