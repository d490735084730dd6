using Komeji.Application.Common;
using Komeji.Domain.Settings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Settings;

/// <summary>One setting with every row it ever had, newest first. The rows are the audit: none is changed or removed.</summary>
public sealed record ShowSetting(string Key) : IQuery<SettingHistory>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ShowSetting, SettingHistory>
    {
        public async Task<SettingHistory> Handle(ShowSetting request, CancellationToken cancellationToken)
        {
            var setting = SettingCatalogue.All.SingleOrDefault(d => d.Key == request.Key) ?? throw new NotFound();
            return new SettingHistory(setting, await db.HistoryOf(setting, clock.GetUtcNow(), cancellationToken));
        }
    }
}

public sealed record SettingHistory(SettingDefinition Setting, IReadOnlyList<SettingChange> Changes)
{
    public string Shown => Changes.Single(c => c.State == SettingState.InForce).Shown;
}

public enum SettingState
{
    Scheduled,
    InForce,

    /// <summary>Held once, or was decided again before its time.</summary>
    Past,
}

/// <param name="From">Null: since the product began, by its own default.</param>
public sealed record SettingChange(string Shown, DateTimeOffset? From, string Source, string Reason, string SetBy, DateTimeOffset? SetAt, SettingState State);

static class SettingRows
{
    public static async Task<IReadOnlyList<SettingChange>> HistoryOf(this IKomejiDb db, SettingDefinition setting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db.Settings.AsNoTracking().Where(s => s.Key == setting.Key)
            .OrderByDescending(s => s.ValidFrom).ThenByDescending(s => s.Id).ToListAsync(cancellationToken);
        var people = rows.Select(r => r.SetBy).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        var inForce = rows.Find(r => r.ValidFrom <= now);

        SettingState StateOf(Setting row) =>
            row == inForce ? SettingState.InForce
            : row.ValidFrom > now && rows.First(r => r.ValidFrom == row.ValidFrom) == row ? SettingState.Scheduled
            : SettingState.Past;

        var changes = rows.Select(r => new SettingChange(
            SettingValue.Show(setting, r.Value),
            r.ValidFrom,
            r.Source,
            r.Reason,
            r.SetBy is { } id ? names.GetValueOrDefault(id, "administrator") : "",
            r.SetAt,
            StateOf(r)));
        var own = new SettingChange(SettingValue.Show(setting, setting.Default), null, setting.Source, "Nilai bawaan", "", null, inForce is null ? SettingState.InForce : SettingState.Past);
        return [.. changes, own];
    }
}
