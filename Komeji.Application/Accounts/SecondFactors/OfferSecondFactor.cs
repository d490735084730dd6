using System.Security.Cryptography;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>
/// Makes a new secret for the person's authenticator app. It counts once <see cref="ConfirmSecondFactor"/> has seen a code of it; an
/// app in use keeps working until then, so a new phone is set up before the old one is given away. Who has none yet is sent a code by
/// message besides: whoever knows only the password sets none up.
/// </summary>
/// <returns>Where the message went, masked; null where an app is replaced.</returns>
/// <exception cref="RuleBroken"><c>factor.contact_new</c>, <c>code.too_many</c></exception>
public sealed record OfferSecondFactor : ICommand<string?>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, FactorKey key, OneTimeCodes codes) : IRequestHandler<OfferSecondFactor, string?>
    {
        public async Task<string?> Handle(OfferSecondFactor request, CancellationToken cancellationToken)
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
            var user = await db.Person(id, cancellationToken);
            return user.TwoFactorEnabled ? null : Contact.Require((await codes.SendSetUp(user, cancellationToken)).Destination).Mask();
        }
    }
}
