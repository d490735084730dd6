using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <param name="RecoveryCodes">To be shown once.</param>
/// <param name="SessionKey">The new key of this session; all others of the person have ended.</param>
public sealed record ConfirmedFactor(IReadOnlyList<string> RecoveryCodes, string SessionKey);

/// <summary>A code of the offered secret came back: from now on signing in asks for one.</summary>
/// <param name="MessageCode">The one sent by message; asked for where the person has no second factor yet.</param>
/// <returns>Null when the code does not belong to the secret, or the one of the message is wrong, used, old or tried too often (the failure is remembered).</returns>
/// <exception cref="RuleBroken"><c>factor.not_offered</c>; <c>factor.confirmed</c>: this was sent before.</exception>
public sealed record ConfirmSecondFactor(string Code, string MessageCode = "") : ICommand<ConfirmedFactor?>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, FactorCodes factorCodes, OneTimeCodes oneTimeCodes, Notifier notifier, ICodes random, TimeProvider clock)
        : IRequestHandler<ConfirmSecondFactor, ConfirmedFactor?>
    {
        public async Task<ConfirmedFactor?> Handle(ConfirmSecondFactor request, CancellationToken cancellationToken)
        {
            var id = me.Require();
            await db.TakeTurn($"second factor {id.Value}", cancellationToken);
            var now = clock.GetUtcNow();
            var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == id.Value, cancellationToken);
            if (factor is { IsOn: true, Offered.Length: 0 })
            {
                throw new RuleBroken("factor.confirmed", "Kode ini sudah terkirim tadi dan kode kedua sudah terpasang.");
            }

            if (factor is not { Offered.Length: > 0 })
            {
                throw new RuleBroken("factor.not_offered", "Belum ada kode QR yang menunggu. Tekan Mulai, lalu pindai kode yang tampil.");
            }

            var user = await db.Person(id.Value, cancellationToken);
            if (factorCodes.Proves(factor, request.Code, now) is not { } step || !(user.TwoFactorEnabled || await IsReached(user, request.MessageCode, now, cancellationToken)))
            {
                return null;
            }

            factor.Confirm(step, now);
            var replaced = user.TwoFactorEnabled;
            user.TwoFactorEnabled = true;
            user.SecurityStamp = random.Token();
            db.StateChanges.Add(new StateChange(PersonHistory.Subject, user.Id, "", "", new Actor(user.Id, "pemilik"), now, replaced ? PersonHistory.FactorReplaced : PersonHistory.FactorOn));
            await notifier.TellEverywhere(id, AccountTexts.FactorOn(replaced), cancellationToken);
            var key = await db.RenewOnly(me.Session, user, random, now, cancellationToken);
            return new ConfirmedFactor(await factorCodes.MakeRecoveryCodes(user.Id, cancellationToken), key);
        }

        async Task<bool> IsReached(User user, string typed, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var sent = await db.OneTimeCodes.Where(c => c.UserId == user.Id && c.Purpose == CodePurpose.SetUpSecondFactor && c.EndedAt == null)
                .OrderByDescending(c => c.SentAt).FirstOrDefaultAsync(cancellationToken);
            return sent?.Try(oneTimeCodes.Hash(sent, typed), now) == true;
        }
    }
}
