using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>What the author of a hidden text is told of it.</summary>
/// <param name="AppealUntil">Null when there is no appeal.</param>
public sealed record ToldCase(TextKind Kind, Guid TalkId, TextCaseState State, string Reason, DateTimeOffset? AppealUntil)
{
    public bool MayBeAppealed(DateTimeOffset now) => State == TextCaseState.Hidden && now <= AppealUntil;
}

static class ToldCases
{
    public static IQueryable<TextCase> OfText(this IQueryable<TextCase> cases, TextKind kind, Guid talk) => cases.Where(c => c.TalkId == talk && c.Kind == kind);

    public static Task<ToldCase?> Told(this IQueryable<TextCase> cases, CancellationToken cancellationToken) =>
        cases.Select(c => new ToldCase(c.Kind, c.TalkId, c.State, c.Reason, c.AppealUntil)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Of what was hidden among these.</summary>
    public static async Task<IReadOnlyList<ToldCase>> Told(this IKomejiDb db, IReadOnlyList<Guid> talks, CancellationToken cancellationToken) => await db.TextCases.AsNoTracking()
        .Where(c => talks.Contains(c.TalkId) && (c.State == TextCaseState.Hidden || c.State == TextCaseState.Appealed || c.State == TextCaseState.Removed))
        .Select(c => new ToldCase(c.Kind, c.TalkId, c.State, c.Reason, c.AppealUntil)).ToListAsync(cancellationToken);
}
