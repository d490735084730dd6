using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Review;

static class ClaimOfficer
{
    /// <summary>Loads a claim for an officer who has no part in it; the page's policy says who is one.</summary>
    /// <exception cref="NotFound">There is none that was sent, or the person is no officer.</exception>
    /// <exception cref="RuleBroken"><c>staff.own_case</c>: the person bought it, or is tied to the shop.</exception>
    public static async Task<(WarrantyClaim Claim, Actor By)> LoadForRuling(this IKomejiDb db, ICurrentUser user, string number, CancellationToken cancellationToken)
    {
        var officer = user.Require();
        var by = Actor.Staff(officer.Value, user.IsIn(Roles.Operator) ? Roles.Operator : user.IsIn(Roles.Finance) ? Roles.Finance : throw new NotFound());
        var claim = await db.WarrantyClaims.Submitted().Load(number, cancellationToken);
        var purchase = await db.Orders.Where(o => o.Id == claim.OrderId).Select(o => o.PurchaseId).SingleAsync(cancellationToken);
        await db.RequireNotOwn(purchase, officer, cancellationToken);
        return (claim, by);
    }
}
