using Komeji.Application.Common;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts;

/// <summary>A shop's payouts, what it can be paid out now and to where, or what keeps it from that.</summary>
/// <param name="Page">From 1.</param>
/// <param name="OnTheWay">Only those that are neither at the bank nor back yet.</param>
public sealed record ShowMyPayouts(int Page, bool OnTheWay = false) : IQuery<MyPayoutsPage>
{
    public const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShowMyPayouts, MyPayoutsPage>
    {
        public async Task<MyPayoutsPage> Handle(ShowMyPayouts request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Money, cancellationToken);
            var profile = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == shop.Owner, cancellationToken);
            profile?.Settle(clock.GetUtcNow());
            var plan = await db.PayoutPlans.AsNoTracking().SingleOrDefaultAsync(p => p.StoreId == shop.Id, cancellationToken);
            var owed = await db.CashDebtOf(shop.Id, cancellationToken);
            var balance = await db.BalanceOf(shop.Id, cancellationToken);
            var available = balance - Rupiah.Min(owed + await db.WaitingRefundsOf(shop.Id, cancellationToken), Rupiah.Max(Rupiah.Zero, balance));
            var least = new Rupiah(await settings.Number(SettingCatalogue.PayoutLeast, cancellationToken));
            var onTheWay = db.Payouts.Where(p => p.StoreId == shop.Id && PayoutMoves.OnTheWay.Contains(p.State));
            var rows = await (request.OnTheWay ? onTheWay : db.Payouts.Where(p => p.StoreId == shop.Id)).OrderByDescending(p => p.RequestedAt).ThenByDescending(p => p.Id)
                .Select(p => new MyPayoutRow(p.Id, p.Number, p.Amount, p.State, p.WeeklyFor != null, p.RequestedAt, p.EndedAt))
                .ToPage(request.Page, PageSize, cancellationToken);
            return new MyPayoutsPage(
                available,
                least,
                shop.May(ShopRights.Own) && profile is { HasBank: true } ? new AccountShown(profile.Bank, profile.Account, profile.AccountHolder) : null,
                PayoutReserve.AccountRefusal(profile, plan?.ReturnedAccount ?? "")?.Message,
                plan?.Day,
                await settings.Number(SettingCatalogue.PayoutWeeklyHour, cancellationToken),
                rows)
            {
                CashFees = owed,
                OnTheWay = request.OnTheWay ? new Rupiah(await onTheWay.SumAsync(p => (long)p.Amount, cancellationToken)) : null,
            };
        }
    }
}

/// <param name="Available">Less than zero: what the shop owes.</param>
/// <param name="Least">What a payout is at least.</param>
/// <param name="Account">Null: none was told, or it is not for this person's eyes.</param>
/// <param name="AccountRefusal">Why nothing goes to it now; null when it can.</param>
/// <param name="Day">Of weekly payouts; null: only when asked.</param>
/// <param name="Hour">From which hour of the day on they are made.</param>
public sealed record MyPayoutsPage(Rupiah Available, Rupiah Least, AccountShown? Account, string? AccountRefusal, DayOfWeek? Day, int Hour, PageOf<MyPayoutRow> Payouts)
{
    /// <summary>Owed of orders paid in cash; taken out of the balance before anything else, so what is available is without it.</summary>
    public Rupiah CashFees { get; init; }

    /// <summary>What those shown come to, where only those on the way are.</summary>
    public Rupiah? OnTheWay { get; init; }

    public bool CanAsk => AccountRefusal is null && Available >= Least;
}

/// <param name="Number">Masked.</param>
public sealed record AccountShown(string Bank, string Number, string Holder);

public sealed record MyPayoutRow(PayoutId Id, string Number, Rupiah Amount, PayoutState State, bool IsWeekly, DateTimeOffset RequestedAt, DateTimeOffset? EndedAt);
