using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Positions;

/// <summary>One journal with all its lines.</summary>
public sealed record ShowJournal(JournalId Id) : IQuery<JournalPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowJournal, JournalPage>
    {
        public async Task<JournalPage> Handle(ShowJournal request, CancellationToken cancellationToken) =>
            (await db.Open(db.Journals.Where(j => j.Id == request.Id), cancellationToken)).SingleOrDefault() ?? throw new NotFound();
    }
}

/// <summary>Every journal of an order and of the purchase it was paid in, in the order they were booked.</summary>
public sealed record ListOrderJournals(string Number) : IQuery<IReadOnlyList<JournalPage>>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListOrderJournals, IReadOnlyList<JournalPage>>
    {
        public async Task<IReadOnlyList<JournalPage>> Handle(ListOrderJournals request, CancellationToken cancellationToken)
        {
            var order = await db.Orders.Where(o => o.Number == request.Number).Select(o => new { o.Id, o.PurchaseId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            return await db.Open(db.Journals.Where(j => j.OrderId == order.Id || (j.PurchaseId == order.PurchaseId && j.OrderId == null)), cancellationToken);
        }
    }
}

static class JournalReading
{
    public static async Task<IReadOnlyList<JournalPage>> Open(this IKomejiDb db, IQueryable<Journal> which, CancellationToken cancellationToken)
    {
        var journals = await which.AsNoTracking().Include(j => j.Entries).OrderBy(j => j.BookedAt).ThenBy(j => j.Id).ToListAsync(cancellationToken);
        var (orderIds, purchaseIds) = (journals.Select(j => j.OrderId).OfType<OrderId>().ToList(), journals.Select(j => j.PurchaseId).OfType<PurchaseId>().ToList());
        var orders = await db.Orders.Where(o => orderIds.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToDictionaryAsync(o => o.Id, o => o.Number, cancellationToken);
        var purchases = await db.Purchases.Where(p => purchaseIds.Contains(p.Id)).Select(p => new { p.Id, p.Number }).ToDictionaryAsync(p => p.Id, p => p.Number, cancellationToken);
        var names = new Dictionary<(int, string), string>();
        foreach (var lines in journals.SelectMany(j => j.Entries).GroupBy(e => e.Account))
        {
            foreach (var (key, name) in await db.NamesOf(Chart.Find(lines.Key), [.. lines.Select(l => l.AccountKey)], cancellationToken))
            {
                names[(lines.Key, key)] = name;
            }
        }

        return
        [
            .. journals.Select(j => new JournalPage(
                j.Id, j.Key, j.Rule, j.Memo, j.EventAt, j.BookedAt, j.Period,
                j.OrderId is { } order ? orders.GetValueOrDefault(order) : null,
                j.PurchaseId is { } purchase ? purchases.GetValueOrDefault(purchase) : null,
                [.. j.Entries.OrderBy(e => e.Id).Select(e => new JournalLine(Chart.Find(e.Account), e.AccountKey, names.GetValueOrDefault((e.Account, e.AccountKey)), e.Amount))])),
        ];
    }
}

/// <param name="Key">Unique for ever: the rule's word and the id of the thing that happened.</param>
/// <param name="EventAt">When it happened in the world.</param>
/// <param name="Order">Number of the order it belongs to; null where it belongs to none.</param>
public sealed record JournalPage(
    JournalId Id, string Key, string Rule, string Memo, DateTimeOffset EventAt, DateTimeOffset BookedAt, string Period, string? Order, string? Purchase, IReadOnlyList<JournalLine> Lines);

/// <param name="Name">What people call the thing its key names; null where the key says it.</param>
/// <param name="Amount">Debit positive, credit negative.</param>
public sealed record JournalLine(Account Account, string Key, string? Name, Rupiah Amount);
