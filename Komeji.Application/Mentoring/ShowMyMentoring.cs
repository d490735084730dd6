using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Deeds;
using Komeji.Application.Stores.Staff;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Mentoring;

/// <summary>The seller's sessions with mentors, the newest first.</summary>
public sealed record ShowMyMentoring : IQuery<IReadOnlyList<MentoringRow>>
{
    const int Most = 30;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ShowMyMentoring, IReadOnlyList<MentoringRow>>
    {
        public async Task<IReadOnlyList<MentoringRow>> Handle(ShowMyMentoring request, CancellationToken cancellationToken)
        {
            var me = user.RequireSelf();
            var sessions = await db.MentoringSessions.AsNoTracking().Where(s => s.SellerId == me).OrderByDescending(s => s.AskedAt).Take(Most).ToListAsync(cancellationToken);
            return await db.Rows(sessions, clock.GetUtcNow(), cancellationToken);
        }
    }
}

/// <summary>One session, with all that was done in it: for its seller and its mentor.</summary>
/// <exception cref="NotFound">It is another's.</exception>
public sealed record ShowMentoring(MentoringId Id) : IQuery<MentoringPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ShowMentoring, MentoringPage>
    {
        public async Task<MentoringPage> Handle(ShowMentoring request, CancellationToken cancellationToken)
        {
            var me = user.RequireSelf();
            var session = await db.MentoringSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id && s.SellerId == me, cancellationToken) ?? throw new NotFound();
            var deeds = await db.ShopDeeds.AsNoTracking().Where(d => d.SessionId == request.Id).OrderByDescending(d => d.Id).ToListAsync(cancellationToken);
            return new MentoringPage((await db.Rows([session], clock.GetUtcNow(), cancellationToken))[0], await db.Told(deeds, cancellationToken));
        }
    }
}

/// <summary>Whom the mentor helps now, and whom she helped.</summary>
public sealed record ShowHelping : IQuery<HelpingPage>
{
    const int Most = 30;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ShowHelping, HelpingPage>
    {
        public async Task<HelpingPage> Handle(ShowHelping request, CancellationToken cancellationToken)
        {
            var me = Roles.Helpers.Any(user.IsIn) ? user.Require() : throw new NotFound();
            var now = clock.GetUtcNow();
            var current = user.Mentoring is { } id ? await db.HelpedIn(id, me, now, cancellationToken) : null;
            var past = current is { OnOnePhone: true } ? [] : await db.MentoringSessions.AsNoTracking().Where(s => s.MentorId == me).OrderByDescending(s => s.BegunAt).Take(Most).ToListAsync(cancellationToken);
            var names = await db.NamesOf(past.Select(s => (Guid?)s.SellerId.Value), cancellationToken);
            var rows = past.ConvertAll(s => new HelpedRow(names.GetValueOrDefault(s.SellerId.Value, ""), s.BegunAt!.Value, s.EndedAt ?? s.Until!.Value, s.IsOpen(now)));
            return new HelpingPage(current is { IsOver: false } ? current.Session : null, current?.Covers ?? ShopRights.None, current is { Shops: [var shop, ..] } ? shop : null, rows);
        }
    }
}

/// <param name="Mentor">Null while nobody has entered the code.</param>
/// <param name="IsOpen">The mentor works now.</param>
/// <param name="Deeds">How many things were done.</param>
public sealed record MentoringRow(
    MentoringId Id, string? Mentor, ShopRights Covers, MentoringState State, bool IsOpen, bool OnOnePhone, DateTimeOffset AskedAt, DateTimeOffset CodeUntil, DateTimeOffset? BegunAt, DateTimeOffset? Until, DateTimeOffset? EndedAt, int Deeds)
{
    /// <summary>It can be ended, or the code taken back.</summary>
    public bool CanEnd => IsOpen || State == MentoringState.Waiting;
}

public sealed record MentoringPage(MentoringRow Session, IReadOnlyList<DeedRow> Deeds);

/// <param name="Shop">Of the seller; null before it is open.</param>
public sealed record HelpingPage(Helping? Current, ShopRights Covers, MyShop? Shop, IReadOnlyList<HelpedRow> Past);

public sealed record HelpedRow(string Seller, DateTimeOffset From, DateTimeOffset To, bool IsOpen);

/// <summary>A session as its mentor's browser has it.</summary>
sealed record Helped(bool IsOver, bool OnOnePhone, ShopRights Covers, Helping Session, IReadOnlyList<MyShop> Shops);

static class MentoringSessions
{
    /// <returns>Null when this is no session of the person.</returns>
    public static async Task<Helped?> HelpedIn(this IKomejiDb db, MentoringId id, UserId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var session = await db.MentoringSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.MentorId == person, cancellationToken);
        if (session is null)
        {
            return null;
        }

        var rights = session.Covers;
        var shops = await db.Stores.AsNoTracking().OwnedBy(session.SellerId).Select(s => new MyShop(s.Id, s.Name, s.Slug, rights)).ToListAsync(cancellationToken);
        var name = shops.Count > 0 ? shops[0].Name : await db.NameOfHelped(session.SellerId, cancellationToken);
        return new Helped(!session.IsOpen(now), session.OnOnePhone, rights, new Helping(id, name, session.Until ?? now, session.OnOnePhone), shops);
    }

    public static async Task<IReadOnlyList<MentoringRow>> Rows(this IKomejiDb db, IReadOnlyList<MentoringSession> sessions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var names = await db.NamesOf(sessions.Select(s => s.MentorId?.Value), cancellationToken);
        var ids = sessions.Select(s => (MentoringId?)s.Id).ToList();
        var deeds = await db.ShopDeeds.AsNoTracking().Where(d => ids.Contains(d.SessionId)).GroupBy(d => d.SessionId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key!.Value, g => g.Count, cancellationToken);
        return [.. sessions.Select(s => new MentoringRow(
            s.Id, s.MentorId is { } mentor ? names.GetValueOrDefault(mentor.Value, "Pendamping") : null, s.Covers, s.State, s.IsOpen(now), s.OnOnePhone,
            s.AskedAt, s.CodeUntil, s.BegunAt, s.Until, s.EndedAt, deeds.GetValueOrDefault(s.Id)))];
    }
}
