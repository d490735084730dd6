using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Accounts;

/// <summary>Begins a session under a new random key, which only the browser keeps.</summary>
/// <returns>The key.</returns>
public sealed record OpenSession(SignInPass Pass, string UserAgent) : ICommand<string>
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<OpenSession, string>
    {
        const int LongestUserAgent = 300;

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
                UserAgent = request.UserAgent.Length > LongestUserAgent ? request.UserAgent[..LongestUserAgent] : request.UserAgent,
            });
            return key;
        }
    }
}
