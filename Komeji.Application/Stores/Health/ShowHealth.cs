using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Health;

/// <summary>The figures of the shop the person works in.</summary>
public sealed record ShowMyHealth : IQuery<HealthPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, HealthTerms terms) : IRequestHandler<ShowMyHealth, HealthPage>
    {
        public async Task<HealthPage> Handle(ShowMyHealth request, CancellationToken cancellationToken) =>
            await db.HealthOf((await desk.At(ShopRights.Orders, cancellationToken)).Id, terms, cancellationToken);
    }
}

/// <summary>The figures of a shop before the cooperative's staff.</summary>
/// <exception cref="NotFound">No such shop.</exception>
public sealed record ShowShopHealth(StoreId Id) : IQuery<HealthPage>
{
    internal sealed class Handler(IKomejiDb db, HealthTerms terms) : IRequestHandler<ShowShopHealth, HealthPage>
    {
        public Task<HealthPage> Handle(ShowShopHealth request, CancellationToken cancellationToken) => db.HealthOf(request.Id, terms, cancellationToken);
    }
}

/// <param name="Health">Null until the first night.</param>
/// <param name="AnswerHours">The time a shop has to answer.</param>
/// <param name="State">How the shop stands.</param>
public sealed record HealthPage(StoreId Id, string Store, StoreState State, ShopHealth? Health, HealthLimits Limits, int AnswerHours);

/// <summary>What of the figures a buyer sees at the shop; null what too few orders or questions say nothing about.</summary>
/// <param name="AnsweredInTime">Of the questions.</param>
/// <param name="Served">Paid orders the shop did not cancel.</param>
/// <param name="OnTime">Orders that left by the promised day.</param>
public sealed record PublicHealth(int? MedianMinutes, BasisPoints? AnsweredInTime, BasisPoints? Served, BasisPoints? OnTime, int AnswerHours, DateTimeOffset From, DateTimeOffset AsOf)
{
    public bool IsEmpty => AnsweredInTime is null && Served is null && OnTime is null;
}

static class HealthOfShops
{
    /// <exception cref="NotFound">No such shop.</exception>
    public static async Task<HealthPage> HealthOf(this IKomejiDb db, StoreId id, HealthTerms terms, CancellationToken cancellationToken)
    {
        var store = await db.Stores.AsNoTracking().Where(s => s.Id == id).Select(s => new { s.Name, s.State }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        return new HealthPage(
            id, store.Name, store.State,
            await db.ShopHealths.AsNoTracking().SingleOrDefaultAsync(h => h.StoreId == id, cancellationToken),
            await terms.Limits(cancellationToken), (int)(await terms.AnswerWithin(cancellationToken)).TotalHours);
    }

    /// <returns>Null where there is nothing to say.</returns>
    public static async Task<PublicHealth?> PublicHealthOf(this IKomejiDb db, StoreId id, HealthTerms terms, CancellationToken cancellationToken)
    {
        if (await db.ShopHealths.AsNoTracking().SingleOrDefaultAsync(h => h.StoreId == id, cancellationToken) is not { } health)
        {
            return null;
        }

        var least = await terms.ShownLeast(cancellationToken);
        var questions = health.Of(HealthMeasure.SlowAnswer);
        var told = new PublicHealth(
            questions.Total >= least ? health.MedianMinutes : null, Good(questions), Good(health.Of(HealthMeasure.Cancelled)), Good(health.Of(HealthMeasure.Late)),
            (int)(await terms.AnswerWithin(cancellationToken)).TotalHours, health.From, health.AsOf);
        return told.IsEmpty ? null : told;

        BasisPoints? Good(HealthTally tally) => tally.Total >= least ? new HealthTally(tally.Total - tally.Bad, tally.Total).Rate : null;
    }
}
