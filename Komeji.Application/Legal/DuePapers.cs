using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Legal.Office;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Papers an officer claimed and let lie for five working days, and those a seller has not mended for a month.</summary>
public sealed class OverduePapers(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lapsed = now.AddDays(-LegalVerification.LapseDays);
        var ids = await db.LegalVerifications.AsNoTracking()
            .Where(d => (d.State == DocumentState.InReview && d.ClaimedUntil <= now) || (d.State == DocumentState.NeedsFix && d.FixAskedAt <= lapsed))
            .OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new TakeBackPaper(id))];
    }
}

/// <summary>Puts an overdue paper back: to the queue, with a word to who let it lie and to the supervisors, or to the seller's drafts.</summary>
public sealed record TakeBackPaper(DocumentId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, Notifier notifier, TimeProvider clock) : IRequestHandler<TakeBackPaper>
    {
        public async Task<Unit> Handle(TakeBackPaper request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var paper = await db.LegalVerifications.SingleAsync(d => d.Id == request.Id, cancellationToken);
            var officer = paper.OfficerId;
            if (paper.Lapse(now) || !paper.TakeBack(now))
            {
                return Unit.Value;
            }

            var store = await db.Stores.Where(s => s.Id == paper.StoreId).Select(s => s.Name).SingleAsync(cancellationToken);
            var told = await db.RoleGrants.Where(g => g.Role == Roles.Supervisor && g.EndedAt == null).Select(g => g.UserId).ToListAsync(cancellationToken);
            foreach (var person in told.Append(officer!.Value).Distinct())
            {
                await notifier.Tell(person, LegalTexts.TakenBack(store, paper.Kind), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

/// <summary>Papers whose last day has passed, and those whose seller is to be reminded.</summary>
public sealed class EndingPapers(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(clock.GetUtcNow());
        var ids = new List<DocumentId>();
        ids.AddRange(await db.LegalVerifications.AsNoTracking()
            .Where(d => (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Waived) && d.ExpiresOn < today)
            .OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken));
        foreach (var days in LegalVerification.Reminders.Order())
        {
            var by = today.AddDays(days);
            ids.AddRange(await db.LegalVerifications.AsNoTracking()
                .Where(d => (d.State == DocumentState.Approved || d.State == DocumentState.Expiring) && d.ExpiresOn >= today && d.ExpiresOn <= by && (d.RemindedDays == null || d.RemindedDays > days))
                .OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken));
        }

        return [.. ids.Distinct().Take(most).Select(id => new EndPaper(id))];
    }
}

/// <summary>Says that a paper has ended, or reminds of its end.</summary>
public sealed record EndPaper(DocumentId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, Notifier notifier, TimeProvider clock) : IRequestHandler<EndPaper>
    {
        public async Task<Unit> Handle(EndPaper request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var paper = await db.LegalVerifications.SingleAsync(d => d.Id == request.Id, cancellationToken);
            if (paper.Expire(now))
            {
                await notifier.Tell(paper.OwnerId, LegalTexts.Ended(paper.Kind), cancellationToken);
            }
            else if (paper.Remind(now) is { } left)
            {
                await notifier.Tell(paper.OwnerId, LegalTexts.Ending(paper.Kind, paper.ExpiresOn!.Value, left), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
