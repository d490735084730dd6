using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages.Reported;

/// <summary>Reported messages without their words: those that wait with the oldest first, or those decided with the latest first.</summary>
/// <param name="Words">In the name of the shop.</param>
public sealed record ListChatReports(bool Decided = false, string? Words = null, int Page = 1) : IQuery<PageOf<ChatReportRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListChatReports, PageOf<ChatReportRow>>
    {
        public Task<PageOf<ChatReportRow>> Handle(ListChatReports request, CancellationToken cancellationToken)
        {
            var reports = Named(db.ChatReports.AsNoTracking(), request.Words);
            var asked = request.Decided
                ? reports.Where(r => r.State != ChatReportState.Open).OrderByDescending(r => r.DecidedAt).ThenBy(r => r.Id)
                : reports.Where(r => r.State == ChatReportState.Open).OrderBy(r => r.At).ThenBy(r => r.Id);
            return asked.Select(r => new ChatReportRow(r.Id, r.Side, r.Kind, db.Stores.Where(s => s.Id == r.StoreId).Select(s => s.Name).First(), r.At, r.State, r.DecidedAt))
                .ToPage(request.Page, PageSize, cancellationToken);
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        IQueryable<ChatReport> Named(IQueryable<ChatReport> reports, string? words)
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
}

/// <param name="Side">Who reports.</param>
public sealed record ChatReportRow(ChatReportId Id, ChatSide Side, ChatReportKind Kind, string Store, DateTimeOffset At, ChatReportState State, DateTimeOffset? DecidedAt);
