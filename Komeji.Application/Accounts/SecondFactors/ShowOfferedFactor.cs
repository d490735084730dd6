using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <param name="IsOn">An app is in use already.</param>
/// <param name="Address">What the QR code says; null when nothing is offered.</param>
/// <param name="Key">The same secret to type.</param>
/// <param name="Sent">The message whose code is asked for besides; null where an app is replaced.</param>
public sealed record OfferedFactor(bool IsOn, string? Address, string? Key, CodeRequest? Sent = null);

/// <summary>The secret that waits to be confirmed, for the page that sets an app up.</summary>
public sealed record ShowOfferedFactor : IQuery<OfferedFactor>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, FactorKey key, OneTimeCodes codes) : IRequestHandler<ShowOfferedFactor, OfferedFactor>
    {
        public async Task<OfferedFactor> Handle(ShowOfferedFactor request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var user = await db.Users.Where(u => u.Id == id).Select(u => new { u.TwoFactorEnabled, u.UserName }).SingleAsync(cancellationToken);
            var offered = await db.SecondFactors.Where(f => f.UserId == id).Select(f => f.Offered).SingleOrDefaultAsync(cancellationToken);
            return offered is { Length: > 0 } && key.Open(id, offered) is { } secret
                ? new OfferedFactor(user.TwoFactorEnabled, Totp.AddressOf(secret, user.UserName!), Totp.Show(secret), user.TwoFactorEnabled ? null : await LastSent(id, cancellationToken))
                : new OfferedFactor(user.TwoFactorEnabled, null, null);
        }

        async Task<CodeRequest?> LastSent(Guid id, CancellationToken cancellationToken) =>
            await db.OneTimeCodes.AsNoTracking().Where(c => c.UserId == id && c.Purpose == CodePurpose.SetUpSecondFactor).OrderByDescending(c => c.SentAt).FirstOrDefaultAsync(cancellationToken) is { } sent
                ? new CodeRequest(Contact.Require(sent.Destination).Mask(), sent.ExpiresAt, await codes.AgainAt(sent.SentAt, cancellationToken))
                : null;
    }
}
