using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>A session in use lives on for its full time again.</summary>
public sealed record KeepSession(string Key) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<KeepSession>
    {
        public async Task<Unit> Handle(KeepSession request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var until = now.AddDays(await settings.Number(SettingCatalogue.SessionDays, cancellationToken));
            var hash = Session.Hash(request.Key);
            await db.Sessions.Where(s => s.KeyHash == hash && s.ExpiresAt > now)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now).SetProperty(x => x.ExpiresAt, until), cancellationToken);
            return Unit.Value;
        }
    }
}
