using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Messages.Reported;

/// <summary>The same list as a table to take away; it has no words of a message either.</summary>
public sealed record ExportChatReports(bool Decided, string? Words) : IQuery<IAsyncEnumerable<ChatReportRow>>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ExportChatReports, IAsyncEnumerable<ChatReportRow>>
    {
        public Task<IAsyncEnumerable<ChatReportRow>> Handle(ExportChatReports request, CancellationToken cancellationToken) =>
            Task.FromResult(db.ChatReportsAsked(request.Decided, request.Words).InBatches(CancellationToken.None));
    }
}
