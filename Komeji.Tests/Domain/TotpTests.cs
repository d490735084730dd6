using System.Text;
using Komeji.Domain.Accounts;

namespace Komeji.Tests.Domain;

public sealed class TotpTests
{
    static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1; six digits are the last six of its eight.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Makes_the_codes_of_the_standard(long seconds, string code) =>
        Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void A_phone_may_be_half_a_minute_off_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var step = Totp.StepAt(now);
        foreach (var off in new[] { -2, -1, 0, 1, 2 })
        {
            Totp.Match(Secret, Totp.CodeAt(Secret, step + off), 0, now).ShouldBe(off is -2 or 2 ? null : step + off, $"{off} steps");
        }
    }

    [Fact]
    public void A_used_code_and_older_ones_are_none_any_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var step = Totp.StepAt(now);
        Totp.Match(Secret, Totp.CodeAt(Secret, step), step, now).ShouldBeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, step - 1), step, now).ShouldBeNull();
        Totp.Match(Secret, Totp.CodeAt(Secret, step + 1), step, now).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("05047")]
    [InlineData("0504711")]
    [InlineData("٠٥٠٤٧١")]
    [InlineData("<script>")]
    public void What_is_no_code_matches_nothing(string typed) =>
        Totp.Match(Secret, typed, 0, DateTimeOffset.FromUnixTimeSeconds(1_111_111_111)).ShouldBeNull();

    [Fact]
    public void Spaces_between_the_digits_do_no_harm() =>
        Totp.Match(Secret, "050 471", 0, DateTimeOffset.FromUnixTimeSeconds(1_111_111_111)).ShouldNotBeNull();

    [Fact]
    public void The_key_is_shown_in_base32_and_read_back()
    {
        Totp.Show(Secret).ShouldBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        Totp.Read(Totp.Show(Secret)).ShouldBe(Secret);
        Totp.Show("foobar"u8).ShouldBe("MZXW 6YTB OI");
        Totp.Read("MZXW 6YTB OI").ShouldBe("foobar"u8.ToArray());
        Totp.AddressOf(Secret, "sri@contoh.id").ShouldStartWith("otpauth://totp/Komeji:sri%40contoh.id?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Komeji");
    }

    [Fact]
    public void Wrong_codes_lock_ever_longer_and_a_right_one_forgives_them()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var factor = SecondFactor.For(Guid.Empty);
        var locks = Enumerable.Range(1, 45).Where(_ => factor.Fail(now)).Select(_ => (factor.LockedUntil!.Value - now).TotalMinutes).ToList();
        locks.ShouldBe([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
        factor.Accept(5);
        factor.IsLocked(now).ShouldBeFalse();
        factor.Fail(now).ShouldBeFalse();
    }
}
