using System.Text;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Komeji.Tests.Web.Authorisation;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Komeji.Tests.Web.BadInput;

/// <summary>Guards that stand on every address of their kind, not on those somebody thought of.</summary>
public sealed class GuardTests
{
    /// <summary>Posts of programs, and of pages that are the same for everyone and so hold no token.</summary>
    static readonly string[] WithoutToken =
        ["CartController.Add", "PaymentHooksController.Midtrans", "PaymentHooksController.Payouts", "PaymentHooksController.Sandbox", "PaymentHooksController.Stripe", "SandboxController.Decline", "SandboxController.Pay", "SandboxController.PayLate", "SandboxController.PayTwice"];

    [Fact]
    public async Task Every_post_asks_for_its_token_but_those_listed()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var posts = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints)
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).ToList();
        posts.Count.ShouldBeGreaterThan(60);
        posts.Where(e => e.Metadata.OfType<Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute>().Any() || e.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation == false)
            .Select(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()!).Select(a => $"{a.ControllerTypeInfo.Name}.{a.ActionName}").Order(StringComparer.Ordinal).ShouldBe(WithoutToken);
        app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints)
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ActionName == "Add" && e.Metadata.GetMetadata<FromThisSiteOnlyAttribute>() is not null).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_foreign_thing_and_one_there_is_not_give_the_same_answer()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var objects = await TestObjects.Make(app);
        var wrong = new List<string>();
        var tried = 0;
        foreach (var who in new[] { Identity.Buyer, Identity.Seller })
        {
            using var visitor = await objects.Enter(who);
            var form = await visitor.Get("/akun/profil");
            var token = form.Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
            foreach (var row in AuthorisationTable.Rows.Where(r => r.Owned && r.Admits(who)))
            {
                var foreign = await objects.Fill(row, who, foreign: true);
                var part = row.Route.Split('/').ToList().FindIndex(p => p.StartsWith('{'));
                var missing = string.Join('/', foreign.Split('/').Select((p, i) => i == part ? Guid.TryParse(p, out var id) ? Guid.Empty.ToString() : "TIDAK-ADA" : p));
                var (one, other) = (await Ask(foreign), await Ask(missing));
                tried++;
                if (one.Status != 404 || one.Html != other.Html || one.Status != other.Status)
                {
                    wrong.Add($"{who} {row}: {one.Status} and {other.Status}");
                }

                Task<Page> Ask(string address) => row.Method == "GET" ? visitor.Get(address) : visitor.Post(address, ("__formulir", token));
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task After_signing_in_nobody_is_sent_to_a_foreign_site()
    {
        await using var app = await KomejiApp.Start();
        await app.Person("siti@komeji.test");
        HostileValues.ReturnAddresses.Count.ShouldBeGreaterThanOrEqualTo(15);
        foreach (var wanted in HostileValues.ReturnAddresses)
        {
            using var visitor = app.Visit();
            var form = await visitor.Get("/masuk");
            var answer = await visitor.Submit(form, "/masuk", ("Contact", "siti@komeji.test"), ("Password", KomejiApp.Password), ("Kembali", wanted));
            if (wanted.Contains('\0', StringComparison.Ordinal))
            {
                // No form is taken apart that holds a NUL.
                answer.Status.ShouldBe(400);
                continue;
            }

            answer.Status.ShouldBe(302, wanted);
            Stays(answer.Location).ShouldBeTrue($"{wanted} led to {answer.Location}");
            Stays((await visitor.Get("/daftar?kembali=" + Uri.EscapeDataString(wanted))).Location).ShouldBeTrue(wanted);
            Stays((await visitor.Get("/masuk?kembali=" + Uri.EscapeDataString(wanted))).Location).ShouldBeTrue(wanted);
        }

        using var honest = app.Visit();
        (await honest.SignIn("siti@komeji.test", KomejiApp.Password, "/keranjang")).Location.ShouldBe("/keranjang");
    }

    /// <summary>As a browser reads it: control characters are dropped, backslashes are slashes.</summary>
    static bool Stays(string location)
    {
        var read = new string([.. location.Where(c => c >= ' ')]).Replace('\\', '/');
        return read.StartsWith('/') && !read.StartsWith("//", StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_download_leads_out_of_its_folder()
    {
        await using var app = await KomejiApp.StartForBrowser();
        var url = app.Url;
        var objects = await TestObjects.Make(app);
        string[] climbs = [.. HostileValues.Slugs, "../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc%2fpasswd", "..%5c..%5cappsettings.json", "%2e%2e/%2e%2e/appsettings.json", "....//....//etc/passwd", "%252e%252e%252fappsettings.json", "/etc/passwd", "%00", "appsettings.json", "komeji.db"];
        foreach (var (who, addresses) in new[]
        {
            (Identity.Visitor, new[] { "/gambar/{0}", "/css/{0}", "/img/{0}", "/js/{0}", "/lib/{0}", "/{0}" }),
            (Identity.Buyer, ["/pesanan/{0}/bukti-terima", "/pesanan/{0}/nota"]),
            (Identity.Seller, ["/penjual/pesanan/{0}/bukti-terima", "/penjual/pesanan/{0}/label", "/penjual/produk/{0}"]),
        })
        {
            using var browser = (await FuzzBrowser.Enter(url, who)).ShouldNotBeNull();
            foreach (var address in addresses.SelectMany(a => climbs.Select(c => string.Format(System.Globalization.CultureInfo.InvariantCulture, a, c))))
            {
                var answer = await browser.Send(new HostileRequest(0, who, "GET", address, null, [], []));
                answer.Status.ShouldBeOneOf(200, 302, 400, 404, 414);
                answer.Text.ShouldNotContain("root:x", Case.Sensitive, address);
                answer.Text.ShouldNotContain("ConnectionStrings", Case.Sensitive, address);
                answer.Text.ShouldNotContain("SQLite format", Case.Sensitive, address);
            }
        }
    }

    [Fact]
    public async Task No_cell_of_any_export_runs_as_a_formula()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var objects = await TestObjects.Make(app);
        var seller = await objects.Enter(Identity.Seller);
        await objects.Fill(AuthorisationTable.Rows.First(r => r.Thing == "product"), Identity.Seller, foreign: false);
        string[] formulas = ["=1+1", "+62", "-5+5", "@SUM(A1)", "\t=1", "\r=1"];
        var exports = AuthorisationTable.Rows.Where(r => r.Method == "GET" && r.Route.EndsWith("csv", StringComparison.Ordinal)).ToList();
        exports.Count.ShouldBeGreaterThanOrEqualTo(4);
        var defused = 0;
        foreach (var formula in formulas)
        {
            await app.Write(async db =>
            {
                await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.FullName, formula));
                await db.Products.ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, formula));
                await db.Holidays.ExecuteUpdateAsync(set => set.SetProperty(h => h.Reason, formula).SetProperty(h => h.Name, formula));
                await db.Settings.ExecuteUpdateAsync(set => set.SetProperty(s => s.Reason, formula));
            });
            foreach (var export in exports)
            {
                var who = Identity.All.First(i => export.Admits(i) && (i == Identity.Seller || i.Roles.Length > 0));
                using var visitor = await objects.Enter(who);
                var page = await visitor.Get(await objects.Fill(export, who, foreign: false));
                page.Status.ShouldBe(200, export.Route);
                var cells = Cells(page.Html.TrimStart('\uFEFF')).ToList();
                cells.Count.ShouldBeGreaterThan(3, export.Route);
                cells.Where(c => c.Length > 0 && "=+-@\t\r".Contains(c[0], StringComparison.Ordinal)).ShouldBeEmpty(export.Route);
                defused += cells.Count(c => c == "'" + formula);
            }
        }

        defused.ShouldBeGreaterThan(formulas.Length * 2);
    }

    /// <summary>RFC 4180, as a spreadsheet reads it.</summary>
    static IEnumerable<string> Cells(string csv)
    {
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when quoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    cell.Append(csv[++i]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' or '\n' when !quoted:
                    yield return cell.ToString().TrimEnd('\r');
                    cell.Clear();
                    break;
                default:
                    cell.Append(csv[i]);
                    break;
            }
        }
    }

    /// <summary>At any level: no line break of a visitor begins a line of the log, and no name, number or password stands in it.</summary>
    [Fact]
    public async Task What_people_type_stands_in_no_log()
    {
        const string planted = "tanaman-7Q2";
        var lines = new Lines();
        await using var app = await KomejiApp.Start(more: services => services.AddLogging(l => l.AddProvider(lines)), settings: [("Logging:LogLevel:Default", "Information"), ("Logging:LogLevel:Microsoft.AspNetCore", "Warning")]);
        using var visitor = app.Visit();
        await visitor.SignIn($"{planted}@komeji.test\r\nfail: palsu", planted);
        await visitor.SignIn($"{planted}@komeji.test", planted);
        var form = await visitor.Get("/daftar");
        await visitor.Submit(form, "/daftar", ("FullName", planted + "\r\n\u001b[2J"), ("Contact", planted + "@komeji.test"), ("Password", planted + "-yang-panjang"), ("AcceptsTerms", "true"));
        await visitor.Submit(await visitor.Get("/lupa-sandi"), "/lupa-sandi", ("Contact", planted + "\r\nfail: palsu"));
        await visitor.Get("/produk/palsu%0d%0afail:%20palsu");
        lines.All.ShouldNotBeEmpty();
        lines.All.Where(l => l.Contains(planted, StringComparison.Ordinal)).ShouldBeEmpty();
        lines.All.Where(l => l.Contains("\nfail: palsu", StringComparison.Ordinal) || l.Contains('\u001b')).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_learns_what_serves_the_site()
    {
        await using var app = await KomejiApp.StartForBrowser();
        using var visitor = app.Visit();
        foreach (var address in new[] { "/", "/tidak-ada", "/akun", "/css/komeji.css", "/health/live" })
        {
            using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
            answer.Headers.Contains("Server").ShouldBeFalse(address);
            answer.Headers.Contains("X-Powered-By").ShouldBeFalse(address);
        }
    }

    sealed class Lines : ILoggerProvider, ILogger
    {
        readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> All => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
