using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

/// <summary>What somebody has begun to write as an offer or a decision, as it was typed: hers alone, and no step of the complaint.</summary>
public sealed class ComplaintScrap
{
    public const int Longest = 8_000;

    ComplaintScrap() { }

    public ComplaintScrap(ComplaintId complaintId, Guid personId, string text, DateTimeOffset now)
    {
        (ComplaintId, PersonId) = (complaintId, personId);
        Keep(text, now);
    }

    public ComplaintId ComplaintId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <exception cref="RuleBroken"><c>complaint.draft</c></exception>
    public void Keep(string text, DateTimeOffset now)
    {
        if (text.Length > Longest)
        {
            throw new RuleBroken("complaint.draft", "Drafnya terlalu panjang untuk disimpan. Ringkas alasannya.");
        }

        (Text, At) = (text, now);
    }
}
