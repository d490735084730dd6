using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Keeps what the seller says about a paper, as a draft or as asked to mend. The number of the identity card is the owner's NIK.</summary>
/// <param name="Number">Null keeps the one there is.</param>
/// <exception cref="RuleBroken"><c>legal.*</c></exception>
public sealed record SaveDocument(DocumentKind Kind, string? Number, string Issuer, DateOnly? IssuedOn, DateOnly? ExpiresOn) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk, PersonalKey key, TimeProvider clock) : IRequestHandler<SaveDocument>
    {
        public async Task<Unit> Handle(SaveDocument request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var document = await db.InWriting(desk, request.Kind, now, cancellationToken);
            var number = await Number(request, document, cancellationToken);
            document.Fill(new DocumentFacts(number, request.Issuer, request.IssuedOn, request.ExpiresOn), user.Require(), Wib.DayOf(now));
            return Unit.Value;
        }

        async Task<KeptNumber> Number(SaveDocument request, LegalVerification document, CancellationToken cancellationToken)
        {
            if (request.Kind == DocumentKind.IdentityCard)
            {
                var owner = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == document.OwnerId, cancellationToken);
                return owner is { HasOwner: true }
                    ? new KeptNumber(owner.Nik, owner.NikSealed, owner.NikIndex)
                    : throw new RuleBroken("legal.order", "Isi data pemilik dahulu, lalu unggah KTP.");
            }

            if (string.IsNullOrWhiteSpace(request.Number))
            {
                return new KeptNumber(document.Number, document.SealedNumber, document.NumberIndex);
            }

            return key.Keep(document.OwnerId, request.Kind, DocumentNumber.Require(request.Kind, request.Number));
        }
    }
}
