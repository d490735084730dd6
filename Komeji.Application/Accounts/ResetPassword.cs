using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Sets a new password with a code (or the secret of a one-time link); every session of the person ends.</summary>
/// <returns>False when the code is wrong, used, old or tried too often (the failure is remembered).</returns>
/// <exception cref="RuleBroken"><c>password.*</c>; the code stays good.</exception>
public sealed record ResetPassword(Guid CodeId, string Code, string NewPassword) : ICommand<bool>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Passwords passwords, OneTimeCodes codes, ICodes random, TimeProvider clock)
        : IRequestHandler<ResetPassword, bool>
    {
        public async Task<bool> Handle(ResetPassword request, CancellationToken cancellationToken)
        {
            Passwords.Check(request.NewPassword, Passwords.Least);
            var hash = await passwords.Hash(request.NewPassword, cancellationToken);
            return await unitOfWork.Run(() => Use(request, hash, cancellationToken), cancellationToken);
        }

        async Task<bool> Use(ResetPassword request, string hash, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var code = await db.OneTimeCodes.SingleOrDefaultAsync(c => c.Id == request.CodeId && c.Purpose == CodePurpose.ResetPassword, cancellationToken);
            if (code is null || !code.Try(codes.Hash(code, request.Code), now))
            {
                return false;
            }

            var user = await db.Users.SingleOrDefaultAsync(u => u.Id == code.UserId && u.BannedAt == null, cancellationToken);
            if (user is null)
            {
                return false;
            }

            // A refusal undoes the use of the code, so the person can try another password with it.
            Passwords.Check(request.NewPassword, await db.LeastPasswordOf(user.Id, cancellationToken), user.Email, user.PhoneNumber, user.FullName);
            user.ChangePassword(hash, random.Token());
            await db.RemoveSessionsOf(user.Id, cancellationToken);
            await db.CancelFactorResets(user.Id, new Actor(user.Id, "pemilik"), "password_changed", now, cancellationToken);
            return true;
        }
    }
}
