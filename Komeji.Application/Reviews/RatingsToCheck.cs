using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Komeji.Application.Reviews;

/// <summary>Products whose kept rating is not what their reviews come to. There should be none.</summary>
public sealed class RatingsToCheck(IKomejiDb db) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var counted = from r in db.Reviews.AsNoTracking()
                      where !r.IsHidden
                      group r by r.ProductId into g
                      select new { Id = g.Key, Reviews = g.Count(), Stars = g.Sum(r => r.Stars) };
        var wrong = await (from c in counted
                           join p in db.Products on c.Id equals p.Id
                           where p.Reviews != c.Reviews || p.Stars != c.Stars
                           orderby p.Id
                           select p.Id).Take(most).ToListAsync(cancellationToken);
        var without = await db.Products.Where(p => (p.Reviews != 0 || p.Stars != 0) && !db.Reviews.Any(r => r.ProductId == p.Id && !r.IsHidden))
            .OrderBy(p => p.Id).Select(p => p.Id).Take(most).ToListAsync(cancellationToken);
        return [.. wrong.Concat(without).Take(most).Select(id => new MendRating(id))];
    }
}

/// <summary>Counts the reviews of a product anew.</summary>
public sealed record MendRating(ProductId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ILogger<MendRating> log) : IRequestHandler<MendRating>
    {
        public async Task<Unit> Handle(MendRating request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(RatingTurn.Of(request.Id), cancellationToken);
            var shown = db.Reviews.Of(request.Id);
            var (reviews, stars) = (await shown.CountAsync(cancellationToken), await shown.SumAsync(r => r.Stars, cancellationToken));
            var moved = await db.Products.Where(p => p.Id == request.Id && (p.Reviews != reviews || p.Stars != stars)).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Reviews, reviews).SetProperty(p => p.Stars, stars), cancellationToken);
            if (moved > 0)
            {
                log.LogWarning("The kept rating of product {Product} was wrong and is counted anew: {Reviews} reviews, {Stars} stars", request.Id.Value, reviews, stars);
            }

            return Unit.Value;
        }
    }
}
