using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>The right to open a session. It is void once the person's security stamp is another one.</summary>
/// <param name="SecondFactor">The second factor was shown; without it the pass of a person who has one opens nothing.</param>
public sealed record SignInPass(Guid UserId, string Stamp, bool SecondFactor = false);

public enum SignInAnswer
{
    Welcome,

    /// <summary>The password is right; the pass opens a session once <see cref="SecondFactors.PassSecondFactor"/> has seen a code.</summary>
    SecondFactorNeeded,

    /// <summary>No such account, wrong password or locked for a while: never told apart.</summary>
    Refused,

    /// <summary>Told only to who knows the password.</summary>
    Banned,

    /// <summary>Right, but shorter than staff must have; told only to who knows the password.</summary>
    TooShortForStaff,
}

public sealed record SignInResult(SignInAnswer Answer, SignInPass? Pass = null);

/// <summary>Checks a contact and its password. Failures are counted and lock the account for a while.</summary>
public sealed record SignIn(string Contact, string Password) : ICommand<SignInResult>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Passwords passwords, Notifier notifier, TimeProvider clock) : IRequestHandler<SignIn, SignInResult>
    {
        public async Task<SignInResult> Handle(SignIn request, CancellationToken cancellationToken)
        {
            var contact = Domain.Accounts.Contact.Read(request.Contact);
            var user = contact is null ? null : await db.Users.AsNoTracking().ReachedAt(contact).SingleOrDefaultAsync(cancellationToken);
            var answer = await passwords.Verify(user?.PasswordHash, request.Password, cancellationToken);
            var now = clock.GetUtcNow();
            if (user is null || user.IsLockedOut(now))
            {
                return new SignInResult(SignInAnswer.Refused);
            }

            if (answer == PasswordAnswer.Wrong)
            {
                await unitOfWork.Run(() => db.Fail(user.Id, now, notifier, cancellationToken), cancellationToken);
                return new SignInResult(SignInAnswer.Refused);
            }

            if (user.BannedAt is not null)
            {
                return new SignInResult(SignInAnswer.Banned);
            }

            if (request.Password.Length < await db.LeastPasswordOf(user.Id, cancellationToken))
            {
                return new SignInResult(SignInAnswer.TooShortForStaff);
            }

            await Tidy(user, answer, request.Password, cancellationToken);
            return new SignInResult(user.TwoFactorEnabled ? SignInAnswer.SecondFactorNeeded : SignInAnswer.Welcome, new SignInPass(user.Id, user.SecurityStamp!));
        }

        /// <summary>Forgets failures, and keeps the password as today's setting asks.</summary>
        async Task Tidy(User user, PasswordAnswer answer, string password, CancellationToken cancellationToken)
        {
            if (user.AccessFailedCount > 0)
            {
                await unitOfWork.Run(
                    () => db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0), cancellationToken),
                    cancellationToken);
            }

            if (answer == PasswordAnswer.RightButWeaklyKept)
            {
                var hash = await passwords.Hash(password, cancellationToken);
                await unitOfWork.Run(
                    () => db.Users.Where(u => u.Id == user.Id && u.PasswordHash == user.PasswordHash)
                        .ExecuteUpdateAsync(s => s.SetProperty(u => u.PasswordHash, hash), cancellationToken),
                    cancellationToken);
            }
        }
    }
}
