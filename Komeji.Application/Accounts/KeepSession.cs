using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>A session in use lives on for its idle time again, until its last day.</summary>
public sealed record KeepSession(string Key) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<KeepSession>
    {
        public async Task<Unit> Handle(KeepSession request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var hash = Session.Hash(request.Key);
            var open = db.Sessions.Where(s => s.KeyHash == hash && s.ExpiresAt > now);
            if (await open.Select(s => (DateTimeOffset?)s.CreatedAt).SingleOrDefaultAsync(cancellationToken) is not { } began)
            {
                return Unit.Value;
            }

            var until = await Session.UsedUntil(began, now, settings, cancellationToken);
            await open
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now).SetProperty(x => x.ExpiresAt, until), cancellationToken);
            return Unit.Value;
        }
    }
}
