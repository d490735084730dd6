using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Accounts;

/// <summary>Takes one of two contacts off one's account. What is not there any more is gone already.</summary>
/// <exception cref="RuleBroken"><c>contact.last</c>, <c>contact.unreadable</c></exception>
public sealed record LeaveContact(string Contact) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, ContactNews news) : IRequestHandler<LeaveContact>
    {
        public async Task<Unit> Handle(LeaveContact request, CancellationToken cancellationToken)
        {
            var contact = Domain.Accounts.Contact.Require(request.Contact);
            var user = await db.Person(me.Require().Value, cancellationToken);
            if (user.Contacts.Contains(contact))
            {
                user.LeaveContact(contact);
                await news.Tell(user, contact, null, cancellationToken);
            }

            return Unit.Value;
        }
    }
}
