using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>
/// The code came back from the new contact: from now on one signs in and is reached there. Codes on their way to the former one end, and
/// the former one is told.
/// </summary>
/// <returns>False when the code is wrong, used, old or tried too often (the failure is remembered).</returns>
/// <exception cref="RuleBroken"><c>contact.taken</c>: meanwhile somebody else's account uses it.</exception>
public sealed record ConfirmNewContact(Guid CodeId, string Code) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, OneTimeCodes oneTimeCodes, ContactNews news, TimeProvider clock) : IRequestHandler<ConfirmNewContact, bool>
    {
        public async Task<bool> Handle(ConfirmNewContact request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var codes = db.OneTimeCodes.Where(c => c.Id == request.CodeId && c.UserId == id && c.Purpose == CodePurpose.NewContact);
            if (await codes.Select(c => c.Destination).SingleOrDefaultAsync(cancellationToken) is not { } destination)
            {
                return false;
            }

            await db.TakeTurn("contact " + destination, cancellationToken);
            var now = clock.GetUtcNow();
            var code = await codes.SingleAsync(cancellationToken);
            if (!code.Try(oneTimeCodes.Hash(code, request.Code), now))
            {
                return false;
            }

            var contact = Contact.Require(destination);
            if (await db.Users.ReachedAt(contact).AnyAsync(cancellationToken))
            {
                throw new RuleBroken("contact.taken", "Kontak ini baru saja dipakai akun lain. Pakai yang lain, atau masuk ke akun itu.");
            }

            var user = await db.Person(id, cancellationToken);
            var replaced = user.ReachAt(contact);
            await news.Tell(user, replaced, contact, cancellationToken);
            return true;
        }
    }
}
