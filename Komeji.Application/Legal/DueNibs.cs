using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Shops without a verified NIB whose time to get one ends soon, or has just ended.</summary>
public sealed class DueNibs(IKomejiDb db, LegalTerms terms, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(clock.GetUtcNow());
        var nib = await terms.Nib(cancellationToken);
        var inForce = db.InForce(today);
        var ids = new List<StoreId>();
        foreach (var days in NibStanding.Reminders)
        {
            var opened = nib.OpenedFor(today.AddDays(days));
            var (from, before) = (Wib.StartOf(opened.From), Wib.StartOf(opened.Before));
            ids.AddRange(await db.Stores.AsNoTracking()
                .Where(s => (s.State == StoreState.Active || s.State == StoreState.Suspended) && s.OpenedAt >= from && s.OpenedAt < before && (s.NibRemindedDays == null || s.NibRemindedDays > days)
                    && !inForce.Any(d => d.StoreId == s.Id && d.Kind == DocumentKind.BusinessNumber))
                .OrderBy(s => s.Id).Take(most).Select(s => s.Id).ToListAsync(cancellationToken));
        }

        return [.. ids.Distinct().Take(most).Select(id => new RemindOfNib(id))];
    }
}

/// <summary>With an NIB, or leave to go without, what was told of its want is over: it is told again when that is lost.</summary>
sealed class WhenNibHeld(IKomejiDb db) : IReaction<PaperHeld>
{
    public async Task Handle(Happened<PaperHeld> notification, CancellationToken cancellationToken)
    {
        var (id, kind) = notification.Fact;
        if (kind == DocumentKind.BusinessNumber)
        {
            (await db.Stores.SingleAsync(s => s.Id == id, cancellationToken)).ForgetNibReminders();
        }
    }
}

/// <summary>Reminds the owner of the end of the time for an NIB, each step once.</summary>
public sealed record RemindOfNib(StoreId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, LegalTerms terms, Notifier notifier, TimeProvider clock) : IRequestHandler<RemindOfNib>
    {
        public async Task<Unit> Handle(RemindOfNib request, CancellationToken cancellationToken)
        {
            var store = await db.Stores.SingleAsync(s => s.Id == request.Id, cancellationToken);
            var today = Wib.DayOf(clock.GetUtcNow());
            var standing = NibStanding.Of(false, store.OpenedAt, await terms.Nib(cancellationToken), today);
            if (standing.ReminderDue(store.NibRemindedDays) is { } due)
            {
                store.RemindOfNib(due);
                await notifier.Tell(store.OwnerId, LegalTexts.NibDue(store.Name, standing.Deadline!.Value, standing.DaysLeft), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
