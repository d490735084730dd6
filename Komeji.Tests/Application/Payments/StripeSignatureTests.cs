using Komeji.Integrations.Payments.Stripe;
using Komeji.Tests.Support;

namespace Komeji.Tests.Application.Payments;

/// <summary>The hashes were computed apart from this program: HMAC-SHA256 over "t.body".</summary>
public sealed class StripeSignatureTests
{
    const string Body = """{"id":"evt_1","object":"event"}""";
    const string FirstHash = "ae3947ee73271eff082ba85739bc68f40da3cf1476a9c327e87cd1fb48a2b043";
    const string SecondHash = "326a5408931a55758a78921bf2c3d895e695a4ace85837ecff23df823324bc1f";

    static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);
    static readonly StripeOptions Options = StripeKeys.At(new Uri("http://stripe.test/")) with { WebhookSecrets = ["whsec_uji_vektor_1", "whsec_uji_vektor_2"] };

    readonly StripeSignature signature = new(Options);

    [Theory]
    [InlineData("t=1764000000,v1=" + FirstHash)]
    [InlineData("t=1764000000,v1=" + SecondHash)]
    [InlineData("t=1764000000,v1=0000000000000000000000000000000000000000000000000000000000000000,v1=" + SecondHash)]
    [InlineData("t=1764000000,v0=" + SecondHash + ",v1=" + FirstHash)]
    [InlineData("t=1764000000, v1=" + FirstHash)]
    public void Any_signature_under_any_secret_is_believed(string header) => signature.Believes(Body, header, At).ShouldBeTrue();

    [Fact]
    public void What_it_signs_is_what_the_vector_says() =>
        StripeSignature.Sign(Body, At, "whsec_uji_vektor_1", "whsec_uji_vektor_2").ShouldBe($"t=1764000000,v1={FirstHash},v1={SecondHash}");

    [Fact]
    public void Nothing_forged_is_believed() => NothingForged(signature);

    [Fact]
    public void Nothing_old_or_ahead_is_believed() => NothingOld(signature);

    [Fact]
    public void Without_the_guard_on_the_signature_the_same_assertion_fails() =>
        Should.Throw<ShouldAssertException>(() => NothingForged(new BelievesAnySigner(Options)));

    [Fact]
    public void Without_the_guard_on_the_time_the_same_assertion_fails() =>
        Should.Throw<ShouldAssertException>(() => NothingOld(new BelievesAnyTime(Options)));

    [Fact]
    public void An_empty_secret_or_none_is_refused_at_the_start()
    {
        foreach (var secrets in new string[][] { [], [""], [" "], ["whsec_uji_vektor_1", ""] })
        {
            Should.Throw<ArgumentException>(() => new StripeSignature(Options with { WebhookSecrets = secrets }));
        }
    }

    [Fact]
    public void A_secret_taken_away_is_believed_no_more() =>
        new StripeSignature(Options with { WebhookSecrets = ["whsec_uji_vektor_2"] }).Believes(Body, $"t=1764000000,v1={FirstHash}", At).ShouldBeFalse();

    static void NothingForged(StripeSignature signature)
    {
        string?[] headers =
        [
            null, "", "t=", "v1=", $"v1={FirstHash}", "t=1764000000", $"t=1764000000,v0={FirstHash}", $"t=1764000001,v1={FirstHash}", $"t=1764000000,v1={FirstHash[..^1]}4",
            $"t=1764000000,v1={FirstHash[..^1]}", "t=1764000000,v1=zz", $"t=abc,v1={FirstHash}", $"t=-1764000000,v1={FirstHash}", $"t=99999999999999999999,v1={FirstHash}", new string('t', 5_000),
        ];
        foreach (var header in headers)
        {
            signature.Believes(Body, header, At).ShouldBeFalse(header);
        }

        foreach (var body in new[] { "", "{}", Body + " ", "\uFEFF" + Body, Body.Replace("evt_1", "evt_2") })
        {
            signature.Believes(body, $"t=1764000000,v1={FirstHash}", At).ShouldBeFalse(body);
        }
    }

    static void NothingOld(StripeSignature signature)
    {
        foreach (var seconds in new[] { -86_400 * 31, -301, 301, 86_400 })
        {
            signature.Believes(Body, $"t=1764000000,v1={FirstHash}", At.AddSeconds(-seconds)).ShouldBeFalse($"{seconds} s");
        }

        signature.Believes(Body, $"t=1764000000,v1={FirstHash}", At.AddSeconds(300)).ShouldBeTrue();
        signature.Believes(Body, $"t=1764000000,v1={FirstHash}", At.AddSeconds(-300)).ShouldBeTrue();
    }

    sealed class BelievesAnySigner(StripeOptions options) : StripeSignature(options)
    {
        protected override bool IsOurs(string body, string seconds, IReadOnlyList<byte[]> given) => given.Count > 0;
    }

    sealed class BelievesAnyTime(StripeOptions options) : StripeSignature(options)
    {
        protected override bool IsRecent(long seconds, DateTimeOffset now) => true;
    }
}
