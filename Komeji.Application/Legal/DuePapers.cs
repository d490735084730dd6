using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Legal.Office;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>
/// Papers an officer claimed and let lie for five working days, those a seller has not mended for a month, and those, appeals too, nobody
/// took until they should have been answered.
/// </summary>
public sealed class OverduePapers(IKomejiDb db, TimeProvider clock) : ISweep
{
    /// <summary>What was late before is told or was not to be.</summary>
    const int LateDays = 14;
    const int MostLate = 2_000;

    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lapsed = now.AddDays(-LegalVerification.LapseDays);
        var ids = await db.LegalVerifications.AsNoTracking()
            .Where(d => (d.State == DocumentState.InReview && d.ClaimedUntil <= now) || (d.State == DocumentState.NeedsFix && d.FixAskedAt <= lapsed))
            .OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(IRequest (id) => new TakeBackPaper(id)), .. (await Late(now, cancellationToken)).Take(Math.Max(0, most - ids.Count)).Select(IRequest (id) => new TellOfLatePaper(id))];
    }

    async Task<IEnumerable<DocumentId>> Late(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-LateDays);
        var late = await db.LegalVerifications.AsNoTracking()
            .Where(d => (d.State == DocumentState.Submitted || d.State == DocumentState.Appealed) && d.AnswerBy <= now && d.AnswerBy > since)
            .OrderByDescending(d => d.AnswerBy).Take(MostLate).Select(d => new { d.Id, d.AnswerBy }).ToListAsync(cancellationToken);
        var papers = late.ConvertAll(d => d.Id.Value);
        var told = (await db.StateChanges.AsNoTracking().Where(c => papers.Contains(c.SubjectId) && c.ReasonCode == LegalVerification.Late)
            .Select(c => new { c.SubjectId, c.At }).ToListAsync(cancellationToken)).ToLookup(c => c.SubjectId, c => c.At);
        return late.Where(d => !told[d.Id.Value].Any(at => at >= d.AnswerBy)).Select(d => d.Id);
    }
}

/// <summary>Tells the supervisors, once, that nobody took a paper or an appeal in time.</summary>
public sealed record TellOfLatePaper(DocumentId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, Notifier notifier, TimeProvider clock) : IRequestHandler<TellOfLatePaper>
    {
        public async Task<Unit> Handle(TellOfLatePaper request, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"paper {request.Id.Value}", cancellationToken);
            var paper = await db.LegalVerifications.SingleAsync(d => d.Id == request.Id, cancellationToken);
            var by = paper.AnswerBy;
            if (await db.StateChanges.AnyAsync(c => c.SubjectId == request.Id.Value && c.ReasonCode == LegalVerification.Late && c.At >= by, cancellationToken) || !paper.RunLate(clock.GetUtcNow()))
            {
                return Unit.Value;
            }

            var store = await db.Stores.Where(s => s.Id == paper.StoreId).Select(s => s.Name).SingleAsync(cancellationToken);
            foreach (var person in await db.Supervisors(cancellationToken))
            {
                await notifier.Tell(person, LegalTexts.Late(store, paper.Kind, paper.State == DocumentState.Appealed, by!.Value), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

static class SupervisorsOf
{
    public static Task<List<UserId>> Supervisors(this IKomejiDb db, CancellationToken cancellationToken) =>
        db.RoleGrants.Where(g => g.Role == Roles.Supervisor && g.EndedAt == null).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
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
            foreach (var person in (await db.Supervisors(cancellationToken)).Append(officer!.Value).Distinct())
            {
                await notifier.Tell(person, LegalTexts.TakenBack(store, paper.Kind), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

/// <summary>Papers whose last day has passed, and those whose seller is to be reminded: not of what she has renewed, nor in a closed shop.</summary>
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
                .Where(d => (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Waived) && d.ExpiresOn >= today && d.ExpiresOn <= by && (d.RemindedDays == null || d.RemindedDays > days)
                    && db.Stores.Any(s => s.Id == d.StoreId && s.State != StoreState.Closed)
                    && !db.LegalVerifications.Any(n => n.StoreId == d.StoreId && n.Kind == d.Kind
                        && (n.State == DocumentState.Approved || n.State == DocumentState.Expiring) && (n.ExpiresOn == null || n.ExpiresOn > d.ExpiresOn)))
                .OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken));
        }

        return [.. ids.Distinct().Take(most).Select(id => new EndPaper(id))];
    }
}

/// <summary>Says that a paper has ended, or reminds of its end.</summary>
public sealed record EndPaper(DocumentId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, Standings standings, Notifier notifier, TimeProvider clock) : IRequestHandler<EndPaper>
    {
        public async Task<Unit> Handle(EndPaper request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var paper = await db.LegalVerifications.SingleAsync(d => d.Id == request.Id, cancellationToken);
            var replaced = await db.Vouched(Wib.DayOf(now)).AnyAsync(n => n.StoreId == paper.StoreId && n.Kind == paper.Kind && n.Id != paper.Id, cancellationToken);
            if (paper.Expire(now))
            {
                if (replaced)
                {
                    return Unit.Value;
                }

                await notifier.Tell(paper.OwnerId, LegalTexts.Ended(paper.Kind, await standings.StopsWithout(paper, cancellationToken)), cancellationToken);
            }
            else if (paper.Remind(now) is { } left)
            {
                await notifier.Tell(paper.OwnerId, LegalTexts.Ending(paper.Kind, paper.ExpiresOn!.Value, left, paper.State == DocumentState.Waived), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
