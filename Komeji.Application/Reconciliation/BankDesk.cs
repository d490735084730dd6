using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>What officers of finance look at and decide when books and bank are compared.</summary>
static class BankDesk
{
    /// <summary>Who imports lines of an account or matches them does so alone.</summary>
    public static string TurnOf(int account) => $"bank {account}";

    public static Actor Officer(this ICurrentUser user) => Actor.Staff(user.Require().Value, Roles.Finance);

    public static async Task<BankLine> LineOf(this IKomejiDb db, BankLineId id, CancellationToken cancellationToken) =>
        await db.BankLines.SingleOrDefaultAsync(l => l.Id == id, cancellationToken) ?? throw new NotFound();

    /// <summary>For the how-manieth time a line is, or would be, booked as the bank's own: once more after each reversal.</summary>
    public static async Task<int> TimeOf(this IKomejiDb db, BankLineId id, CancellationToken cancellationToken)
    {
        var reversals = PostingRules.BankLineReversedKeys(id);
        return 1 + await db.Journals.CountAsync(j => j.Key.StartsWith(reversals), cancellationToken);
    }

    /// <summary>Entries nobody has matched or explained.</summary>
    public static IQueryable<Entry> Unmarked(this IKomejiDb db, IQueryable<Entry> entries) =>
        entries.Where(e => !db.LedgerMarks.Any(m => m.EntryId == e.Id && m.State != MatchState.Open));

    /// <summary>The entry's mark, made when nobody has yet.</summary>
    public static async Task<LedgerMark> MarkOf(this IKomejiDb db, long entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mark = await db.LedgerMarks.SingleOrDefaultAsync(m => m.EntryId == entry, cancellationToken);
        if (mark is null)
        {
            mark = LedgerMark.On(entry, now);
            db.LedgerMarks.Add(mark);
        }

        return mark;
    }

    /// <summary>What was done to a thing, the oldest first.</summary>
    public static async Task<IReadOnlyList<MatchStep>> StepsOf(this IKomejiDb db, string kind, Guid id, CancellationToken cancellationToken)
    {
        var steps = await db.StateChanges.AsNoTracking().Where(c => c.Subject == kind && c.SubjectId == id).OrderBy(c => c.Id)
            .Select(c => new { c.ReasonCode, c.Note, c.ActorId, c.At }).ToListAsync(cancellationToken);
        var people = steps.Select(s => s.ActorId).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        return [.. steps.Select(s => new MatchStep(s.ReasonCode, s.Note ?? "", s.ActorId is { } by ? names.GetValueOrDefault(by, "petugas keuangan") : "sistem", s.At))];
    }
}

/// <param name="Who">The officer's own name, or the system.</param>
public sealed record MatchStep(string ReasonCode, string Note, string Who, DateTimeOffset At);
