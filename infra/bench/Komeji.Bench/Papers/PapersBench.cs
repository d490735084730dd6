using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Komeji.Bench.Papers;

/// <summary>
/// The lists an office and its sellers work with all day, on a large market that is there already (made by <c>seed --documents</c>):
/// the whole request through the application, as a page sends it. Beside it, in the same run, one bare statement for the same rows.
/// </summary>
public sealed class PapersBench(string market, int each)
{
    const double MostMilliseconds = 100;
    const double MostReportMilliseconds = 1_500;
    const int Seed = 20_261_122;

    readonly Random random = new(Seed);

    public async Task Run(Report report)
    {
        await using var komeji = TestKomeji.On(TestDatabase.At(Engine.Postgres, market));
        await using var raw = NpgsqlDataSource.Create(market);
        var (shops, papers) = await komeji.Read(async db => (await db.Stores.CountAsync(), await db.LegalVerifications.CountAsync()));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"Lists of the office and of sellers on PostgreSQL over {shops:#,0} shops and {papers:#,0} papers, {each} of each kind, one after another; the whole request without drawing the page."));
        var timed = new TimedRequests(report, each);
        var regencies = await komeji.Read(db => db.LegalVerifications.Select(d => d.Region.Substring(0, 5)).Distinct().OrderBy(c => c).ToListAsync());
        var officer = await komeji.Read(db => db.RoleGrants.Where(g => g.Role == Roles.Verifier && g.EndedAt == null).Select(g => g.UserId).FirstAsync());
        foreach (var (name, part) in new[] { ("waiting", QueuePart.Waiting), ("in my hand", QueuePart.Mine), ("with colleagues", QueuePart.Others), ("decided", QueuePart.Decided) })
        {
            await timed.Measure($"Queue, {name}", MostMilliseconds, n => Ask(komeji.As(officer, Roles.Verifier).Serving(Territory(n, regencies)), Queue(part, n, regencies)), () => RawQueue(raw, part));
        }

        var owners = await komeji.Read(db => db.Stores.OrderBy(s => s.Slug).Select(s => s.OwnerId).Take(5_000).ToListAsync());
        await timed.Measure("A seller's products", MostMilliseconds, n => Ask(komeji.As(owners[random.Next(owners.Count)]), Products(n)), () => RawProducts(raw, owners[random.Next(owners.Count)]));
        await timed.Measure("Register", MostReportMilliseconds, n => Ask(komeji.As(officer, Roles.Verifier).Serving(Territory(n, regencies)), new ListRegister(new RegisterFilter(regencies[random.Next(regencies.Count)]))));
        var period = ReportPeriod.Of(null, null, Wib.DayOf(TimeProvider.System.GetUtcNow()));
        await timed.Measure("Report, whole", MostReportMilliseconds, async n =>
        {
            var asking = komeji.As(officer, Roles.Verifier).Serving(Territory(n, regencies));
            await asking.Send(new CountVerified());
            await asking.Send(new CountFunnel(period));
            await asking.Send(new CountWaits(period));
            await asking.Send(new CountExpiring());
        });
    }

    static Task Ask<T>(TestKomeji komeji, IRequest<T> request) => komeji.Send(request);

    /// <summary>One regency, the province, everywhere, in turn.</summary>
    static string Territory(int n, IReadOnlyList<string> regencies) => (n % 3) switch { 0 => regencies[n % regencies.Count], 1 => regencies[n % regencies.Count][..2], _ => "" };

    /// <summary>As officers narrow it: not at all, by kind, place, age, words, and further pages.</summary>
    ListQueue Queue(QueuePart part, int n, IReadOnlyList<string> regencies) => (n % 6) switch
    {
        1 => new ListQueue(part, DocumentKinds.All[random.Next(DocumentKinds.All.Count)]),
        2 => new ListQueue(part, Region: regencies[random.Next(regencies.Count)]),
        3 => new ListQueue(part, Late: true),
        4 => new ListQueue(part, Words: "kopi"),
        5 => new ListQueue(part, Page: 1 + random.Next(20)),
        _ => new ListQueue(part),
    };

    static ListMyProducts Products(int n) => (n % 4) switch
    {
        1 => new ListMyProducts(State: ProductState.Published),
        2 => new ListMyProducts(SoldOut: true),
        3 => new ListMyProducts("kopi"),
        _ => new ListMyProducts(),
    };

    static Task RawQueue(NpgsqlDataSource raw, QueuePart part) => Read(raw, part switch
    {
        QueuePart.Decided => """SELECT d."Id", d."Kind", s."Name" FROM "LegalVerifications" d JOIN "Stores" s ON s."Id" = d."StoreId" WHERE d."DecidedAt" IS NOT NULL ORDER BY d."DecidedAt" DESC LIMIT 25""",
        QueuePart.Waiting => """SELECT d."Id", d."Kind", s."Name" FROM "LegalVerifications" d JOIN "Stores" s ON s."Id" = d."StoreId" WHERE d."State" IN ('Submitted', 'Appealed') ORDER BY d."AnswerBy" LIMIT 25""",
        _ => """SELECT d."Id", d."Kind", s."Name" FROM "LegalVerifications" d JOIN "Stores" s ON s."Id" = d."StoreId" WHERE d."State" = 'InReview' ORDER BY d."AnswerBy" LIMIT 25""",
    });

    static Task RawProducts(NpgsqlDataSource raw, UserId owner) =>
        Read(raw, """SELECT p."Id", p."Name" FROM "Products" p JOIN "Stores" s ON s."Id" = p."StoreId" WHERE s."OwnerId" = $1 ORDER BY p."ChangedAt" DESC LIMIT 20""", owner.Value);

    static async Task Read(NpgsqlDataSource raw, string sql, params object[] values)
    {
        await using var command = raw.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            _ = rows.GetValue(1);
        }
    }
}
