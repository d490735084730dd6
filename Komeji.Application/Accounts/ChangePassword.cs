using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Changes one's own password; every session ends, this one too.</summary>
/// <exception cref="RuleBroken"><c>password.wrong</c>, <c>password.locked</c>, <c>password.short</c>, <c>password.long</c>, <c>password.common</c></exception>
public sealed record ChangePassword(string Current, string NewPassword)
    : ICommand, ISelfTransacting, INeedsProof
{
    bool INeedsProof.CarriesPassword => true;

    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, ICurrentUser me, Passwords passwords, Notifier notifier, ICodes random, TimeProvider clock)
        : IRequestHandler<ChangePassword>
    {
        public async Task<Unit> Handle(ChangePassword request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw new NotFound();
            Passwords.Check(request.NewPassword, await db.LeastPasswordOf(id, cancellationToken), user.Email, user.PhoneNumber, user.FullName);
            await CheckCurrent(user, request.Current, cancellationToken);
            var hash = await passwords.Hash(request.NewPassword, cancellationToken);
            await unitOfWork.Run(async () =>
            {
                (await db.Person(id, cancellationToken)).ChangePassword(hash, random.Token());
                await EndCodes(id, cancellationToken);
                await db.CancelFactorResets(id, new Actor(id, "pemilik"), "password_changed", clock.GetUtcNow(), cancellationToken);
                await db.RemoveSessionsOf(id, cancellationToken);
            }, cancellationToken);
            return Unit.Value;
        }

        async Task CheckCurrent(User user, string current, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            if (user.IsLockedOut(now))
            {
                throw new RuleBroken("password.locked", "Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.");
            }

            if (await passwords.Verify(user.PasswordHash, current, cancellationToken) == PasswordAnswer.Wrong)
            {
                await unitOfWork.Run(() => db.Fail(user.Id, now, notifier, cancellationToken), cancellationToken);
                throw new RuleBroken("password.wrong", "Kata sandi sekarang salah. Periksa lagi, atau keluar lalu pilih Lupa kata sandi.");
            }
        }

        async Task EndCodes(Guid id, CancellationToken cancellationToken)
        {
            foreach (var code in await db.OneTimeCodes.Where(c => c.UserId == id && c.EndedAt == null).ToListAsync(cancellationToken))
            {
                code.End(clock.GetUtcNow());
            }
        }
    }
}
