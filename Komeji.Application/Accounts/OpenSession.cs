using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Begins a session under a new random key, which only the browser keeps. A browser not seen before is told to the person.</summary>
/// <param name="Device">The random key this browser keeps to be known again; null where there is none.</param>
/// <returns>The key.</returns>
public sealed record OpenSession(SignInPass Pass, string UserAgent, string? Device = null) : ICommand<string>
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, Notifier notifier, ICodes codes, TimeProvider clock) : IRequestHandler<OpenSession, string>
    {
        const int LongestUserAgent = 300;

        /// <summary>The browser an account was made with is no news.</summary>
        static readonly TimeSpan Newborn = TimeSpan.FromHours(1);

        public async Task<string> Handle(OpenSession request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var key = codes.Token();
            db.Sessions.Add(new Session
            {
                KeyHash = Session.Hash(key),
                UserId = request.Pass.UserId,
                Stamp = request.Pass.Stamp,
                CreatedAt = now,
                SeenAt = now,
                ExpiresAt = await Session.UsedUntil(now, now, settings, cancellationToken),
                UserAgent = PlainText.Cut(request.UserAgent, LongestUserAgent),
                SecondFactor = request.Pass.SecondFactor,
                ProvenAt = now,
            });
            if (request.Device is { } device)
            {
                await Note(request.Pass.UserId, Session.Hash(device), request.UserAgent, now, cancellationToken);
            }

            return key;
        }

        async Task Note(Guid userId, string device, string userAgent, DateTimeOffset now, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"devices of {userId}", cancellationToken);
            var seen = await db.KnownDevices.Where(d => d.UserId == userId && d.KeyHash == device)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.SeenAt, now), cancellationToken);
            if (seen > 0)
            {
                return;
            }

            db.KnownDevices.Add(new KnownDevice { UserId = userId, KeyHash = device, SeenAt = now });
            var registered = await db.Users.Where(u => u.Id == userId).Select(u => u.RegisteredAt).SingleOrDefaultAsync(cancellationToken);
            if (now - registered > Newborn)
            {
                await notifier.Tell(new UserId(userId), AccountTexts.NewDevice(DeviceWords.Of(userAgent), now), cancellationToken);
            }
        }
    }
}
