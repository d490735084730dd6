using Komeji.Application.Jobs;
using Komeji.Application.Payments;
using MediatR;

namespace Komeji.Application.Ledger;

/// <summary>Each provider's parts of a rupiah, before the books are compared with its statement.</summary>
public sealed class RoundingToBook(Gateways gateways) : ISweep
{
    public Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IRequest>>([.. gateways.All.Select(g => new BookRounding(g.Name))]);
}
