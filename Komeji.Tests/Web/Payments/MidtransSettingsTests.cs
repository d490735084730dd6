using Komeji.Integrations.Payments.Midtrans;
using Komeji.Tests.Support;
using Komeji.Web.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Komeji.Tests.Web.Payments;

public sealed class MidtransSettingsTests
{
    const string LiveKey = "Mid-server-ujicoba0123456789";

    [Fact]
    public void With_its_key_it_starts_and_asks_the_Midtrans_that_goes_with_the_place()
    {
        var real = Read(Environments.Production, ("ServerKey", LiveKey), ("Channels", "bca_va, qris"));
        (real.Options.ApiBase, real.Options.SnapBase, real.PayOrigin, real.StandInPort).ShouldBe((MidtransOptions.RealApi, MidtransOptions.RealSnap, "https://app.midtrans.com", null));
        real.Options.Channels.ShouldBe(["bca_va", "qris"]);
        real.Options.ToString().ShouldNotContain("ujicoba");
        var trial = Read(Environments.Development, ("ServerKey", MidtransKeys.Server));
        (trial.Options.ApiBase, trial.Options.SnapBase).ShouldBe((MidtransOptions.SandboxApi, MidtransOptions.SandboxSnap));
    }

    [Theory]
    [InlineData("ServerKey", "")]
    [InlineData("ServerKey", "rahasia")]
    [InlineData("ServerKey", "Mid-client-ujicoba0123456789")]
    [InlineData("ServerKey", "Mid-server-")]
    [InlineData("ServerKey", "Mid-server-ujicoba 0123456789")]
    [InlineData("ServerKey", MidtransKeys.Server)]
    [InlineData("ApiBase", "http://api.midtrans.com")]
    [InlineData("ApiBase", "http://127.0.0.1:1")]
    [InlineData("ApiBase", "https://api.sandbox.midtrans.com")]
    [InlineData("ApiBase", "midtrans")]
    [InlineData("ApiBase", "")]
    [InlineData("Channels", "")]
    [InlineData("Channels", "qris,tunai")]
    [InlineData("StandIn", "true")]
    public void What_is_missing_or_malformed_stops_the_start_and_is_named(string name, string value)
    {
        var given = new Dictionary<string, string?> { ["ServerKey"] = LiveKey, [name] = value };
        var fault = Should.Throw<InvalidOperationException>(() => Read(Environments.Production, [.. given.Select(g => (g.Key, g.Value!))]));
        fault.Message.ShouldContain($"Payments:Midtrans:{name}");
        fault.Message.ShouldNotContain("ujicoba");
    }

    [Fact]
    public void The_real_Midtrans_outside_Production_stops_the_start() =>
        Should.Throw<InvalidOperationException>(() => Read(Environments.Development, ("ServerKey", LiveKey), ("ApiBase", "https://api.midtrans.com"))).Message.ShouldContain("Payments:Midtrans:ApiBase");

    [Fact]
    public void The_stand_in_needs_nothing_in_Development()
    {
        var read = Read(Environments.Development, ("StandIn", "true"));
        (read.StandInPort, read.PayOrigin).ShouldBe((5082, "http://127.0.0.1:5082"));
    }

    static MidtransSettings Read(string environment, params (string Name, string Value)[] settings) => MidtransSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"Payments:Midtrans:{s.Name}", s => (string?)s.Value)).Build(), new Place(environment));

    sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "Komeji";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
