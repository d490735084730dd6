using Komeji.Domain.Common;

namespace Komeji.Domain.Reconciliation;

public enum MatchState
{
    /// <summary>Nothing on the other side belongs to it yet.</summary>
    Open,
    Matched,

    /// <summary>Nothing will belong to it, and an officer has said why.</summary>
    Explained,
}

/// <summary>The legal moves of whatever is compared with the world outside. docs/domain/reconciliation.md draws them; a test compares the two.</summary>
public static class MatchMoves
{
    public static IReadOnlyList<MatchState> From(MatchState state) => state switch
    {
        MatchState.Open => [MatchState.Matched, MatchState.Explained],
        MatchState.Matched => [MatchState.Open],
        MatchState.Explained => [MatchState.Open],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>
/// One side of a comparison of our books with a bank's or a provider's. What it says never changes; how it stands moves, and every
/// step is kept with who took it and why.
/// </summary>
public abstract class Reconciled : StatefulAggregate
{
    public MatchState State { get; private set; }

    protected abstract string Subject { get; }

    protected abstract Guid SubjectId { get; }

    /// <summary>Nothing on the other side belongs to it: an officer says why, under her own name.</summary>
    /// <exception cref="RuleBroken"><c>reconciliation.reason</c>, <c>reconciliation.illegal_move</c></exception>
    public void Explain(Actor by, string reason, DateTimeOffset now) => Move(MatchState.Explained, by, now, "explained", Told(reason));

    /// <summary>A match or an explanation was wrong. That there was one stays in its history.</summary>
    /// <exception cref="RuleBroken"><c>reconciliation.reason</c>, <c>reconciliation.illegal_move</c></exception>
    public void Reopen(Actor by, string reason, DateTimeOffset now)
    {
        Move(MatchState.Open, by, now, State == MatchState.Matched ? "match_undone" : "explanation_withdrawn", Told(reason));
        Reopened();
    }

    /// <summary>What was said about it was wrong: it waits again. A match is undone at the line of the bank.</summary>
    /// <exception cref="RuleBroken"><c>reconciliation.not_explained</c>, <c>reconciliation.reason</c></exception>
    public void WithdrawExplanation(Actor by, string reason, DateTimeOffset now)
    {
        if (State != MatchState.Explained)
        {
            throw new RuleBroken("reconciliation.not_explained", "Ini tidak sedang dijelaskan. Bila sudah dicocokkan, lepaskan dari halaman mutasi banknya.");
        }

        Reopen(by, reason, now);
    }

    /// <summary>What it was matched with is let go.</summary>
    protected virtual void Reopened()
    {
    }

    protected void Move(MatchState to, Actor by, DateTimeOffset now, string reasonCode, string? note = null)
    {
        if (!MatchMoves.From(State).Contains(to))
        {
            throw new RuleBroken("reconciliation.illegal_move", "Status baris ini sudah berubah. Muat ulang halaman untuk melihat status terbarunya.");
        }

        Record(new StateChange(Subject, SubjectId, State.ToString(), to.ToString(), by, now, reasonCode, note));
        State = to;
    }

    /// <exception cref="RuleBroken"><c>reconciliation.reason</c></exception>
    protected static string Told(string reason) => reason.Trim() is { Length: >= 10 and <= 500 } told
        ? told
        : throw new RuleBroken("reconciliation.reason", "Tulis alasannya, 10 sampai 500 huruf.");
}
