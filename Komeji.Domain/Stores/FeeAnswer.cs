using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>What a shop said to a raised service fee. Rows are only added; the last one counts.</summary>
public sealed class FeeAnswer
{
    public const int LeastReason = 10;
    public const int MostReason = 500;

    FeeAnswer() { }

    public long Id { get; private set; }
    public StoreId StoreId { get; private set; }

    /// <summary>The <see cref="FeeVersion"/> answered.</summary>
    public string Version { get; private set; } = "";
    public bool Agreed { get; private set; }

    /// <summary>Why not; empty where the shop agreed.</summary>
    public string Reason { get; private set; } = "";
    public UserId GivenBy { get; private set; }
    public DateTimeOffset At { get; private set; }

    public static FeeAnswer Agree(StoreId store, string version, UserId by, DateTimeOffset now) =>
        new() { StoreId = store, Version = version, Agreed = true, GivenBy = by, At = now };

    /// <exception cref="RuleBroken"><c>fee.reason</c></exception>
    public static FeeAnswer Disagree(StoreId store, string version, string reason, UserId by, DateTimeOffset now) => reason.Trim() is { Length: >= LeastReason and <= MostReason } said
        ? new FeeAnswer { StoreId = store, Version = version, Reason = said, GivenBy = by, At = now }
        : throw new RuleBroken("fee.reason", $"Tulis alasan keberatan Anda, {LeastReason} sampai {MostReason} huruf, supaya pengurus bisa menjawabnya.");
}
