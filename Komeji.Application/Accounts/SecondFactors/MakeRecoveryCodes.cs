using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>New recovery codes in place of all earlier ones.</summary>
/// <returns>To be shown once.</returns>
/// <exception cref="RuleBroken"><c>factor.off</c></exception>
public sealed record MakeRecoveryCodes : ICommand<IReadOnlyList<string>>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, FactorCodes codes, Notifier notifier) : IRequestHandler<MakeRecoveryCodes, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(MakeRecoveryCodes request, CancellationToken cancellationToken)
        {
            var id = me.Require();
            await db.TakeTurn($"second factor {id.Value}", cancellationToken);
            if (!await db.Users.AnyAsync(u => u.Id == id.Value && u.TwoFactorEnabled, cancellationToken))
            {
                throw new RuleBroken("factor.off", "Pasang kode kedua dulu. Kode pemulihan dibuat bersamanya.");
            }

            await notifier.TellEverywhere(id, AccountTexts.RecoveryCodesMade(), cancellationToken);
            return await codes.MakeRecoveryCodes(id.Value, cancellationToken);
        }
    }
}
