using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Desk;

/// <summary>The tax of one month down to the journals and orders it comes from, with what was paid of it.</summary>
public sealed record ShowTaxMonth(TaxMonth Month, int Page) : IQuery<TaxMonthPage>
{
    const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShowTaxMonth, TaxMonthPage>
    {
        public async Task<TaxMonthPage> Handle(ShowTaxMonth request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var rows = await db.TaxMonthsOf(request.Month.Month, settings, now, cancellationToken);
            var sums = rows.FirstOrDefault(r => r.Month == request.Month) ?? await TaxMonths.Empty(request.Month, settings, now, cancellationToken);
            return new TaxMonthPage(sums, await Entries(request, cancellationToken), await Remittances(request.Month, cancellationToken));
        }

        async Task<PageOf<TaxEntry>> Entries(ShowTaxMonth request, CancellationToken cancellationToken)
        {
            var (owed, month, back, backKey) = (request.Month.Tax.Owed().Code, request.Month.Month, Chart.TaxRecoverable.Code, request.Month.RecoverableKey);
            var page = await db.Entries.Where(e => (e.Account == owed && e.AccountKey == month) || (e.Account == back && e.AccountKey == backKey))
                .OrderByDescending(e => e.Id)
                .Join(db.Journals, e => e.JournalId, j => j.Id, (e, j) => new Row(e.Account, e.Amount, j.Memo, j.Rule, j.BookedAt, j.OrderId))
                .ToPage(request.Page, PageSize, cancellationToken);
            var ids = page.Rows.Select(r => r.OrderId).OfType<OrderId>().ToList();
            var orders = await db.Orders.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Number, o.StoreName }).ToDictionaryAsync(o => o.Id, cancellationToken);
            return new PageOf<TaxEntry>(
                [.. page.Rows.Select(r => r.OrderId is { } id && orders.TryGetValue(id, out var order)
                    ? new TaxEntry(r.At, r.Memo, r.Rule, r.Account, -r.Amount, order.Number, order.StoreName)
                    : new TaxEntry(r.At, r.Memo, r.Rule, r.Account, -r.Amount, null, ""))],
                page.Number, page.Size, page.Total);
        }

        async Task<IReadOnlyList<RemittanceRow>> Remittances(TaxMonth month, CancellationToken cancellationToken)
        {
            var rows = await db.TaxRemittances.AsNoTracking().Of(month).OrderByDescending(r => r.PreparedAt).ToListAsync(cancellationToken);
            var people = rows.SelectMany(r => new[] { r.PreparedBy, r.ConfirmedBy ?? r.PreparedBy }).Select(p => p.Value).Distinct().ToList();
            var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
            string Name(UserId? person) => person is { } id ? names.GetValueOrDefault(id.Value, "petugas keuangan") : "";
            return [.. rows.Select(r => new RemittanceRow(r.State, r.Amount, r.Ntpn ?? "", r.PaidOn, Name(r.PreparedBy), r.PreparedAt, Name(r.ConfirmedBy), r.EndedAt))];
        }

        sealed record Row(int Account, Rupiah Amount, string Memo, string Rule, DateTimeOffset At, OrderId? OrderId);
    }
}

/// <param name="Remittances">Newest first.</param>
public sealed record TaxMonthPage(TaxMonthRow Sums, PageOf<TaxEntry> Entries, IReadOnlyList<RemittanceRow> Remittances)
{
    public RemittanceRow? Prepared => Remittances.FirstOrDefault(r => r.State == TaxRemittanceState.Prepared);
}

/// <param name="Amount">Positive when it makes more owed.</param>
/// <param name="OrderNumber">Null where it is no order's, as a remittance.</param>
public sealed record TaxEntry(DateTimeOffset At, string Memo, string Rule, int Account, Rupiah Amount, string? OrderNumber, string StoreName);

public sealed record RemittanceRow(TaxRemittanceState State, Rupiah Amount, string Ntpn, DateOnly? PaidOn, string PreparedBy, DateTimeOffset PreparedAt, string EndedBy, DateTimeOffset? EndedAt);
