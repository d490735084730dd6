using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Settings;

/// <summary>Every setting with its whole history, for a spreadsheet or an auditor.</summary>
public sealed record ExportSettings : IQuery<IReadOnlyList<SettingHistory>>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ExportSettings, IReadOnlyList<SettingHistory>>
    {
        public async Task<IReadOnlyList<SettingHistory>> Handle(ExportSettings request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var all = new List<SettingHistory>();
            foreach (var setting in SettingCatalogue.All)
            {
                all.Add(new SettingHistory(setting, await db.HistoryOf(setting, now, cancellationToken)));
            }

            return all;
        }
    }
}
