namespace Komeji.Web.Demo;

/// <summary>How large a demo market to make.</summary>
/// <param name="Seed">The same seed makes the same market.</param>
public sealed record DemoSize(int Stores, int Products, int Orders, int Communities, int Documents, int Complaints, int Seed)
{
    public static readonly DemoSize Demo = new(60, 600, 120, 0, 0, 0, 2026);

    /// <summary>More purchases than these are not tried one by one.</summary>
    public int MostTried { get; init; } = 120;

    /// <summary>Purchases that go through the commands people use, so that there are orders in every state.</summary>
    public int Lively => Math.Min(Orders, MostTried);

    /// <summary>Where more are asked for than people could place while one waits: so many completed orders of earlier months, put in at once.</summary>
    public int Past => Orders > MostTried ? Orders : 0;

    /// <summary>Large enough that keys and indexes are better made at the end.</summary>
    public bool IsLarge => Past > 0 || Products > 20 * Demo.Products || Documents > 20 * Demo.Products;
}

/// <summary>What was made, per kind.</summary>
/// <param name="Orders">All, those of the history among them.</param>
public sealed record DemoCounts(int Stores, int Products, int Buyers, int Orders, int Communities, int Documents, int Complaints)
{
    /// <summary>Orders of earlier months, all completed.</summary>
    public int Past { get; init; }

    /// <summary>Of shops, products and history without their dates: the same for the same numbers and seed.</summary>
    public string Checksum { get; init; } = "";
}

/// <summary>How far it is: what it is making, how many are done, of how many.</summary>
public sealed record DemoProgress(string What, int Done, int Total);

/// <summary>Fills a database with a market to try out: deterministic, through the same rules as real people.</summary>
public interface IDemoMarket
{
    /// <summary>Whether the database already holds shops; start-up then leaves it as it is.</summary>
    Task<bool> IsThere(CancellationToken cancellationToken);

    /// <summary>Whether it was cut off while it was made: shops without their trade.</summary>
    Task<bool> IsUnfinished(CancellationToken cancellationToken);

    Task<DemoCounts> Grow(DemoSize size, IProgress<DemoProgress>? progress, CancellationToken cancellationToken);
}
