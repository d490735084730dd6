using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Application.Payouts.Providers;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Desk;

/// <summary>Payouts of all shops, the longest waiting first, and the newest files.</summary>
/// <param name="States">Empty: all.</param>
/// <param name="Words">Part of a payout's number or a shop's name.</param>
public sealed record ListPayouts(IReadOnlyList<PayoutState> States, string Words, int Page) : IQuery<PayoutsPage>
{
    public const int PageSize = 50;
    const int NewestFiles = 10;

    internal sealed class Handler(IKomejiDb db, PayoutGateways gateways) : IRequestHandler<ListPayouts, PayoutsPage>
    {
        public async Task<PayoutsPage> Handle(ListPayouts request, CancellationToken cancellationToken)
        {
            var (states, words) = (request.States, request.Words.Trim());
            var payouts = db.Payouts.AsNoTracking();
            payouts = states.Count > 0 ? payouts.Where(p => states.Contains(p.State)) : payouts;
            if (words.Length > 0)
            {
                var (number, shops) = (words.ToUpperInvariant(), db.StoresNamed(words));
                payouts = payouts.Where(p => p.Number.Contains(number) || shops.Any(s => s.Id == p.StoreId));
            }

            var rows = await payouts.OrderBy(p => p.RequestedAt).ThenBy(p => p.Id).ToRows(db).ToPage(request.Page, PageSize, cancellationToken);
            var waiting = await db.Payouts.Where(p => p.State == PayoutState.Approved).GroupBy(p => p.Channel)
                .Select(g => new ChannelWaiting(g.Key, g.Count(), g.Sum(p => (long)p.Amount))).ToListAsync(cancellationToken);
            var files = await db.PayoutFiles.AsNoTracking().OrderByDescending(f => f.MadeAt).ThenByDescending(f => f.Id).Take(NewestFiles).ToListAsync(cancellationToken);
            return new PayoutsPage(rows, waiting, files, gateways.Chosen is not null);
        }
    }
}

/// <param name="Waiting">What is approved and in no file yet, by the way it goes.</param>
/// <param name="HasProvider">What goes by BI-FAST may be sent by a provider.</param>
public sealed record PayoutsPage(PageOf<PayoutRow> Payouts, IReadOnlyList<ChannelWaiting> Waiting, IReadOnlyList<PayoutFile> Files, bool HasProvider);

/// <param name="Sum">Rupiah.</param>
public sealed record ChannelWaiting(PayoutChannel Channel, int Count, long Sum);

/// <param name="Account">Masked.</param>
public sealed record PayoutRow(PayoutId Id, string Number, string Store, Rupiah Amount, PayoutState State, PayoutChannel Channel, string Bank, string Account, bool Appealed, DateTimeOffset RequestedAt);

static class PayoutRows
{
    public static IQueryable<PayoutRow> ToRows(this IQueryable<Payout> payouts, IKomejiDb db) => payouts.Select(p => new PayoutRow(
        p.Id, p.Number, db.Stores.Where(s => s.Id == p.StoreId).Select(s => s.Name).FirstOrDefault() ?? "", p.Amount, p.State, p.Channel, p.Bank, p.Account, p.State == PayoutState.OnHold && p.Appeal != "", p.RequestedAt));
}
