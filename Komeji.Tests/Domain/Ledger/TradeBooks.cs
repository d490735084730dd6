using Komeji.Domain.Ledger;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>The product's journals kept in memory: a key happens once, as the unique index of the database has it, and nothing else is kept than balances.</summary>
sealed class TradeBooks
{
    static readonly Dictionary<int, Account> Accounts = Chart.All.ToDictionary(a => a.Code);

    readonly HashSet<string> keys = [];
    readonly Dictionary<(int Account, string Key), long> balances = [];

    /// <summary>Of 2030, what was booked by rules that may not turn it.</summary>
    readonly Dictionary<string, long> sellersOtherwise = [];
    int atProviders;

    public IReadOnlyDictionary<(int Account, string Key), long> Balances => balances;

    public HashSet<(int Account, string Key)> Touched { get; } = [];

    public SortedSet<string> Rules { get; } = new(StringComparer.Ordinal);

    public bool Has(string key) => keys.Contains(key);

    public long Of(int account, string key) => balances.GetValueOrDefault((account, key));

    /// <returns>False where the key is known: the database would refuse it.</returns>
    public bool Post(Journal journal)
    {
        if (!keys.Add(journal.Key))
        {
            return false;
        }

        if (journal.Entries.Count < 2 || journal.LineCount != journal.Entries.Count || journal.Entries.Sum(e => e.Amount.Amount) != 0)
        {
            throw new InvalidOperationException($"I1: {journal.Key} does not balance.");
        }

        Rules.Add(journal.Rule);
        foreach (var entry in journal.Entries)
        {
            balances[(entry.Account, entry.AccountKey)] = checked(Of(entry.Account, entry.AccountKey) + entry.Amount.Amount);
            Touched.Add((entry.Account, entry.AccountKey));
            if (entry.Account == Chart.SellerBalance.Code && journal.Rule is not ("P7" or "P12"))
            {
                sellersOtherwise[entry.AccountKey] = sellersOtherwise.GetValueOrDefault(entry.AccountKey) + entry.Amount.Amount;
            }
        }

        atProviders += journal.Rule != "P19" && journal.Entries.Any(e => e.Account == Chart.ProviderClearing.Code) ? 1 : 0;
        return true;
    }

    /// <summary>I9 of what moved: assets not below zero, debts not the other way round, a seller's balance only by what takes money back, rounding small.</summary>
    public void RequireNotOverdrawn()
    {
        foreach (var (account, key) in Touched)
        {
            var (balance, kind) = (Of(account, key), Accounts[account]);
            if (!kind.MayTurn && (kind.Kind == AccountKind.Asset ? balance < 0 : kind.Kind == AccountKind.Liability && balance > 0))
            {
                throw new InvalidOperationException($"I9: account {account} {key} is {balance}.");
            }

            if (account == Chart.SellerBalance.Code && sellersOtherwise.GetValueOrDefault(key) > 0)
            {
                throw new InvalidOperationException($"I9: the balance of {key} was turned by something else than a dispute or a refund after the release.");
            }
        }

        if (Math.Abs(Of(Chart.ProviderRounding.Code, "")) > atProviders)
        {
            throw new InvalidOperationException($"I9: rounding of {Of(Chart.ProviderRounding.Code, "")} for {atProviders} bookings at providers.");
        }
    }

    /// <summary>I2 and I13 over everything: the books sum to zero, and hold what came in and did not go out.</summary>
    public void RequireSums(long cash)
    {
        var sum = balances.Values.Sum();
        var held = balances.Where(b => b.Key.Account is 1010 or 1020 or 1021).Sum(b => b.Value);
        var owed = -balances.Where(b => Accounts[b.Key.Account].Kind != AccountKind.Asset).Sum(b => b.Value);
        var claimed = balances.Where(b => b.Key.Account is 1030 or 1200 or 1220).Sum(b => b.Value);
        if (sum != 0 || held != cash || held + claimed != owed)
        {
            throw new InvalidOperationException($"I2, I13: the books sum to {sum}; they hold {held} of {cash}, claim {claimed} and owe {owed}.");
        }
    }

    /// <summary>What may be moved to the cooperative: more than is owed to others, key by key.</summary>
    public long Own() =>
        balances.Where(b => Chart.HeldForOthers.Contains(b.Key.Account)).Sum(b => b.Value)
        - balances.Where(b => Chart.OwedToOthers.Contains(b.Key.Account)).Sum(b => Math.Max(0, -b.Value));
}
