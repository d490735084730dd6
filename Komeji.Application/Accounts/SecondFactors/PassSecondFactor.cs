using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <param name="Pass">Opens a session; null unless the answer is right.</param>
/// <param name="LockedUntil">Until when no code is looked at, of a locked one.</param>
public sealed record PassedFactor(FactorAnswer Answer, SignInPass? Pass = null, DateTimeOffset? LockedUntil = null);

/// <summary>The second step of signing in. Failures are counted and lock the factor for a while.</summary>
/// <param name="Pass">What the right password gave; it opens no session by itself.</param>
public sealed record PassSecondFactor(SignInPass Pass, string Code) : ICommand<PassedFactor>
{
    internal sealed class Handler(IKomejiDb db, FactorCodes codes, TimeProvider clock) : IRequestHandler<PassSecondFactor, PassedFactor>
    {
        public async Task<PassedFactor> Handle(PassSecondFactor request, CancellationToken cancellationToken)
        {
            var pass = request.Pass;
            if (!await db.Users.AnyAsync(u => u.Id == pass.UserId && u.SecurityStamp == pass.Stamp && u.BannedAt == null, cancellationToken))
            {
                return new PassedFactor(FactorAnswer.Stale);
            }

            var tried = await codes.Try(pass.UserId, request.Code, cancellationToken);
            if (tried.Answer != FactorAnswer.Right)
            {
                return new PassedFactor(tried.Answer, LockedUntil: tried.LockedUntil);
            }

            // Whoever has the factor has not lost it.
            await db.CancelFactorResets(pass.UserId, new Actor(pass.UserId, "pemilik"), "signed_in", clock.GetUtcNow(), cancellationToken);
            return new PassedFactor(tried.Answer, pass with { SecondFactor = true });
        }
    }
}
