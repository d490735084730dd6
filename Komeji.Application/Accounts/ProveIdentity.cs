using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <param name="SessionKey">The new key of this session; null unless the answer is right.</param>
/// <param name="LockedUntil">Until when nothing is looked at, where it is locked.</param>
public sealed record ProvenIdentity(FactorAnswer Answer, string? SessionKey = null, DateTimeOffset? LockedUntil = null);

/// <summary>
/// The person of a session shows again who it is: by a code of the second factor or, without one, by the password. The session goes on
/// under a new key. Failures are counted as at sign-in.
/// </summary>
public sealed record ProveIdentity(string Secret) : ICommand<ProvenIdentity>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, ICurrentUser me, FactorCodes codes, Passwords passwords, Notifier notifier, ICodes random, TimeProvider clock)
        : IRequestHandler<ProveIdentity, ProvenIdentity>
    {
        public async Task<ProvenIdentity> Handle(ProveIdentity request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw new NotFound();
            var tried = user.TwoFactorEnabled
                ? await unitOfWork.Run(() => codes.Try(id, request.Secret, cancellationToken), cancellationToken)
                : await CheckPassword(user, request.Secret, cancellationToken);
            return tried.Answer == FactorAnswer.Right
                ? new ProvenIdentity(tried.Answer, await unitOfWork.Run(() => db.Renew(me.Session, user, user.TwoFactorEnabled, random, clock.GetUtcNow(), cancellationToken), cancellationToken))
                : new ProvenIdentity(tried.Answer, LockedUntil: tried.LockedUntil);
        }

        async Task<FactorTry> CheckPassword(User user, string password, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            if (user.IsLockedOut(now))
            {
                return new FactorTry(FactorAnswer.Locked, user.LockoutEnd);
            }

            if (await passwords.Verify(user.PasswordHash, password, cancellationToken) != PasswordAnswer.Wrong)
            {
                return new FactorTry(FactorAnswer.Right);
            }

            await unitOfWork.Run(() => db.Fail(user.Id, now, notifier, cancellationToken), cancellationToken);
            return new FactorTry(FactorAnswer.Wrong);
        }
    }
}
