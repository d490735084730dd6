using System.Security.Cryptography;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>
/// Makes a new secret for the person's authenticator app. It counts once <see cref="ConfirmSecondFactor"/> has seen a code of it; an
/// app in use keeps working until then, so a new phone is set up before the old one is given away.
/// </summary>
public sealed record OfferSecondFactor : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, FactorKey key) : IRequestHandler<OfferSecondFactor>
    {
        public async Task<Unit> Handle(OfferSecondFactor request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            await db.TakeTurn($"second factor {id}", cancellationToken);
            var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == id, cancellationToken);
            if (factor is null)
            {
                factor = SecondFactor.For(id);
                db.SecondFactors.Add(factor);
            }

            factor.Offer(key.Seal(id, RandomNumberGenerator.GetBytes(Totp.SecretBytes)));
            return Unit.Value;
        }
    }
}
