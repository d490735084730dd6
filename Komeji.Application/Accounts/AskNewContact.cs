using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>
/// Another e-mail or number for one's account: a code goes there. When it has an account already its owner is sent a notice instead, and
/// the asker sees the same.
/// </summary>
/// <returns>The id <see cref="ConfirmNewContact"/> works with.</returns>
/// <exception cref="RuleBroken"><c>contact.unreadable</c>, <c>contact.same</c>, <c>code.too_many</c></exception>
public sealed record AskNewContact(string Contact) : ICommand<Guid>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<AskNewContact, Guid>
    {
        public async Task<Guid> Handle(AskNewContact request, CancellationToken cancellationToken)
        {
            var contact = Domain.Accounts.Contact.Require(request.Contact);
            var user = await db.Person(me.Require().Value, cancellationToken);
            if (user.Contacts.Contains(contact))
            {
                throw new RuleBroken("contact.same", "Ini sudah kontak akun Anda. Tulis yang baru.");
            }

            if (!await db.Users.ReachedAt(contact).AnyAsync(cancellationToken))
            {
                return (await codes.Send(user.Id, CodePurpose.NewContact, contact, cancellationToken)).Id;
            }

            db.Messages.Add(new Message(contact.Channel, contact.Value, "Kontak ini sudah dipakai akun Komeji Anda",
                "Ada akun Komeji lain yang meminta memakai kontak ini, padahal kontak ini milik akun Anda. Tidak ada yang berubah dan tidak ada yang perlu dilakukan.", clock.GetUtcNow()));
            return (await codes.Pretend(user.Id, CodePurpose.NewContact, contact, cancellationToken)).Id;
        }
    }
}
