using Komeji.Integrations.Payments.Stripe;

namespace Komeji.Web.Setup;

/// <summary>What Stripe needs, from configuration, user secrets or the environment; never from a file of the product.</summary>
/// <param name="StandInPort">Where the stand-in for Stripe listens on this machine; null: the real one is asked.</param>
public sealed record StripeSettings(StripeOptions Options, int? StandInPort)
{
    /// <summary>Of the stand-in alone: they open nothing anywhere else.</summary>
    const string StandInKey = "sk_test_tiruan_0123456789abcdef";
    const string StandInSecret = "whsec_tiruan_0123456789abcdef";

    const int DefaultStandInPort = 5081;

    /// <summary>Where people are sent to pay.</summary>
    public string PayOrigin => Options.ApiBase == StripeOptions.RealApi ? "https://checkout.stripe.com" : Options.ApiBase.GetLeftPart(UriPartial.Authority);

    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it and never shows it.</exception>
    public static StripeSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var stripe = configuration.GetSection("Payments:Stripe");
        var standIn = stripe.GetValue("StandIn", false);
        Require(!standIn || !environment.IsProduction(), "Payments:Stripe:StandIn must not be set in Production: it moves no money.");
        var port = stripe.GetValue("StandInPort", DefaultStandInPort);
        Require(port is > 0 and < 65_536, "Payments:Stripe:StandInPort must be a port, 1 to 65535.");
        var key = (stripe["SecretKey"] ?? (standIn ? StandInKey : "")).Trim();
        var secrets = Secrets(stripe, standIn);
        var address = standIn ? $"http://127.0.0.1:{port}/" : stripe["ApiBase"] ?? StripeOptions.RealApi.ToString();
        Check(key, secrets, environment);
        Require(Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var api), "Payments:Stripe:ApiBase must be an address such as https://api.stripe.com.");
        Require(api!.Scheme == Uri.UriSchemeHttps || (api.IsLoopback && !environment.IsProduction()), "Payments:Stripe:ApiBase must begin with https://: the secret key travels there.");
        return new StripeSettings(new StripeOptions(key, secrets, api) { Patience = ProviderPatience.Read(stripe) }, standIn ? port : null);
    }

    static void Check(string key, List<string> secrets, IHostEnvironment environment)
    {
        Require(key.Length > 0, "Payments:Stripe:SecretKey is missing: Payments:Gateway is Stripe.");
        Require(
            new[] { "sk_test_", "sk_live_", "rk_test_", "rk_live_" }.Any(p => key.StartsWith(p, StringComparison.Ordinal)) && key.Length is >= 20 and <= 300 && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
            "Payments:Stripe:SecretKey must be a secret key of Stripe, sk_live_… or sk_test_….");
        Require(!environment.IsProduction() || key.Contains("_live_", StringComparison.Ordinal), "Payments:Stripe:SecretKey must be a live key in Production: a test key moves no money.");
        Require(environment.IsProduction() || !key.Contains("_live_", StringComparison.Ordinal), "Payments:Stripe:SecretKey must be a test key outside Production: a live key moves real money.");
        Require(secrets.Count > 0, "Payments:Stripe:WebhookSecrets is missing: without one no notification can be believed.");
        Require(
            secrets.All(s => s.StartsWith("whsec_", StringComparison.Ordinal) && s.Length is >= 20 and <= 300 && !s.Any(char.IsWhiteSpace)),
            "Payments:Stripe:WebhookSecrets must be signing secrets of Stripe, whsec_…; several are separated by commas.");
    }

    /// <summary>One line with commas, or a list; a place left empty is a mistake and is not passed over.</summary>
    static List<string> Secrets(IConfigurationSection stripe, bool standIn)
    {
        var list = stripe.GetSection("WebhookSecrets");
        List<string> given = list.Value is { } line
            ? [.. line.Split(',').Select(s => s.Trim())]
            : [.. list.GetChildren().Select(c => (c.Value ?? "").Trim())];
        return given.Count == 0 && standIn ? [StandInSecret] : list.Value is "" ? [] : given;
    }

    static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException(message);
        }
    }
}
