using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Ordering.Carts;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using MediatR;

namespace Komeji.Web.Areas.Shared;

/// <summary>What is personal on a storefront page. Pages kept for everyone get it as a fragment of its own.</summary>
public sealed class PageHead(IMediator mediator, ICurrentUser user, IHttpContextAccessor accessor)
{
    public async Task<HeadPart> Read(CancellationToken cancellationToken)
    {
        var principal = accessor.HttpContext?.User;
        if (HelpingClaims.Read(principal) is { OnOnePhone: true })
        {
            // The seller holds this phone too: nothing of the mentor's account.
            return new HeadPart(true, "Pendamping", 0, 0, principal?.HasClaim(c => c.Type == Access.SellerClaim) == true, false, IsHelper: true);
        }

        return new HeadPart(
            user.Id is not null,
            user.Name,
            await mediator.Send(new CountCart(accessor.HttpContext?.CartToken()), cancellationToken),
            await mediator.Send(new CountUnread(), cancellationToken),
            principal?.HasClaim(c => c.Type == Access.SellerClaim) == true,
            Roles.Cooperative.Any(user.IsIn),
            user.IsIn(Roles.Verifier),
            Roles.Helpers.Any(user.IsIn));
    }
}

public sealed record HeadPart(bool IsSignedIn, string Name, int CartCount, int Unread, bool OwnsShop, bool IsStaff, bool IsOfficer = false, bool IsHelper = false)
{
    public string FirstName => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "Akun";

    public static string Shown(int count) => count > 99 ? "99+" : count.ToString(CultureInfo.InvariantCulture);
}
