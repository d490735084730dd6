using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Legal.Office;
using Komeji.Application.Notifications;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Mentoring;

/// <summary>
/// The seller or the mentor ends a session, or the seller takes a code back. What the mentor is just doing is done before that, or not at
/// all; on a phone both use nobody stays signed in.
/// </summary>
/// <exception cref="NotFound">It is another's.</exception>
/// <exception cref="RuleBroken"><c>mentoring.state</c></exception>
public sealed record EndMentoring(MentoringId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, MentoringEnds ends, Notifier notifier, TimeProvider clock) : IRequestHandler<EndMentoring>
    {
        public async Task<Unit> Handle(EndMentoring request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            await db.TakeTurn(MentoringTurn.Of(request.Id), cancellationToken);
            var session = await db.MentoringSessions.SingleOrDefaultAsync(s => s.Id == request.Id && (s.SellerId == me || s.MentorId == me), cancellationToken) ?? throw new NotFound();
            if (session.RunOut(clock.GetUtcNow()))
            {
                await ends.Settle(session, cancellationToken);
                return Unit.Value;
            }

            var bySeller = session.SellerId == me;
            session.End(bySeller ? Actor.Seller(me.Value) : Actor.Mentor(me.Value, session.SellerId.Value), clock.GetUtcNow());
            await ends.Settle(session, cancellationToken);
            if (bySeller && session.MentorId is { } mentor)
            {
                await notifier.Tell(mentor, MentoringTexts.Stopped(await db.NameOfHelped(me, cancellationToken)), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

/// <summary>What follows the end of a session, however it came.</summary>
public sealed class MentoringEnds(IKomejiDb db, Notifier notifier, TimeProvider clock)
{
    /// <summary>With a browser that is signed out ends what its mentor was doing there.</summary>
    public async Task SignOut(IQueryable<Session> browsers, CancellationToken cancellationToken)
    {
        foreach (var id in await browsers.Where(s => s.Mentoring != null).Select(s => s.Mentoring!.Value).ToListAsync(cancellationToken))
        {
            await db.TakeTurn(MentoringTurn.Of(id), cancellationToken);
            if (await db.MentoringSessions.SingleOrDefaultAsync(s => s.Id == id && s.State == MentoringState.Open, cancellationToken) is { } session)
            {
                session.SignOut(clock.GetUtcNow());
                await Settle(session, cancellationToken);
            }
        }
    }

    public async Task Settle(MentoringSession session, CancellationToken cancellationToken)
    {
        MentoringId? id = session.Id;
        var browsers = db.Sessions.Where(s => s.Mentoring == id);
        if (session.OnOnePhone)
        {
            await browsers.ExecuteDeleteAsync(cancellationToken);
        }
        else
        {
            MentoringId? nobody = null;
            await browsers.ExecuteUpdateAsync(s => s.SetProperty(x => x.Mentoring, nobody), cancellationToken);
        }

        if (session.MentorId is { } mentor)
        {
            var deeds = await db.ShopDeeds.CountAsync(d => d.SessionId == session.Id, cancellationToken);
            var names = await db.NamesOf([mentor.Value], cancellationToken);
            await notifier.Tell(session.SellerId, MentoringTexts.Over(names.GetValueOrDefault(mentor.Value, "Pendamping"), deeds, session.Id), cancellationToken);
        }
    }
}

/// <summary>Codes nobody entered, sessions whose time is over, and those whose mentor is signed in nowhere any more.</summary>
public sealed class DueMentoring(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = await db.MentoringSessions.AsNoTracking()
            .Where(s => (s.State == MentoringState.Waiting && s.CodeUntil <= now) || (s.State == MentoringState.Open && (s.Until <= now || !db.Sessions.Any(b => b.Mentoring == s.Id))))
            .OrderBy(s => s.Id).Take(most).Select(s => s.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new RunOutMentoring(id))];
    }
}

/// <summary>The clock ends a session. It opened nothing from that moment on already.</summary>
public sealed record RunOutMentoring(MentoringId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, MentoringEnds ends, TimeProvider clock) : IRequestHandler<RunOutMentoring>
    {
        public async Task<Unit> Handle(RunOutMentoring request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(MentoringTurn.Of(request.Id), cancellationToken);
            var session = await db.MentoringSessions.SingleAsync(s => s.Id == request.Id, cancellationToken);
            if (session.RunOut(clock.GetUtcNow()) || await IsLeft(session, cancellationToken))
            {
                await ends.Settle(session, cancellationToken);
            }

            return Unit.Value;
        }

        async Task<bool> IsLeft(MentoringSession session, CancellationToken cancellationToken)
        {
            MentoringId? id = session.Id;
            if (session.State != MentoringState.Open || await db.Sessions.AnyAsync(b => b.Mentoring == id, cancellationToken))
            {
                return false;
            }

            session.SignOut(clock.GetUtcNow());
            return true;
        }
    }
}
