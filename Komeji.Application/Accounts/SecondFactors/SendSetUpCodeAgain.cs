using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>Another message for the secret that waits to be confirmed, which stays as it is; the code before dies.</summary>
/// <exception cref="RuleBroken"><c>factor.not_offered</c>, <c>factor.contact_new</c>, <c>code.too_soon</c>, <c>code.too_many</c></exception>
public sealed record SendSetUpCodeAgain : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, OneTimeCodes codes) : IRequestHandler<SendSetUpCodeAgain>
    {
        public async Task<Unit> Handle(SendSetUpCodeAgain request, CancellationToken cancellationToken)
        {
            var user = await db.Person(me.Require().Value, cancellationToken);
            if (user.TwoFactorEnabled || !await db.SecondFactors.AnyAsync(f => f.UserId == user.Id && f.Offered != "", cancellationToken))
            {
                throw new RuleBroken("factor.not_offered", "Belum ada kode kedua yang sedang dipasang. Tekan Mulai.");
            }

            await codes.Wait(user.Id, CodePurpose.SetUpSecondFactor, cancellationToken);
            await codes.SendSetUp(user, cancellationToken);
            return Unit.Value;
        }
    }
}
