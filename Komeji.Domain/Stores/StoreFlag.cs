using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>Words in the name or description of a shop that a person looks at, while it goes on as it is.</summary>
public sealed partial class Store
{
    /// <summary>Of the last flag; empty when there never was one.</summary>
    public string FlaggedWords { get; private set; } = "";
    public DateTimeOffset? FlaggedAt { get; private set; }

    /// <summary>Since when it needs nobody's eyes any more; null while it does.</summary>
    public DateTimeOffset? FlagEndedAt { get; private set; }

    public bool FlagWaits => FlaggedAt is not null && FlagEndedAt is null;

    public void Flag(string words, Actor by, DateTimeOffset now)
    {
        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "store.flagged", words));
        (FlaggedWords, FlaggedAt, FlagEndedAt) = (words, now, null);
    }

    /// <summary>A person has looked: it may go on with these words.</summary>
    /// <exception cref="RuleBroken"><c>store.own</c>, <c>store.flag</c></exception>
    public void PassFlag(Actor by, DateTimeOffset now)
    {
        RequireOtherEyes(by);
        if (!FlagWaits)
        {
            throw new RuleBroken("store.flag", "Tidak ada kata yang menunggu dilihat pada toko ini; petugas lain mungkin sudah memutuskan. Muat ulang daftarnya.");
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "store.flag_passed", FlaggedWords));
        FlagEndedAt = now;
    }

    /// <summary>Its name and description have no such words any more; nothing happens where nobody was to look.</summary>
    public void DropFlag(Actor by, DateTimeOffset now)
    {
        if (FlagWaits)
        {
            Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "store.flag_gone", FlaggedWords));
            FlagEndedAt = now;
        }
    }

    /// <summary>A decision about the shop answers its flag, too.</summary>
    void EndFlag(DateTimeOffset now) => FlagEndedAt = FlaggedAt is null ? null : FlagEndedAt ?? now;
}
