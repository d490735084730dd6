using Komeji.Domain.Common;

namespace Komeji.Domain.Ledger;

/// <summary>One run of all checks of the books, and what each said.</summary>
public sealed class LedgerRun
{
    readonly List<LedgerRunCheck> checks = [];

    LedgerRun() { }

    public LedgerRun(string startedBy, DateTimeOffset startedAt, DateTimeOffset endedAt, IEnumerable<(string Name, bool Ok, string Detail)> results)
    {
        Id = LedgerRunId.New(startedAt);
        StartedBy = startedBy;
        StartedAt = startedAt;
        EndedAt = endedAt;
        checks.AddRange(results.Select((r, i) => new LedgerRunCheck(Id, i + 1, r.Name, r.Ok, r.Detail)));
        Broken = checks.Count(c => !c.Ok);
    }

    public LedgerRunId Id { get; private set; }

    /// <summary>As the job's run says: <c>jadwal</c>, or who asked for it.</summary>
    public string StartedBy { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset EndedAt { get; private set; }

    /// <summary>How many checks failed.</summary>
    public int Broken { get; private set; }
    public IReadOnlyList<LedgerRunCheck> Checks => checks;
}

/// <summary>What one check said.</summary>
public sealed class LedgerRunCheck
{
    /// <summary>Longer details are cut.</summary>
    public const int LongestDetail = 2_000;

    LedgerRunCheck() { }

    internal LedgerRunCheck(LedgerRunId runId, int number, string name, bool ok, string detail)
    {
        RunId = runId;
        Number = number;
        Name = name;
        Ok = ok;
        Detail = PlainText.Cut(detail, LongestDetail);
    }

    public LedgerRunId RunId { get; private set; }
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public bool Ok { get; private set; }

    /// <summary>What was compared, or what is wrong with examples.</summary>
    public string Detail { get; private set; } = "";
}
