using Komeji.Tests.Support;
using Komeji.Web.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Komeji.Tests.Web.Payments;

public sealed class StripeSettingsTests
{
    const string LiveKey = "sk_live_ujicoba0123456789";

    [Fact]
    public void With_its_keys_it_starts_and_asks_the_real_Stripe()
    {
        var read = Read(Environments.Production, ("SecretKey", LiveKey), ("WebhookSecrets", "whsec_ujicoba_baru_012345, whsec_ujicoba_lama_012345"));
        read.Options.ApiBase.ShouldBe(new Uri("https://api.stripe.com/"));
        read.Options.WebhookSecrets.ShouldBe(StripeKeys.Webhook);
        (read.Options.IsLive, read.StandInPort, read.PayOrigin).ShouldBe((true, null, "https://checkout.stripe.com"));
        Read(Environments.Development, ("SecretKey", StripeKeys.Secret), ("WebhookSecrets:0", StripeKeys.Webhook[0]), ("WebhookSecrets:1", StripeKeys.Webhook[1]))
            .Options.WebhookSecrets.Count.ShouldBe(2);
        read.Options.ToString().ShouldNotContain("ujicoba");
    }

    [Theory]
    [InlineData("SecretKey", "")]
    [InlineData("SecretKey", "rahasia")]
    [InlineData("SecretKey", "pk_live_ujicoba0123456789")]
    [InlineData("SecretKey", "sk_live_")]
    [InlineData("SecretKey", "sk_live_ujicoba 0123456789")]
    [InlineData("SecretKey", StripeKeys.Secret)]
    [InlineData("WebhookSecrets", "")]
    [InlineData("WebhookSecrets", "rahasia")]
    [InlineData("WebhookSecrets", "whsec_")]
    [InlineData("WebhookSecrets", "whsec_ujicoba_baru_012345,")]
    [InlineData("ApiBase", "http://api.stripe.com")]
    [InlineData("ApiBase", "http://127.0.0.1:1")]
    [InlineData("ApiBase", "stripe")]
    [InlineData("PatienceSeconds", "0")]
    [InlineData("PatienceSeconds", "9")]
    [InlineData("StandIn", "true")]
    public void What_is_missing_or_malformed_stops_the_start_and_is_named(string name, string value)
    {
        var given = new Dictionary<string, string?> { ["SecretKey"] = LiveKey, ["WebhookSecrets"] = StripeKeys.Webhook[0], [name] = value };
        var fault = Should.Throw<InvalidOperationException>(() => Read(Environments.Production, [.. given.Select(g => (g.Key, g.Value!))]));
        fault.Message.ShouldContain($"Payments:Stripe:{name}");
        fault.Message.ShouldNotContain("ujicoba");
    }

    [Fact]
    public void A_live_key_outside_Production_stops_the_start() =>
        Should.Throw<InvalidOperationException>(() => Read(Environments.Development, ("SecretKey", LiveKey), ("WebhookSecrets", StripeKeys.Webhook[0]))).Message.ShouldContain("Payments:Stripe:SecretKey");

    [Fact]
    public void The_stand_in_needs_nothing_in_Development()
    {
        var read = Read(Environments.Development, ("StandIn", "true"));
        (read.StandInPort, read.PayOrigin, read.Options.IsLive).ShouldBe((5081, "http://127.0.0.1:5081", false));
    }

    static StripeSettings Read(string environment, params (string Name, string Value)[] settings) => StripeSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"Payments:Stripe:{s.Name}", s => (string?)s.Value)).Build(), new Place(environment));

    sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "Komeji";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
