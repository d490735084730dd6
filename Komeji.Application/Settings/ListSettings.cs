using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Settings;

/// <summary>Every setting with what holds now, in the catalogue's order.</summary>
public sealed record ListSettings : IQuery<IReadOnlyList<SettingRow>>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ListSettings, IReadOnlyList<SettingRow>>
    {
        public async Task<IReadOnlyList<SettingRow>> Handle(ListSettings request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var rows = (await db.Settings.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(s => s.Key);
            return [.. SettingCatalogue.All.Select(setting =>
            {
                var inForce = rows[setting.Key].Where(s => s.ValidFrom <= now).MaxBy(s => (s.ValidFrom, s.Id));
                var next = rows[setting.Key].Where(s => s.ValidFrom > now).GroupBy(s => s.ValidFrom).MinBy(g => g.Key)?.MaxBy(s => s.Id);
                return new SettingRow(
                    setting,
                    SettingValue.Show(setting, inForce?.Value ?? setting.Default),
                    inForce?.ValidFrom,
                    inForce?.Source ?? setting.Source,
                    next is null ? null : SettingValue.Show(setting, next.Value),
                    next?.ValidFrom);
            })];
        }
    }
}

/// <param name="Shown">The value as people read it.</param>
/// <param name="Since">Null: the value the product came with.</param>
/// <param name="Next">What follows it, when that is decided.</param>
public sealed record SettingRow(SettingDefinition Setting, string Shown, DateTimeOffset? Since, string Source, string? Next, DateTimeOffset? NextFrom);
