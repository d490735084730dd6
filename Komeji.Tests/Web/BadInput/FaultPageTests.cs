using System.Text.RegularExpressions;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Komeji.Tests.Web.BadInput;

/// <summary>A fault tells people that it is ours and under which code it is found, and nothing of the inside.</summary>
public sealed partial class FaultPageTests
{
    [Fact]
    public async Task Whatever_breaks_the_page_tells_a_code_and_nothing_else()
    {
        await using var app = await KomejiApp.Start(more: services => services.AddMvcCore().AddApplicationPart(typeof(BreakingController).Assembly));
        using var visitor = app.Visit();
        for (var i = 0; i < BreakingController.Faults.Length; i++)
        {
            var name = BreakingController.Faults[i].GetType().Name;
            var page = await visitor.Get($"{BreakingController.Address}/{i}");
            page.Status.ShouldBeOneOf([500, 503, 507], name);
            if (page.Status == 500)
            {
                page.Text.ShouldContain("Ada gangguan di pihak kami", Case.Sensitive, name);
                Code().IsMatch(page.Text).ShouldBeTrue(name);
            }

            Inside().IsMatch(page.Html).ShouldBeFalse($"{name}: {page.Html}");
        }
    }

    [Theory]
    [InlineData("ditolak", 422)]
    [InlineData("tidak-ada", 404)]
    [InlineData("berubah", 409)]
    [InlineData("terlalu-besar", 413)]
    [InlineData("tidak-terbaca", 400)]
    public async Task A_refusal_is_no_fault(string what, int status)
    {
        await using var app = await KomejiApp.Start(more: services => services.AddMvcCore().AddApplicationPart(typeof(BreakingController).Assembly));
        using var visitor = app.Visit();
        var page = await visitor.Get($"{BreakingController.Address}/tolak/{what}");
        page.Status.ShouldBe(status);
        page.Document.QuerySelector("h1").ShouldNotBeNull();
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("id");
        Inside().IsMatch(page.Html).ShouldBeFalse(page.Html);
    }

    [GeneratedRegex("Kode gangguan: [0-9A-Za-z:]{10,}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"Exception|rahasia|SELECT|\bat (Komeji|System|Microsoft)\.|/srv/|\.cs\b|Server=|Password=|constraint", RegexOptions.NonBacktracking)]
    private static partial Regex Inside();
}

/// <summary>Twenty ways to break, each with something in it that nobody outside should read.</summary>
[Area("Shop"), Route(Address)]
public sealed class BreakingController : Controller
{
    public const string Address = "/uji/rusak";

    public static readonly Exception[] Faults =
    [
        new InvalidOperationException("rahasia"), new ArgumentOutOfRangeException("rahasia"), new ArgumentException("rahasia", "sandi"), new ArgumentNullException("rahasia"), new FormatException("rahasia"), new OverflowException("rahasia"),
        new KeyNotFoundException("rahasia"), new NotImplementedException("rahasia"), new InvalidCastException("rahasia"), new TimeoutException("rahasia"), new FileNotFoundException("rahasia", "/srv/komeji/appsettings.json"), new IOException("rahasia /srv/komeji"),
        new UnauthorizedAccessException("/srv/komeji"), new HttpRequestException("rahasia"), new AggregateException("rahasia", new InvalidOperationException("SELECT 1")), new SqliteException("SELECT rahasia FROM Users", 1), new NpgsqlException("Server=db;Password=rahasia"),
        new DbUpdateException("constraint rahasia", new InvalidOperationException("INSERT")), new OperationCanceledException("rahasia"), new NotSupportedException("rahasia"), new EndOfStreamException("rahasia"), new DivideByZeroException("rahasia"),
    ];

    [HttpGet("{which:int}")]
    public IActionResult Break(int which) => throw Faults[which];

    [HttpGet("tolak/{what}")]
    public IActionResult Refuse(string what) => throw (what switch
    {
        "ditolak" => new RuleBroken("test.no", "Belum bisa."),
        "tidak-ada" => new NotFound(),
        "berubah" => new DbUpdateConcurrencyException("SELECT rahasia"),
        "terlalu-besar" => new BadHttpRequestException("rahasia", StatusCodes.Status413PayloadTooLarge),
        _ => new BadHttpRequestException("rahasia"),
    });
}
