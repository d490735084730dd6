using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Staff;

/// <summary>The cooperative's staff on somebody's order: operator or call centre, and never on their own purchase or shop.</summary>
static class StaffOnOrders
{
    /// <exception cref="NotFound">It is not there, or the person is not staff for it.</exception>
    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public static async Task<(Order Order, Actor Actor)> LoadForStaff(this IKomejiDb db, ICurrentUser user, string number, CancellationToken cancellationToken)
    {
        var person = user.Require();
        var order = await db.Orders.Load(number, cancellationToken);
        var role = user.IsIn(Roles.Operator) ? Roles.Operator : user.IsIn(Roles.CallCentre) ? Roles.CallCentre : throw new NotFound();
        if (order.BuyerId == person || await db.TiedTo(person).AnyAsync(s => s.Id == order.StoreId, cancellationToken))
        {
            throw new RuleBroken("staff.own_case", "Ini pesanan Anda sendiri atau toko Anda. Minta petugas lain yang menanganinya.");
        }

        return (order, Actor.Staff(person.Value, role));
    }
}
