using System.Globalization;
using Komeji.Application.Ledger;
using Komeji.Tests.Support;
using Komeji.Tests.Web.Authorisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Komeji.Tests.Web.BadInput;

/// <summary>
/// Every address of the product is sent what nobody should send. A seed and a number make a request; a failing one is printed
/// whole. <c>KOMEJI_TEST_SEED</c> repeats a run.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    const long MostMemory = 512L * 1024 * 1024;

    /// <summary>Money of the fuzz's objects was never at the provider, so its statement cannot agree.</summary>
    const string OfTheProvider = "I5";

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_is_sent_there_is_no_fault(Engine engine)
    {
        await using var app = await KomejiApp.StartForBrowser(engine, settings: ("Logging:LogLevel:Default", "Critical"));
        var url = app.Url;
        var isLong = TestSize.Of(0, 1) == 1;
        await using var apart = isLong ? await app.RunApart() : null;
        var (requests, seed) = (TestSize.Of(1_000, 56_000), Seed());
        output.WriteLine($"{engine}, seed {seed}, {requests} requests");
        var objects = await TestObjects.Make(app);
        using var fuzz = new Fuzz(app, apart?.Url ?? url, objects, FuzzTarget.All(app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()), seed);
        var started = TimeProvider.System.GetTimestamp();
        var report = await fuzz.Run(requests);
        output.WriteLine($"{report}; {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s; memory {apart?.PeakMemory / 1_048_576} MB");

        report.Wrong.ShouldBeEmpty();
        report.Of("POST").ShouldBeGreaterThan(TestSize.Of(850, 50_000));
        report.Of("200").ShouldBeGreaterThan(requests / 25, "a fuzz that is only refused tries nothing");
        report.Of("302").ShouldBeGreaterThan(requests / 50);
        report.Of("429").ShouldBeLessThan(requests / 20);
        (apart?.PeakMemory ?? 0).ShouldBeLessThan(MostMemory);
        var books = await app.Send(new VerifyLedger());
        books.Checks.Where(c => !c.Ok && !c.Name.StartsWith(OfTheProvider, StringComparison.Ordinal)).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    /// <summary>The known-bad twin: a page that fails on one of the values is found by the same fuzz, and the request is told.</summary>
    [Fact]
    public async Task A_page_that_fails_on_one_of_the_values_is_found()
    {
        await using var app = await KomejiApp.StartForBrowser(more: services => services.AddMvcCore().AddApplicationPart(typeof(FailingController).Assembly), settings: ("Logging:LogLevel:Default", "Critical"));
        var url = app.Url;
        var objects = await TestObjects.Make(app);
        var targets = FuzzTarget.All(app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()).Where(t => t.Row.Route == FailingController.Address).ToList();
        targets.Count.ShouldBe(2);
        targets.ShouldAllBe(t => t.Fields.Any(f => f.Name == "nama"));
        using var fuzz = new Fuzz(app, url, objects, targets, Seed());
        var report = await fuzz.Run(20_000, stopAt: 1);
        output.WriteLine(report.ToString());
        report.Wrong.ShouldNotBeEmpty();
        report.Wrong.ShouldAllBe(w => w.StartsWith("a fault", StringComparison.Ordinal) && w.Contains(FailingController.Address));
    }

    static int Seed() =>
        int.TryParse(Environment.GetEnvironmentVariable("KOMEJI_TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next(1, 1_000_000);
}

/// <summary>What the fuzz must find: it takes any text but one.</summary>
[Area("Shop"), Route(Address)]
public sealed class FailingController : Controller
{
    public const string Address = "/uji/gagal";

    [HttpGet("")]
    public IActionResult Show(string? nama) => Take(nama);

    [HttpPost("")]
    public IActionResult Save(string? nama) => Take(nama);

    OkResult Take(string? name) => name?.Contains(HostileValues.Planted, StringComparison.Ordinal) == true ? throw new InvalidOperationException("planted") : Ok();
}
