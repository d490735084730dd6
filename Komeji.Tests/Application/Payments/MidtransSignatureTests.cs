using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments.Midtrans;
using Komeji.Tests.Support;

namespace Komeji.Tests.Application.Payments;

/// <summary>The hash was computed apart from this program: SHA-512 over order id, status code, amount and key.</summary>
public sealed class MidtransSignatureTests
{
    const string Key = "SB-Mid-server-KOMEJITEST";
    const string Order = "KMJ-20261122-0001";
    const string Hash = "71ab4004ac22156bb86727af73994dca8d339acff7e7c138f019c881b86664c8e633c45a54a5d6224f826e780d5790a254c49f54895f5944e364521f51fa8e45";

    static readonly MidtransOptions Options = MidtransKeys.At(new Uri("http://midtrans.test/")) with { ServerKey = Key };

    [Fact]
    public void The_published_vector_is_believed_and_made()
    {
        new MidtransSignature(Options).Believes(Order, "200", "25500.00", Hash).ShouldBeTrue();
        new MidtransSignature(Options).Believes(Order, "200", "25500.00", Hash.ToUpperInvariant()).ShouldBeTrue();
        MidtransSignature.Sign(Order, "200", "25500.00", Key).ShouldBe(Hash);
    }

    [Fact]
    public void Nothing_forged_is_believed() => NothingForged(new MidtransSignature(Options));

    [Fact]
    public void Without_the_guard_the_same_assertion_fails() => Should.Throw<ShouldAssertException>(() => NothingForged(new BelievesAnySigner(Options)));

    [Fact]
    public void No_key_or_an_empty_one_is_refused_at_the_start()
    {
        foreach (var key in new[] { "", " " })
        {
            Should.Throw<ArgumentException>(() => new MidtransSignature(Options with { ServerKey = key }));
        }
    }

    /// <summary>The amount is signed as it came: 25500 and 25500.00 are two texts.</summary>
    static void NothingForged(MidtransSignature signature)
    {
        signature.Believes(Order, "200", "25500", Hash).ShouldBeFalse();
        signature.Believes(Order, "200", "2550000", Hash).ShouldBeFalse();
        signature.Believes(Order, "201", "25500.00", Hash).ShouldBeFalse();
        signature.Believes("KMJ-20261122-0002", "200", "25500.00", Hash).ShouldBeFalse();
        foreach (var given in new[] { "", "00", Hash[..^1], Hash[..^1] + "6", Hash + "00", new string('z', 128), new string('0', 128) })
        {
            signature.Believes(Order, "200", "25500.00", given).ShouldBeFalse(given);
        }
    }

    sealed class BelievesAnySigner(MidtransOptions options) : MidtransSignature(options)
    {
        protected override bool IsOurs(byte[] given, byte[] expected) => true;
    }
}

/// <summary>Amounts as Midtrans writes them, and how a code or a number is kept as an address.</summary>
public sealed class MidtransMoneyTests
{
    [Theory]
    [InlineData("150000.00", 150_000, true)]
    [InlineData("25500", 25_500, true)]
    [InlineData("1.0", 1, true)]
    [InlineData("25500.50", 25_500, false)]
    [InlineData("9999999999.00", 9_999_999_999, true)]
    public void Two_decimals_are_text_not_hundredths(string text, long rupiah, bool whole)
    {
        MidtransMoney.Read(text, out var isWhole).ShouldBe(new Rupiah(rupiah));
        isWhole.ShouldBe(whole);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".00")]
    [InlineData("-1.00")]
    [InlineData("1,000.00")]
    [InlineData("1.000.00")]
    [InlineData("1.000")]
    [InlineData("1e3")]
    [InlineData("9999999999999.00")]
    public void What_is_no_amount_is_not_read(string text) => MidtransMoney.Read(text, out _).ShouldBeNull();

    [Fact]
    public void Whole_rupiah_are_sent_as_they_are()
    {
        MidtransMoney.Out(new Rupiah(150_000)).ShouldBe(150_000);
        foreach (var amount in new[] { 0, -1, 10_000_000_000 })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => MidtransMoney.Out(new Rupiah(amount)));
        }
    }

    [Fact]
    public void A_code_is_kept_as_an_address_and_an_address_is_no_code()
    {
        var shown = new PayInstruction("qris", DateTimeOffset.FromUnixTimeSeconds(1_764_000_000), "00020101 A&B=1%20?é");
        PayInstruction.Read(shown.ToAddress()).ShouldBe(shown);
        PayInstruction.Read("https://app.midtrans.com/snap/v4/redirection/1").ShouldBeNull();
        PayInstruction.Read("").ShouldBeNull();
        (shown with { Code = new string('&', 900) }).ToAddress().Length.ShouldBeLessThan(PayInstruction.Longest, "too long for its column it is left out");
        shown.IsUsable(shown.PayBefore).ShouldBeFalse();
    }
}
