using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Promotions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions;

/// <summary>
/// Takes a place of a voucher and the cooperative's part of its fund, and gives them back, by one conditional update inside the caller's
/// transaction: the last place and the last rupiah go to one purchase only. It comes after stock and appointments, in every
/// transaction that moves both, so that two that want the same things wait for each other and never in a circle.
/// </summary>
public class VoucherPlaces(IKomejiDb db, TimeProvider clock)
{
    internal const string Gone = "Kuota atau dana voucher ini sudah habis. Kosongkan kodenya, atau pakai yang lain.";

    /// <summary>The buyer's checkouts take turns, so her own uses can be counted.</summary>
    /// <exception cref="RuleBroken"><c>voucher.gone</c>, <c>voucher.per_buyer</c></exception>
    /// <param name="offer">Null where the purchase has none.</param>
    public async Task Take(VoucherOffer? offer, Purchase purchase, CancellationToken cancellationToken)
    {
        if (offer is null)
        {
            return;
        }

        var (id, part, now) = (offer.Id, offer.OfCooperative.Amount, clock.GetUtcNow());
        var most = await db.Vouchers.Where(v => v.Id == id).Select(v => v.PerBuyer).SingleAsync(cancellationToken);
        if (await db.UsesBy(id, purchase.BuyerId, cancellationToken) >= most)
        {
            throw new RuleBroken("voucher.per_buyer", "Voucher ini sudah Anda pakai sebanyak batasnya. Kosongkan kodenya.");
        }

        var open = db.Vouchers.Where(v => v.Id == id && v.State == VoucherState.Active && v.StartsAt <= now && v.EndsAt > now);
        var taken = await Enough(open, part).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.Taken, v => v.Taken + 1).SetProperty(v => v.Committed, v => v.Committed + part),
            cancellationToken);
        if (taken == 0)
        {
            throw new RuleBroken("voucher.gone", Gone);
        }

        db.VoucherUses.Add(VoucherUse.Take(id, purchase.Id, purchase.BuyerId, offer.OfShop, offer.OfCooperative, now));
    }

    /// <summary>Others can have the place. Once for each use: its own move decides that.</summary>
    public Task Free(VoucherId id, Rupiah ofCooperative, CancellationToken cancellationToken)
    {
        var part = ofCooperative.Amount;
        return db.Vouchers.Where(v => v.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.Taken, v => v.Taken - 1).SetProperty(v => v.Committed, v => v.Committed - part), cancellationToken);
    }

    /// <summary>The guard against giving away more than there is. A test takes it out to prove that it is what holds.</summary>
    protected virtual IQueryable<Voucher> Enough(IQueryable<Voucher> vouchers, long part) =>
        vouchers.Where(v => v.Taken < v.Quota && v.Committed + part <= (long)v.Budget);
}

static class VoucherUses
{
    /// <summary>How often a buyer has a voucher, paid or waiting for payment.</summary>
    public static Task<int> UsesBy(this IKomejiDb db, VoucherId voucher, UserId buyer, CancellationToken cancellationToken) =>
        db.VoucherUses.CountAsync(u => u.VoucherId == voucher && u.BuyerId == buyer && u.State != VoucherUseState.Returned, cancellationToken);
}
