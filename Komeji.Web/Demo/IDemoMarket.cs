namespace Komeji.Web.Demo;

/// <summary>How large a demo market to make.</summary>
/// <param name="Seed">The same seed makes the same market.</param>
public sealed record DemoSize(int Stores, int Products, int Orders, int Communities, int Documents, int Complaints, int Seed)
{
    public static readonly DemoSize Demo = new(60, 600, 120, 0, 0, 0, 2026);
}

/// <summary>What was made, per kind.</summary>
public sealed record DemoCounts(int Stores, int Products, int Buyers, int Orders, int Communities, int Documents, int Complaints);

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
