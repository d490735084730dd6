using Komeji.Tests.Support;
using Komeji.Web.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Komeji.Tests.Web.Payments;

public sealed class PayoutSettingsTests
{
    [Fact]
    public void Without_a_key_payouts_leave_by_file() => Read(Environments.Production).ShouldBeNull();

    [Fact]
    public void With_its_key_address_and_secrets_the_provider_is_used()
    {
        var read = Read(Environments.Production, [.. Whole().Select(g => (g.Key, g.Value!))]).ShouldNotBeNull();
        (read.Options.ApiBase, read.StandInPort).ShouldBe((new Uri("https://penyedia.example/"), null));
        read.Options.CallbackSecrets.ShouldBe([DisbursementKeys.Secret, "rahasia-kedua-0123456789"]);
        read.Options.ToString().ShouldNotContain("ujicoba");
    }

    [Theory]
    [InlineData("ApiKey", "pendek")]
    [InlineData("ApiKey", "ujicoba dengan:titik dua")]
    [InlineData("ApiBase", "http://penyedia.example")]
    [InlineData("ApiBase", "penyedia")]
    [InlineData("CallbackSecrets", "")]
    [InlineData("CallbackSecrets", "rahasia-ujicoba-pencairan-0123456789,pendek")]
    [InlineData("StandIn", "true")]
    public void What_is_missing_or_malformed_stops_the_start_and_is_named(string name, string value)
    {
        var given = Whole();
        given[name] = value;
        var fault = Should.Throw<InvalidOperationException>(() => Read(Environments.Production, [.. given.Select(g => (g.Key, g.Value!))]));
        fault.Message.ShouldContain($"Payouts:Provider:{name}");
        fault.Message.ShouldNotContain("ujicoba");
    }

    [Fact]
    public void The_stand_in_needs_nothing_in_Development() =>
        Read(Environments.Development, ("StandIn", "true")).ShouldNotBeNull().StandInPort.ShouldBe(5083);

    static Dictionary<string, string?> Whole() => new()
    {
        ["ApiKey"] = DisbursementKeys.Api,
        ["ApiBase"] = "https://penyedia.example",
        ["CallbackSecrets"] = $"{DisbursementKeys.Secret}, rahasia-kedua-0123456789",
    };

    static PayoutSettings? Read(string environment, params (string Name, string Value)[] settings) => PayoutSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"Payouts:Provider:{s.Name}", s => (string?)s.Value)).Build(), new Place(environment));

    sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "Komeji";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
