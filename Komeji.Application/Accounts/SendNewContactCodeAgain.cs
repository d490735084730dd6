using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Another code to the contact one asked to have; the one before dies.</summary>
/// <returns>The id <see cref="ConfirmNewContact"/> goes on with.</returns>
/// <exception cref="RuleBroken"><c>code.too_soon</c>, <c>code.too_many</c></exception>
/// <exception cref="NotFound">The person asked for no such contact.</exception>
public sealed record SendNewContactCodeAgain(Guid CodeId) : ICommand<Guid>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, OneTimeCodes codes) : IRequestHandler<SendNewContactCodeAgain, Guid>
    {
        public async Task<Guid> Handle(SendNewContactCodeAgain request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var destination = await db.OneTimeCodes.Where(c => c.Id == request.CodeId && c.UserId == id && c.Purpose == CodePurpose.NewContact)
                .Select(c => c.Destination).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await codes.Wait(id, CodePurpose.NewContact, cancellationToken);
            var contact = Contact.Require(destination);
            var code = await db.Users.ReachedAt(contact).AnyAsync(cancellationToken)
                ? await codes.Pretend(id, CodePurpose.NewContact, contact, cancellationToken)
                : await codes.Send(id, CodePurpose.NewContact, contact, cancellationToken);
            return code.Id;
        }
    }
}
