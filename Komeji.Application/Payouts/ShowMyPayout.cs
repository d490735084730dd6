using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payouts;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts;

/// <summary>One payout of the shop: what it is made of, as the books say, and every step of it.</summary>
/// <param name="Page">Of what it is made of, from 1.</param>
/// <exception cref="NotFound">It is not of this shop.</exception>
public sealed record ShowMyPayout(PayoutId Id, int Page) : IQuery<MyPayoutPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowMyPayout, MyPayoutPage>
    {
        public async Task<MyPayoutPage> Handle(ShowMyPayout request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Money, cancellationToken);
            var payout = await db.Payouts.AsNoTracking().Include(p => p.Attempts).SingleOrDefaultAsync(p => p.Id == request.Id && p.StoreId == shop.Id, cancellationToken) ?? throw new NotFound();
            return new MyPayoutPage(payout, await db.PartsOf(payout, request.Page, cancellationToken), await db.StepsOf(payout.Id, cancellationToken));
        }
    }
}

/// <param name="Payout">Its account is masked; what is sealed of it is not shown.</param>
public sealed record MyPayoutPage(Payout Payout, PayoutParts Parts, IReadOnlyList<PayoutStep> Steps);

/// <summary>What happened to the balance between the payout before and this one.</summary>
/// <param name="Before">What was left of the balance when the payout before was asked for.</param>
/// <param name="Total">What there was when this one was asked for.</param>
public sealed record PayoutParts(Rupiah Before, Rupiah Total, PageOf<PayoutPart> Parts);

/// <param name="OrderNumber">The order it came from; null for what is about none.</param>
public sealed record PayoutPart(DateTimeOffset At, string Memo, Rupiah Amount, string? OrderNumber);

/// <param name="ActorId">Null: by itself.</param>
public sealed record PayoutStep(string From, string To, string ReasonCode, string? Note, string ActorRole, Guid? ActorId, DateTimeOffset At);

static class PayoutBooks
{
    const int PageSize = 50;

    /// <summary>Every entry of the shop's balance since the payout before was taken out of it.</summary>
    public static async Task<PayoutParts> PartsOf(this IKomejiDb db, Payout payout, int page, CancellationToken cancellationToken)
    {
        var (account, key, asked) = (Chart.SellerBalance.Code, payout.StoreId.Value.ToString(), PostingRules.PayoutAskedKey(payout.Id));
        var mine = db.Entries.Where(e => e.Account == account && e.AccountKey == key);
        var taken = mine.Where(e => db.Journals.Any(j => j.Id == e.JournalId && j.Rule == "P11" && j.Key.StartsWith(PostingRules.PayoutsAsked)));
        var here = await mine.Where(e => db.Journals.Any(j => j.Id == e.JournalId && j.Key == asked)).Select(e => e.Id).SingleAsync(cancellationToken);
        var before = await taken.Where(e => e.Id < here).MaxAsync(e => (long?)e.Id, cancellationToken) ?? 0;
        var left = -await mine.Where(e => e.Id <= before).SumAsync(e => (long)e.Amount, cancellationToken);
        var came = mine.Where(e => e.Id > before && e.Id < here);
        var sum = -await came.SumAsync(e => (long)e.Amount, cancellationToken);
        var rows = await came.OrderBy(e => e.Id)
            .Join(db.Journals, e => e.JournalId, j => j.Id, (e, j) => new { e.Amount, j.Memo, j.EventAt, Order = db.Orders.Where(o => o.Id == j.OrderId).Select(o => o.Number).FirstOrDefault() })
            .ToPage(page, PageSize, cancellationToken);
        return new PayoutParts(
            new Rupiah(left),
            new Rupiah(left + sum),
            new PageOf<PayoutPart>([.. rows.Rows.Select(r => new PayoutPart(r.EventAt, r.Memo, -r.Amount, r.Order))], rows.Number, rows.Size, rows.Total));
    }

    public static async Task<IReadOnlyList<PayoutStep>> StepsOf(this IKomejiDb db, PayoutId id, CancellationToken cancellationToken) =>
        await db.StateChanges.Where(c => c.Subject == Payout.Subject && c.SubjectId == id.Value).OrderBy(c => c.Id)
            .Select(c => new PayoutStep(c.From, c.To, c.ReasonCode, c.Note, c.ActorRole, c.ActorId, c.At)).ToListAsync(cancellationToken);
}
