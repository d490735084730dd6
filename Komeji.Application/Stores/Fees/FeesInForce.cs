using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Taxes;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Settings;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Fees;

/// <summary>The service fee of a shop, by the version of the schedule that holds for it.</summary>
public sealed class FeesInForce(IKomejiDb db, SeldomChanged seldom, SettingsInForce settings, TaxesInForce taxes, TimeProvider clock)
{
    public async Task<FeeTerms> Of(StoreId store, CancellationToken cancellationToken) =>
        await Terms((await Schedule(store, cancellationToken)).InForce(clock.GetUtcNow()), cancellationToken);

    /// <summary>For a shop that opens now, and for whoever only looks.</summary>
    public async Task<FeeTerms> OfNewShop(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await Terms(new FeeSchedule(await Versions(cancellationToken), now, new Dictionary<string, bool>()).InForce(now), cancellationToken);
    }

    /// <exception cref="NotFound">No such shop.</exception>
    public async Task<FeeSchedule> Schedule(StoreId store, CancellationToken cancellationToken)
    {
        var versions = await Versions(cancellationToken);
        if (versions.Count == 1)
        {
            return new FeeSchedule(versions, DateTimeOffset.MinValue, new Dictionary<string, bool>());
        }

        var openedAt = await db.Stores.Where(s => s.Id == store).Select(s => (DateTimeOffset?)s.OpenedAt).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var answers = await db.FeeAnswers.Where(a => a.StoreId == store).OrderBy(a => a.Id).Select(a => new { a.Version, a.Agreed }).ToListAsync(cancellationToken);
        return new FeeSchedule(versions, openedAt, answers.GroupBy(a => a.Version).ToDictionary(g => g.Key, g => g.Last().Agreed));
    }

    /// <summary>Every decision about the fee, in the order in which they begin.</summary>
    public async Task<IReadOnlyList<FeeVersion>> Versions(CancellationToken cancellationToken)
    {
        var calendar = await settings.Calendar(cancellationToken);
        var days = await settings.Number(SettingCatalogue.FeeObjectionWorkingDays, cancellationToken);
        var original = SettingCatalogue.All.Single(d => d.Key == SettingCatalogue.FeeRate);
        return
        [
            new FeeVersion(FeeSchedule.Original, Rate(original.Default), DateTimeOffset.MinValue, DateTimeOffset.MinValue, DateTimeOffset.MinValue),
            .. (await Decisions(cancellationToken)).Select(s => new FeeVersion(
                s.Id.ToString(CultureInfo.InvariantCulture), Rate(s.Value), s.ValidFrom, s.SetAt, Later(s.ValidFrom, calendar.AddWorkingDays(s.SetAt, days)))),
        ];
    }

    public async Task<IReadOnlyList<Setting>> Decisions(CancellationToken cancellationToken) =>
        [.. (await seldom.All(db.Settings, cancellationToken)).Where(s => s.Key == SettingCatalogue.FeeRate).OrderBy(s => s.ValidFrom).ThenBy(s => s.Id)];

    async Task<FeeTerms> Terms(FeeVersion version, CancellationToken cancellationToken) => await taxes.VatOnFee(cancellationToken) is { } vat
        ? new FeeTerms(version.Rate, version.Id, vat.Effective, vat.Rounding) { VatRuleId = vat.Id }
        : new FeeTerms(version.Rate, version.Id, BasisPoints.Zero, Rounding.HalfUp);

    static BasisPoints Rate(string value) => new(int.Parse(value, CultureInfo.InvariantCulture));

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
