using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

public sealed record PersonRow(Guid Id, string Name, string? Email, string? Phone, DateTimeOffset RegisteredAt, DateTimeOffset? BannedAt, string? Store, IReadOnlyList<HeldRole> Roles);

/// <summary>People by name, e-mail or number, the newest first.</summary>
/// <param name="Role">Only holders of this role; <c>petugas</c> is any role, <c>nonaktif</c> the banned, empty everybody.</param>
public sealed record ListPeople(string Search, string Role, int Page, int PageSize = ListPeople.UsualPage) : IQuery<PageOf<PersonRow>>
{
    public const int UsualPage = 25;
    public const string AnyRole = "petugas";
    public const string OnlyBanned = "nonaktif";

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListPeople, PageOf<PersonRow>>
    {
        public async Task<PageOf<PersonRow>> Handle(ListPeople request, CancellationToken cancellationToken)
        {
            var people = await db.Search(request.Search, request.Role, cancellationToken);
            var page = await people.OrderByDescending(u => u.RegisteredAt).ThenBy(u => u.Id).ToPage(request.Page, request.PageSize, cancellationToken);
            return new PageOf<PersonRow>(await db.Describe(page.Rows, cancellationToken), page.Number, page.Size, page.Total);
        }
    }
}
