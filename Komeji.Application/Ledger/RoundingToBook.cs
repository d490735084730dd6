using Komeji.Application.Jobs;
using Komeji.Application.Payments;
using MediatR;

namespace Komeji.Application.Ledger;

/// <summary>The parts of a rupiah of each provider that gives a statement, before the books are compared with it.</summary>
public sealed class RoundingToBook(Gateways gateways) : ISweep
{
    public Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IRequest>>([.. gateways.All.Where(g => g.GivesStatement).Select(g => new BookRounding(g.Name))]);
}
