using Komeji.Web.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Komeji.Tests.Web.Setup;

/// <summary>Links in messages begin with the address people know, or the one that is listened at.</summary>
public sealed class SiteAddressTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-address-").FullName;

    [Theory]
    [InlineData("https://komeji.test/", "http://localhost:6000", "https://komeji.test")]
    [InlineData(null, "http://localhost:6000", "http://localhost:6000")]
    [InlineData(null, "http://0.0.0.0:6000;https://0.0.0.0:6001", "http://localhost:6000")]
    [InlineData(null, "http://+:6000/", "http://localhost:6000")]
    [InlineData(null, "http://127.0.0.1:0", "http://localhost:5080")]
    [InlineData(null, null, "http://localhost:5080")]
    public void The_site_says_the_address_it_was_given_else_the_one_it_listens_at(string? configured, string? urls, string address) =>
        Read(Environments.Development, ("Komeji:BaseUrl", configured), ("urls", urls)).BaseUrl.ShouldBe(address);

    [Fact]
    public void A_port_alone_will_do() => Read(Environments.Development, ("http_ports", "8080")).BaseUrl.ShouldBe("http://localhost:8080");

    [Fact]
    public void In_Production_it_must_be_said() =>
        Should.Throw<InvalidOperationException>(() => Read(Environments.Production, ("Payments:Gateway", "Stripe"), ("urls", "https://localhost:443"))).Message.ShouldContain("Komeji:BaseUrl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    KomejiSettings Read(string environment, params (string Name, string? Value)[] settings) => KomejiSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Where(s => s.Value is not null).Append((Name: "Komeji:DataDirectory", Value: folder)).ToDictionary(s => s.Name, s => s.Value)).Build(), new Place(environment, folder));

    sealed class Place(string name, string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "Komeji";
        public string ContentRootPath { get; set; } = folder;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
