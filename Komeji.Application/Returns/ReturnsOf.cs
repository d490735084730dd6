using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>Whoever acts on a return or a replacement finds it only through what is theirs: a foreign one is not there.</summary>
static class ReturnsOf
{
    public static IQueryable<GoodsReturn> BoughtBy(this IQueryable<GoodsReturn> returns, UserId buyer) => returns.Where(r => r.BuyerId == buyer);

    public static IQueryable<Replacement> BoughtBy(this IQueryable<Replacement> replacements, UserId buyer) => replacements.Where(r => r.BuyerId == buyer);

    /// <summary>What staff bought there before they worked there is another's matter.</summary>
    public static IQueryable<GoodsReturn> SoldBy(this IQueryable<GoodsReturn> returns, ShopPost shop)
    {
        var (store, person) = (shop.Id, new UserId(shop.Actor.UserId!.Value));
        return returns.Where(r => r.StoreId == store && r.BuyerId != person);
    }

    public static IQueryable<Replacement> SoldBy(this IQueryable<Replacement> replacements, ShopPost shop)
    {
        var (store, person) = (shop.Id, new UserId(shop.Actor.UserId!.Value));
        return replacements.Where(r => r.StoreId == store && r.BuyerId != person);
    }

    /// <summary>What is brought to, or lies at, a community point this person keeps.</summary>
    public static IQueryable<GoodsReturn> KeptBy(this IQueryable<GoodsReturn> returns, UserId keeper, IQueryable<PickupPoint> points) =>
        returns.Where(r => r.PointId != null && points.Any(p => p.Id == r.PointId && p.Keepers.Any(k => k.UserId == keeper)));

    /// <summary>One return with its lines and photos, to be changed.</summary>
    /// <exception cref="NotFound">It is not there, or not theirs.</exception>
    public static async Task<GoodsReturn> Load(this IQueryable<GoodsReturn> returns, string number, CancellationToken cancellationToken) =>
        await returns.Include(r => r.Lines).Include(r => r.Photos).SingleOrDefaultAsync(r => r.Number == number, cancellationToken) ?? throw new NotFound();

    /// <summary>One replacement with its lines, to be changed.</summary>
    /// <exception cref="NotFound">It is not there, or not theirs.</exception>
    public static async Task<Replacement> Load(this IQueryable<Replacement> replacements, string number, CancellationToken cancellationToken) =>
        await replacements.Include(r => r.Lines).SingleOrDefaultAsync(r => r.Number == number, cancellationToken) ?? throw new NotFound();

    /// <summary>What of an order can still come back, while nobody else opens a return of it.</summary>
    /// <param name="order">With its lines.</param>
    public static async Task<Returnable> ReturnableOf(this IKomejiDb db, Order order, CancellationToken cancellationToken) => new(
        order,
        await db.GoodsReturns.AsNoTracking().Include(r => r.Lines).Where(r => r.OrderId == order.Id).ToListAsync(cancellationToken),
        await db.Replacements.AsNoTracking().Include(r => r.Lines).Where(r => r.OrderId == order.Id).ToListAsync(cancellationToken));

    /// <summary>Returns and replacements of one order are opened one after another, so that two do not both count the same pieces.</summary>
    public static Task TakeReturnTurn(this IKomejiDb db, OrderId order, CancellationToken cancellationToken) => db.TakeTurn($"returns {order.Value}", cancellationToken);

    /// <summary>The day in WIB and six characters drawn. Numbers are unique; in the rare case that one is taken it is drawn again by whoever tries again.</summary>
    public static string Number(string prefix, ICodes codes, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Wib.DayOf(now):yyyyMMdd}-{codes.SixCharacters()}");

    public static async Task<ReturnTerms> ReturnTerms(this SettingsInForce settings, CancellationToken cancellationToken) => new(
        TimeSpan.FromDays(await settings.Number(SettingCatalogue.ReturnSendDays, cancellationToken)),
        TimeSpan.FromDays(await settings.Number(SettingCatalogue.ReturnAssumeDays, cancellationToken)),
        TimeSpan.FromDays(await settings.Number(SettingCatalogue.ReturnFetchDays, cancellationToken)),
        TimeSpan.FromHours(await settings.Number(SettingCatalogue.ReturnCountHours, cancellationToken)),
        TimeSpan.FromHours(await settings.Number(SettingCatalogue.ReturnAnswerHours, cancellationToken)),
        await settings.Number(SettingCatalogue.ReturnDecideWorkingDays, cancellationToken),
        new Rupiah(await settings.Number(SettingCatalogue.ReturnFreightMost, cancellationToken)),
        await settings.Number(SettingCatalogue.ReplaceWorkingDays, cancellationToken),
        TimeSpan.FromDays(await settings.Number(SettingCatalogue.AssumeDeliveredDays, cancellationToken)),
        await settings.Number(SettingCatalogue.ReturnOverdueWorkingDays, cancellationToken),
        await settings.Calendar(cancellationToken));
}
