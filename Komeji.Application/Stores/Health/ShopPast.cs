using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Health;

/// <summary>Reads what a shop's figures are made of: its orders and questions in a window, with all that became of them.</summary>
public sealed class ShopPast(IKomejiDb db, IComplainedOrders complained)
{
    const int AtOnce = 500;

    public async Task<IReadOnlyList<HealthCase>> Cases(StoreId store, DateTimeOffset from, DateTimeOffset asOf, TimeSpan answerWithin, CancellationToken cancellationToken)
    {
        var cases = (await Questions(store, from, asOf, cancellationToken)).Select(q => HealthCase.Of(store, q, answerWithin, asOf)).OfType<HealthCase>().ToList();
        var orders = await db.Orders.AsNoTracking().Where(o => o.StoreId == store && o.PaidAt >= from && o.PaidAt < asOf)
            .OrderBy(o => o.PaidAt).ThenBy(o => o.Id).Select(o => new PaidOrder(o.Id, o.Number, o.PaidAt!.Value, o.PromisedBy)).ToListAsync(cancellationToken);
        foreach (var some in orders.Chunk(AtOnce))
        {
            cases.AddRange((await Pasts(some, cancellationToken)).SelectMany(order => HealthCase.Of(store, order, asOf)));
        }

        return cases;
    }

    Task<List<QuestionPast>> Questions(StoreId store, DateTimeOffset since, DateTimeOffset asOf, CancellationToken cancellationToken) => (
        from wait in db.ChatWaits.AsNoTracking()
        where wait.StoreId == store && wait.Counts && wait.AskedAt >= since && wait.AskedAt < asOf
        join conversation in db.Conversations on wait.ConversationId equals conversation.Id
        orderby wait.AskedAt, wait.Id
        select new QuestionPast(wait.Id, conversation.Id, conversation.Title, wait.AskedAt, wait.AnsweredAt)).ToListAsync(cancellationToken);

    async Task<IEnumerable<OrderPast>> Pasts(IReadOnlyList<PaidOrder> orders, CancellationToken cancellationToken)
    {
        var ids = orders.Select(o => o.Id.Value).ToList();
        var steps = (await db.StateChanges.AsNoTracking().Where(c => ids.Contains(c.SubjectId) && c.Subject == "order").OrderBy(c => c.Id)
            .Select(c => new { c.SubjectId, c.To, c.ReasonCode, c.At }).ToListAsync(cancellationToken)).ToLookup(c => c.SubjectId, c => new PastStep(c.To, c.ReasonCode, c.At));
        var complaints = await complained.Of([.. orders.Select(o => o.Id)], cancellationToken);
        return orders.Select(o => new OrderPast(
            o.Id, o.Number, o.PaidAt, o.PromisedBy, [.. steps[o.Id.Value]], complaints.GetValueOrDefault(o.Id)));
    }

    sealed record PaidOrder(OrderId Id, string Number, DateTimeOffset PaidAt, DateTimeOffset? PromisedBy);
}
