using System.Globalization;
using Komeji.Application.Complaints;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Komeji.Bench.Complaints;

/// <summary>
/// The lists of complaints of officers, shops and buyers, on a large market that is there already and gets so many complaints for the
/// while: the whole request without drawing the page. Beside it, in the same run, one bare statement for the same rows.
/// </summary>
/// <param name="many">Complaints put in for the run.</param>
public sealed class ComplaintsBench(string market, int each, int many)
{
    const double MostMilliseconds = 100;
    const int Busiest = 200;
    const int Seed = 20_261_124;

    const string Columns = """SELECT c."Number", c."OrderNumber", c."StoreName", c."Type", c."State", c."SubmittedAt", c."DueAt" FROM "Complaints" c WHERE """;

    static readonly ComplaintGroup[] OfSides = [ComplaintGroup.Waiting, ComplaintGroup.Open, ComplaintGroup.Over, ComplaintGroup.All];
    static readonly ComplaintGroup[] ByAge = [ComplaintGroup.Open, ComplaintGroup.Over, ComplaintGroup.All];

    readonly Random random = new(Seed);

    public async Task Run(Report report)
    {
        await using var komeji = TestKomeji.On(TestDatabase.At(Engine.Postgres, market));
        await using var raw = NpgsqlDataSource.Create(market);
        await using var put = await ManyComplaints.PutInto(raw, many);
        var (orders, complaints) = await komeji.Read(async db => (await db.Orders.CountAsync(), await db.Complaints.CountAsync()));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"Lists of complaints on PostgreSQL over {orders:#,0} orders and {complaints:#,0} complaints, one in ten of them open, {each} of each kind, one after another; the whole request without drawing the page."));
        var timed = new TimedRequests(report, each);
        await Officers(komeji, raw, timed);
        await Sides(komeji, raw, timed);
    }

    async Task Officers(TestKomeji komeji, NpgsqlDataSource raw, TimedRequests timed)
    {
        var numbers = await komeji.Read(db => db.Complaints.OrderBy(c => c.Id).Select(c => c.OrderNumber).Take(5_000).ToListAsync());
        await timed.Measure(
            "Complaints, the officers' queue", MostMilliseconds, n => Staff(komeji, n).Send(new ListComplaints(ComplaintOnlooker.Staff, ComplaintGroup.Waiting, null, 1 + (n % 10))),
            () => Read(raw, Columns + """c."State" IN ('Mediation', 'Appealed') AND c."ClaimedBy" IS NULL ORDER BY c."DueAt" LIMIT 20"""));
        await timed.Measure(
            "Complaints, in an officer's hand", MostMilliseconds, n => Staff(komeji, n).Send(new ListComplaints(ComplaintOnlooker.Staff, ComplaintGroup.Mine, null, 1)),
            () => Read(raw, Columns + """c."ClaimedBy" = $1 ORDER BY c."DueAt" LIMIT 20""", ManyComplaints.Officer(random.Next(ManyComplaints.Officers))));
        await timed.Measure(
            "Complaints, all of them by age", MostMilliseconds, n => Staff(komeji, n).Send(new ListComplaints(ComplaintOnlooker.Staff, ByAge[n % ByAge.Length], null, 1 + (n % 20))),
            () => Read(raw, Columns + """c."SubmittedAt" IS NOT NULL ORDER BY c."SubmittedAt" DESC LIMIT 20"""));
        await timed.Measure(
            "Complaints, by an order's number", MostMilliseconds, n => Staff(komeji, n).Send(new ListComplaints(ComplaintOnlooker.Staff, ComplaintGroup.All, One(numbers), 1)),
            () => Read(raw, Columns + """c."OrderNumber" = $1 LIMIT 20""", One(numbers)));
    }

    /// <summary>Of those with the most complaints.</summary>
    async Task Sides(TestKomeji komeji, NpgsqlDataSource raw, TimedRequests timed)
    {
        var busy = await komeji.Read(db => db.Complaints.GroupBy(c => c.StoreId).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(Busiest).ToListAsync());
        var shops = await komeji.Read(db => db.Stores.Where(s => busy.Contains(s.Id)).Select(s => new { s.Id, s.OwnerId }).ToListAsync());
        var buyers = await komeji.Read(db => db.Complaints.GroupBy(c => c.BuyerId).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(Busiest).ToListAsync());
        await timed.Measure(
            "Complaints, a seller's", MostMilliseconds, n => komeji.As(One(shops).OwnerId).Send(new ListComplaints(ComplaintOnlooker.Seller, OfSides[n % OfSides.Length], null, 1)),
            () => Read(raw, Columns + """c."StoreId" = $1 ORDER BY c."SubmittedAt" DESC LIMIT 20""", One(shops).Id.Value));
        await timed.Measure(
            "Complaints, a buyer's", MostMilliseconds, n => komeji.As(One(buyers)).Send(new ListComplaints(ComplaintOnlooker.Buyer, OfSides[n % OfSides.Length], null, 1)),
            () => Read(raw, Columns + """c."BuyerId" = $1 ORDER BY c."SubmittedAt" DESC LIMIT 20""", One(buyers).Value));
    }

    static TestKomeji Staff(TestKomeji komeji, int number) => komeji.As(new UserId(ManyComplaints.Officer(number % ManyComplaints.Officers)), Roles.Operator);

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

    T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
