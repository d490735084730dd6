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
        public Task<PageOf<WaitingRow>> Handle(ListWaitingWork request, CancellationToken cancellationToken) =>
            db.Of(request.Kind).AsNoTracking().OrderBy(r => r.Since).ThenBy(r => r.What).ToPage(request.Page, PageSize, cancellationToken);
    }
}
