using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>
/// Takes a lost second factor off at once, by the command line: for the administrator whom no other can help. Whoever may run it
/// can read the database anyway.
/// </summary>
/// <exception cref="RuleBroken"><c>factor.nobody</c>, <c>factor.off</c></exception>
public sealed record ResetSecondFactor(string Contact) : ICommand
{
    internal sealed class Handler(IKomejiDb db, Notifier notifier, ICodes random, TimeProvider clock) : IRequestHandler<ResetSecondFactor>
    {
        public async Task<Unit> Handle(ResetSecondFactor request, CancellationToken cancellationToken)
        {
            var contact = Domain.Accounts.Contact.Read(request.Contact);
            var user = contact is null ? null : await db.Users.ReachedAt(contact).SingleOrDefaultAsync(cancellationToken);
            if (user is null)
            {
                throw new RuleBroken("factor.nobody", "Tidak ada akun dengan surel atau nomor itu.");
            }

            if (!user.TwoFactorEnabled)
            {
                throw new RuleBroken("factor.off", "Akun ini tidak memakai kode kedua.");
            }

            var now = clock.GetUtcNow();
            await db.CancelFactorResets(user.Id, Actor.System, "command_line", now, cancellationToken);
            await db.TakeOffSecondFactor(user, Actor.System, "Dari baris perintah", random, now, cancellationToken);
            await notifier.TellEverywhere(new UserId(user.Id), AccountTexts.FactorOff(), cancellationToken);
            return Unit.Value;
        }
    }
}
