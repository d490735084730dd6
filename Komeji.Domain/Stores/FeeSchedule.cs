using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>The service fee as decided once.</summary>
/// <param name="Id">What an order keeps of it: the decision's number, <see cref="FeeSchedule.Original"/> for the first.</param>
/// <param name="From">When it begins for shops that need not agree.</param>
/// <param name="AnnouncedAt">When it was decided, and shops were told.</param>
/// <param name="LapsesAt">From then on a shop that said nothing is taken to have agreed.</param>
public sealed record FeeVersion(string Id, BasisPoints Rate, DateTimeOffset From, DateTimeOffset AnnouncedAt, DateTimeOffset LapsesAt);

public enum FeeStanding
{
    /// <summary>What the shop's orders are priced by.</summary>
    InForce,

    /// <summary>Lower than before, or agreed to: holds from its day on.</summary>
    Coming,
    AwaitsAnswer,
    ObjectedTo,

    /// <summary>Replaced by a later one, or never come to hold here.</summary>
    Past,
}

/// <summary>
/// What one shop pays. A lower fee holds for everyone from its day on; a higher one only for shops that agreed, that opened after it
/// was announced, or that said nothing until the time to object was over (Permendag 19/2026 arts. 14, 18). Who objected keeps the fee
/// it had.
/// </summary>
/// <param name="versions">All decisions, the original first, then in the order in which they begin.</param>
/// <param name="answers">What the shop said last to each version, by its id.</param>
public sealed class FeeSchedule(IReadOnlyList<FeeVersion> versions, DateTimeOffset openedAt, IReadOnlyDictionary<string, bool> answers)
{
    public const string Original = "bawaan";

    public FeeVersion InForce(DateTimeOffset now)
    {
        var held = versions[0];
        foreach (var version in versions.Skip(1).Where(v => v.From <= now))
        {
            held = version.Rate.Value <= held.Rate.Value || Agreed(version, now) ? version : held;
        }

        return held;
    }

    public FeeStanding Standing(FeeVersion version, DateTimeOffset now)
    {
        var held = InForce(now);
        return version == held ? FeeStanding.InForce
            : Place(version) < Place(held) || IsReplaced(version, now) ? FeeStanding.Past
            : answers.TryGetValue(version.Id, out var agreed) && !agreed ? FeeStanding.ObjectedTo
            : version.Rate.Value <= held.Rate.Value || Agreed(version, now) ? FeeStanding.Coming
            : FeeStanding.AwaitsAnswer;
    }

    /// <summary>A raise this shop can still answer.</summary>
    public IReadOnlyList<FeeVersion> Open(DateTimeOffset now) => [.. versions.Where(v => Standing(v, now) is FeeStanding.AwaitsAnswer or FeeStanding.ObjectedTo)];

    bool Agreed(FeeVersion version, DateTimeOffset now) =>
        openedAt >= version.AnnouncedAt || (answers.TryGetValue(version.Id, out var agreed) ? agreed : now >= version.LapsesAt);

    /// <summary>A later decision has begun for everyone else.</summary>
    bool IsReplaced(FeeVersion version, DateTimeOffset now) => versions.Any(v => Place(v) > Place(version) && v.From <= now);

    int Place(FeeVersion version) => versions.TakeWhile(v => v.Id != version.Id).Count();
}
