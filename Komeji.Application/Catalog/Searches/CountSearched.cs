using Komeji.Application.Common;
using Komeji.Application.Jobs;
using MediatR;

namespace Komeji.Application.Catalog.Searches;

/// <summary>What was sold moves with every order; the search follows from time to time, so that paying never waits for it.</summary>
public sealed class SalesToCount : ISweep
{
    public Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IRequest>>([new CountSales()]);
}

/// <summary>How common each word is decides which is suggested first.</summary>
public sealed class WordsToCount : ISweep
{
    public Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IRequest>>([new CountWords()]);
}

public sealed record CountSales : ICommand
{
    internal sealed class Handler(IProductSearch search) : IRequestHandler<CountSales>
    {
        public async Task<Unit> Handle(CountSales request, CancellationToken cancellationToken)
        {
            await search.CountSales(cancellationToken);
            return Unit.Value;
        }
    }
}

public sealed record CountWords : ICommand
{
    internal sealed class Handler(IProductSearch search) : IRequestHandler<CountWords>
    {
        public async Task<Unit> Handle(CountWords request, CancellationToken cancellationToken)
        {
            await search.CountWords(cancellationToken);
            return Unit.Value;
        }
    }
}
