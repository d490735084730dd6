using Komeji.Domain.Legal;

namespace Komeji.Application.Stores;

/// <summary>What waits with a shop's papers, besides those that end.</summary>
/// <param name="ToMend">The office or a community asked for something.</param>
/// <param name="Refused">Refused or taken back lately, and no new one was begun.</param>
/// <param name="ToConfirm">A mentor has prepared them; their owner looks and sends them.</param>
/// <param name="Wanted">Asked of the legal form and not sent yet. The NIB has a chore of its own.</param>
public sealed record PaperChores(int ToMend, int Refused, int ToConfirm, IReadOnlyList<Requirement> Wanted)
{
    /// <summary>A no is news for so many days.</summary>
    const int NewsDays = 30;

    public static readonly PaperChores None = new(0, 0, 0, []);

    /// <param name="papers">All the shop ever had.</param>
    /// <param name="asked">By its legal form.</param>
    public static PaperChores Of(IReadOnlyList<PaperAtHand> papers, IReadOnlyList<Requirement> asked, DateTimeOffset now)
    {
        var newest = papers.GroupBy(p => p.Kind).Select(g => g.MaxBy(p => p.BegunAt)!).ToList();
        var prepared = newest.FindAll(p => p.IsPrepared);
        var refused = newest.FindAll(p => p.State is DocumentState.Rejected or DocumentState.Revoked && p.DecidedAt > now.AddDays(-NewsDays));
        var sent = papers.Where(p => p.State is not (DocumentState.Draft or DocumentState.Rejected or DocumentState.Revoked));
        var told = sent.Concat(prepared).Concat(refused).Select(p => p.Kind).Append(DocumentKind.BusinessNumber).ToHashSet();
        return new PaperChores(
            newest.Count(p => p.State == DocumentState.NeedsFix && !p.IsPrepared), refused.Count, prepared.Count, [.. asked.Where(need => !need.AnyOf.Any(told.Contains))]);
    }
}

/// <param name="IsPrepared">A mentor says it is ready, and its owner has not looked.</param>
public sealed record PaperAtHand(DocumentKind Kind, DocumentState State, DateTimeOffset BegunAt, DateTimeOffset? DecidedAt, bool IsPrepared);
