using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>All of one kind there is of a person, page by page.</summary>
/// <exception cref="NotFound">No such person, or not of the call centre.</exception>
public sealed record ListCasePart(Guid Id, CasePart Part, int Page) : IQuery<CasePartPage>
{
    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, CaseParts parts) : IRequestHandler<ListCasePart, CasePartPage>
    {
        public async Task<CasePartPage> Handle(ListCasePart request, CancellationToken cancellationToken)
        {
            desk.Officer();
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == request.Id, cancellationToken) ?? throw new NotFound();
            return new CasePartPage(user.Id, user.FullName, request.Part, await parts.Read(user, request.Part, request.Page, CaseParts.PageSize, cancellationToken));
        }
    }
}

public sealed record CasePartPage(Guid Id, string Name, CasePart Part, PageOf<CaseRow> Rows);
