using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>No list, search or export shows what belongs to somebody else: four people, some forty things, every page that names no thing.</summary>
public sealed class OwnListsTests(ITestOutputHelper output)
{
    static readonly Identity[] People = [Identity.Buyer, Identity.OtherBuyer, Identity.Seller, Identity.OtherSeller];

    static readonly string[] Questions = ["", "?hal=1", "?q=KMJ", "?q=Keripik", "?q=a", "?status=semua", "?tampil=semua&hal=1", "?q=2026"];

    [Fact]
    public async Task A_list_holds_only_what_is_ones_own()
    {
        var seed = Random.Shared.Next(1, 1_000_000);
        output.WriteLine($"seed {seed}");
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var objects = await TestObjects.Make(app);
        var owners = await MakeThings(app, objects, new Random(seed));
        var (leaks, seen, tried) = (new List<string>(), 0, 0);
        foreach (var who in People)
        {
            using var visitor = await objects.Enter(who);
            foreach (var row in AuthorisationTable.Rows.Where(r => r.Method == "GET" && r.Admits(who) && !r.Route.Contains('{', StringComparison.Ordinal)))
            {
                foreach (var question in Questions)
                {
                    var page = await visitor.Get(row.Route + question);
                    tried++;
                    var shown = owners.Where(thing => page.Html.Contains(thing.Mark, StringComparison.Ordinal)).ToList();
                    seen += shown.Count(thing => thing.Whose.Contains(who));
                    leaks.AddRange(shown.Where(thing => !thing.Whose.Contains(who)).Select(thing => $"{who} sees {thing.Mark} at {row.Route}{question}"));
                }
            }
        }

        leaks.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(300);
        seen.ShouldBeGreaterThan(40, "lists that show nothing prove nothing");
    }

    static async Task<List<(string Mark, IReadOnlyList<Identity> Whose)>> MakeThings(KomejiApp app, TestObjects objects, Random random)
    {
        var rows = AuthorisationTable.Rows.Where(r => r.Thing is "order-bought" or "order-sold" or "address" or "notification" or "product").DistinctBy(r => r.Thing).ToList();
        var names = await app.Read(db => db.Users.ToDictionaryAsync(u => u.Id, u => u.UserName!));
        var things = new List<(string, IReadOnlyList<Identity>)>();
        for (var i = 0; i < 40; i++)
        {
            var row = rows[random.Next(rows.Count)];
            var able = People.Where(p => TestObjects.CanOwn(row.Thing, p)).ToArray();
            var owner = able[random.Next(able.Length)];
            var mark = (await objects.Fill(row, owner, foreign: false)).Split('/').Single(part => Guid.TryParse(part, out _) || part.StartsWith("KMJ-", StringComparison.Ordinal));
            things.Add((mark, row.Thing.StartsWith("order", StringComparison.Ordinal) ? await PartiesOf(mark) : [owner]));
        }

        return things;

        async Task<IReadOnlyList<Identity>> PartiesOf(string number)
        {
            var (buyer, seller) = await app.Read(async db =>
            {
                var order = await db.Orders.Where(o => o.Number == number).Select(o => new { o.PurchaseId, o.StoreId }).SingleAsync();
                return ((await db.Purchases.SingleAsync(p => p.Id == order.PurchaseId)).BuyerId, (await db.Stores.SingleAsync(s => s.Id == order.StoreId)).OwnerId);
            });
            return [.. People.Where(p => TestObjects.ContactOf(p) == names[buyer.Value] || TestObjects.ContactOf(p) == names[seller.Value])];
        }
    }
}
