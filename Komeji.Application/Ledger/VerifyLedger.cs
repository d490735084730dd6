using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Ledger;

/// <summary>Checks every money invariant from the database: the command <c>ledger verify</c>.</summary>
public sealed record VerifyLedger : IQuery<LedgerReport>
{
    internal sealed class Handler(LedgerChecks checks) : IRequestHandler<VerifyLedger, LedgerReport>
    {
        public Task<LedgerReport> Handle(VerifyLedger request, CancellationToken cancellationToken) => checks.Run(cancellationToken);
    }
}

public sealed record LedgerReport(IReadOnlyList<LedgerCheck> Checks)
{
    public bool Ok => Checks.All(c => c.Ok);
}

/// <param name="Name">Stable: the invariant's number and a word.</param>
/// <param name="Detail">What was compared, or what is wrong with examples.</param>
public sealed record LedgerCheck(string Name, bool Ok, string Detail)
{
    /// <param name="wrong">A few examples; none where all is well.</param>
    public static LedgerCheck Of(string name, IEnumerable<string> wrong, string fine)
    {
        var examples = string.Join(", ", wrong);
        return new LedgerCheck(name, examples.Length == 0, examples.Length == 0 ? fine : examples);
    }
}
