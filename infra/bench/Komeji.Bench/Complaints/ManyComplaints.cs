using Npgsql;

namespace Komeji.Bench.Complaints;

/// <summary>
/// Puts complaints about orders of a large market into its table, one in ten of them open, and takes them out again. They are there to be
/// listed: no money, no step and no clock hangs on them.
/// </summary>
sealed class ManyComplaints : IAsyncDisposable
{
    /// <summary>Officers who have one in a hundred of them in their hands.</summary>
    public const int Officers = 20;

    /// <summary>No complaint of people has such a number.</summary>
    const string Ours = "KPL-UJI-";

    readonly NpgsqlDataSource market;

    ManyComplaints(NpgsqlDataSource market) => this.market = market;

    /// <param name="many">How many, as far as there are orders without one.</param>
    public static async Task<ManyComplaints> PutInto(NpgsqlDataSource market, int many)
    {
        var complaints = new ManyComplaints(market);
        await complaints.TakeOut(); // a run that was cut off left its own
        await complaints.Tell(Insert, many, Ours);
        await complaints.Tell("VACUUM ANALYZE \"Complaints\"");
        return complaints;
    }

    public static Guid Officer(int number) => new(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)number);

    public async ValueTask DisposeAsync() => await TakeOut();

    Task TakeOut() => Tell("""DELETE FROM "Complaints" WHERE starts_with("Number", $1)""", Ours);

    async Task Tell(string sql, params object[] values)
    {
        await using var command = market.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }

    const string Insert = """
        INSERT INTO "Complaints" (
            "Id", "Number", "OrderId", "OrderNumber", "BuyerId", "StoreId", "StoreName", "State", "Type", "Story", "WishSolution", "WishShipping", "WishReturn",
            "BegunAt", "SubmittedAt", "AnsweredAt", "HelpFrom", "DueAt", "GrantsBySilence", "ShippingMost", "ByCourier", "ClaimedBy", "ClaimedAt", "OutcomeId", "RefundId",
            "HeldUp", "EndedAt", "OfGoods", "ReturnFreight", "IsSecondTry", "AwaitsSecond", "Version")
        SELECT
            gen_random_uuid(), $2 || lpad(c.turn::text, 8, '0'), c."Id", c."Number", c."BuyerId", c."StoreId", c."StoreName", c.state,
            (ARRAY['NotReceived', 'WrongItem', 'Damaged', 'NotAsDescribed', 'Missing'])[1 + (c.turn % 5)::int], repeat('Yang datang tidak seperti yang dipesan. ', 5), 'FullRefund', 0, false,
            c.at, c.at, c.at + interval '9 hours', NULL, CASE WHEN c.is_open THEN now() + c.turn % 96 * interval '1 hour' END, false, 9000, true,
            CASE WHEN c.kind = 2 THEN ('00000000-0000-7000-8000-' || lpad(to_hex((c.turn / 100 % 20)::int), 12, '0'))::uuid END, CASE WHEN c.kind = 2 THEN c.at END, NULL, NULL,
            CASE WHEN c.kind = 9 AND c.turn % 400 = 9 THEN 'Menunggu sengketa di bank pembeli.' ELSE '' END, CASE WHEN NOT c.is_open THEN c.at + interval '4 days' END, true, 0, false, false, 1
        FROM (
            SELECT k.*, k.kind < 10 AS is_open, k."PlacedAt" + interval '3 days' AS at,
                CASE
                    WHEN k.kind < 3 THEN 'Mediation' WHEN k.kind = 3 THEN 'Appealed' WHEN k.kind < 7 THEN 'AwaitingSeller' WHEN k.kind = 7 THEN 'Negotiating'
                    WHEN k.kind = 8 THEN 'AwaitingReturn' WHEN k.kind = 9 THEN 'Executing' WHEN k.kind < 85 THEN 'Resolved' WHEN k.kind < 92 THEN 'ClosedNoReply'
                    WHEN k.kind < 99 THEN 'Cancelled' ELSE 'Referred'
                END AS state
            FROM (
                SELECT o."Id", o."Number", o."BuyerId", o."StoreId", o."StoreName", o."PlacedAt", row_number() OVER (ORDER BY o."PlacedAt") AS turn,
                    (row_number() OVER (ORDER BY o."PlacedAt") % 100)::int AS kind
                FROM (
                    SELECT * FROM "Orders" x WHERE NOT EXISTS (SELECT 1 FROM "Complaints" y WHERE y."OrderId" = x."Id") ORDER BY md5(x."Id"::text) LIMIT $1
                ) o
            ) k
        ) c
        """;
}
