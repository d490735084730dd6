using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Support;

/// <summary>The rows behind one number of the operator's start page, the longest waiting first.</summary>
public sealed record ListWaitingWork(WaitingKind Kind, int Page) : IQuery<PageOf<WaitingRow>>
{
    const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListWaitingWork, PageOf<WaitingRow>>
    {
        public async Task<PageOf<WaitingRow>> Handle(ListWaitingWork request, CancellationToken cancellationToken)
        {
            var page = await db.Of(request.Kind).AsNoTracking().OrderBy(r => r.Since).ThenBy(r => r.What).ToPage(request.Page, PageSize, cancellationToken);

            // What a dead message is called by is where it was to go.
            return request.Kind == WaitingKind.DeadMessages
                ? new PageOf<WaitingRow>([.. page.Rows.Select(r => r with { What = Masked.Contact(r.What) })], page.Number, page.Size, page.Total)
                : page;
        }
    }
}
