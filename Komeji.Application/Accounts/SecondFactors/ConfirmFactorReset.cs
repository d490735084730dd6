using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <param name="NotBefore">When the waiting time is over.</param>
/// <param name="ApprovalsNeeded">Administrators who must agree besides.</param>
public sealed record AskedReset(DateTimeOffset NotBefore, int ApprovalsNeeded);

/// <summary>
/// The code came back from the contact: the request stands, and the person is told everywhere, since it may not be the person who
/// asks. One that stands already is shown again.
/// </summary>
/// <returns>Null when the code is wrong, used, old or tried too often (the failure is remembered).</returns>
/// <exception cref="RuleBroken"><c>factor_reset.expired</c></exception>
public sealed record ConfirmFactorReset(SignInPass Pass, Guid CodeId, string Code) : ICommand<AskedReset?>
{
    internal sealed class Handler(IKomejiDb db, OneTimeCodes codes, Notifier notifier, SettingsInForce settings, TimeProvider clock)
        : IRequestHandler<ConfirmFactorReset, AskedReset?>
    {
        public async Task<AskedReset?> Handle(ConfirmFactorReset request, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"second factor {request.Pass.UserId}", cancellationToken);
            var user = await db.StillSigningIn(request.Pass, cancellationToken);
            var now = clock.GetUtcNow();
            var code = await db.OneTimeCodes.SingleOrDefaultAsync(c => c.Id == request.CodeId && c.UserId == user.Id && c.Purpose == CodePurpose.ResetSecondFactor, cancellationToken);
            if (code is null || !code.Try(codes.Hash(code, request.Code), now))
            {
                return null;
            }

            var needed = await db.ApprovalsNeededFor(user.Id, cancellationToken);
            var standing = await db.FactorResets.SingleOrDefaultAsync(r => r.UserId == user.Id && r.State == FactorResetState.Waiting, cancellationToken);
            if (standing is null)
            {
                standing = FactorReset.Ask(user.Id, needed, TimeSpan.FromHours(await settings.Number(SettingCatalogue.FactorResetHours, cancellationToken)), now);
                db.FactorResets.Add(standing);
                await notifier.TellEverywhere(new UserId(user.Id), AccountTexts.ResetAsked(standing.NotBefore), cancellationToken);
            }

            return new AskedReset(standing.NotBefore, needed);
        }
    }
}
