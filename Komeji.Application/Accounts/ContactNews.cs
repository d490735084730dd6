using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>
/// What follows when an account's contact changed: every contact hears of it, the former one too, since it may not have been the person;
/// codes on their way end; it stands in the history.
/// </summary>
public sealed class ContactNews(IKomejiDb db, SiteAddress site, TimeProvider clock)
{
    const int LongestKept = 200;

    public async Task Tell(User user, Contact? gone, Contact? come, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var code in await db.OneTimeCodes.Where(c => c.UserId == user.Id && c.EndedAt == null).ToListAsync(cancellationToken))
        {
            code.End(now);
        }

        var notice = AccountTexts.ContactChanged(gone?.Mask() ?? "", string.Join(" dan ", user.Contacts.Select(c => c.Mask())));
        db.Notifications.Add(new Notification(new UserId(user.Id), notice.Title, notice.Body, notice.Link, now));
        foreach (var contact in user.Contacts.Append(gone).OfType<Contact>())
        {
            db.Messages.Add(new Message(contact.Channel, contact.Value, notice.Title, $"{notice.Body}\n\n{site.Of("/bantuan")}", now));
        }

        db.StateChanges.Add(new StateChange(PersonHistory.Subject, user.Id, Kept(gone), Kept(come), new Actor(user.Id, "pemilik"), now, PersonHistory.ContactChanged));
    }

    static string Kept(Contact? contact) => PlainText.Cut(contact?.Mask() ?? "", LongestKept);
}
