using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Messages.Reported;

/// <summary>Reported messages without their words: those that wait with the oldest first, or those decided with the latest first.</summary>
/// <param name="Words">In the name of the shop.</param>
public sealed record ListChatReports(bool Decided = false, string? Words = null, int Page = 1) : IQuery<PageOf<ChatReportRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListChatReports, PageOf<ChatReportRow>>
    {
        public Task<PageOf<ChatReportRow>> Handle(ListChatReports request, CancellationToken cancellationToken) =>
            db.ChatReportsAsked(request.Decided, request.Words).ToPage(request.Page, PageSize, cancellationToken);
    }
}
