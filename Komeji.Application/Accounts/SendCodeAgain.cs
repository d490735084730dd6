using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Another confirmation code for the same registration; the one before dies.</summary>
/// <returns>The id the confirmation page goes on with.</returns>
/// <exception cref="RuleBroken"><c>code.too_soon</c>, <c>code.too_many</c></exception>
/// <exception cref="NotFound">No such registration is open.</exception>
public sealed record SendCodeAgain(Guid CodeId) : ICommand<Guid>
{
    internal sealed class Handler(IKomejiDb db, OneTimeCodes codes) : IRequestHandler<SendCodeAgain, Guid>
    {
        public async Task<Guid> Handle(SendCodeAgain request, CancellationToken cancellationToken)
        {
            var registration = await db.Registrations.AsNoTracking()
                .Where(r => r.ConfirmedAt == null)
                .SingleOrDefaultAsync(r => db.OneTimeCodes.Any(c => c.Id == request.CodeId && c.Purpose == CodePurpose.ConfirmContact && c.UserId == r.Id), cancellationToken)
                ?? throw new NotFound();
            await codes.Wait(registration.Id, CodePurpose.ConfirmContact, cancellationToken);
            var contact = Contact.Require(registration.Contact);
            var code = await db.Users.ReachedAt(contact).AnyAsync(cancellationToken)
                ? await codes.Pretend(registration.Id, CodePurpose.ConfirmContact, contact, cancellationToken)
                : await codes.Send(registration.Id, CodePurpose.ConfirmContact, contact, cancellationToken);
            return code.Id;
        }
    }
}
