using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo;

/// <summary>Somebody who helps the first demo seller with her orders and nothing else.</summary>
sealed class DemoStaff(KomejiDb db, DateTimeOffset now)
{
    public const string Name = "staf";

    public async Task Employ(DemoStore shop, CancellationToken cancellationToken)
    {
        var email = $"{Name}@demo.komeji.id";
        var person = await db.Users.Where(u => u.UserName == email).Select(u => u.Id).SingleAsync(cancellationToken);
        var place = ShopStaff.Invite(shop.Is.Id, new StaffInvitation("Dewi", email, "", ShopRights.Orders), Actor.Seller(shop.Owner.Id.Value), TimeSpan.FromDays(7), now.AddDays(-30));
        place.Accept(new UserId(person), shop.Owner.Id, now.AddDays(-29));
        db.ShopStaff.Add(place);
        await db.SaveChangesAsync(cancellationToken);
    }
}
