using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages.Reported;

/// <summary>Reports as rows of a list: those that wait with the oldest first, or those decided with the latest first.</summary>
static class ChatReportRows
{
    /// <param name="words">In the name of the shop.</param>
    public static IQueryable<ChatReportRow> ChatReportsAsked(this IKomejiDb db, bool decided, string? words)
    {
        var reports = Named(db, db.ChatReports.AsNoTracking(), words);
        var asked = decided
            ? reports.Where(r => r.State != ChatReportState.Open).OrderByDescending(r => r.DecidedAt).ThenBy(r => r.Id)
            : reports.Where(r => r.State == ChatReportState.Open).OrderBy(r => r.At).ThenBy(r => r.Id);
        return asked.Select(r => new ChatReportRow(r.Id, r.Side, r.Kind, db.Stores.Where(s => s.Id == r.StoreId).Select(s => s.Name).First(), r.At, r.State, r.DecidedAt));
    }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
    static IQueryable<ChatReport> Named(IKomejiDb db, IQueryable<ChatReport> reports, string? words)
    {
        if (words?.Trim() is not { Length: > 0 and <= 100 } text)
        {
            return reports;
        }

        var folded = text.ToLowerInvariant();
        return reports.Where(r => db.Stores.Any(s => s.Id == r.StoreId && s.Name.ToLower().Contains(folded)));
    }
#pragma warning restore CA1304, CA1311, CA1862
}

/// <param name="Side">Who reports.</param>
public sealed record ChatReportRow(ChatReportId Id, ChatSide Side, ChatReportKind Kind, string Store, DateTimeOffset At, ChatReportState State, DateTimeOffset? DecidedAt);
