using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Staff;

/// <summary>The owner asks somebody to help in her shop: by e-mail or phone, whether that person has an account yet or not.</summary>
/// <exception cref="RuleBroken"><c>contact.unreadable</c>, <c>staff.invited</c>, <c>staff.most</c>, <c>staff.too_many</c>, <c>staff.own_shop</c>, <c>staff.name</c>, <c>staff.rights</c></exception>
public sealed record InviteStaff(string Name, string Contact, ShopRights Rights) : ICommand, INeedsProof
{
    /// <summary>Messages to strangers are not for the asking.</summary>
    const int MostPerDay = 10;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, ICodes codes, SiteAddress site, TimeProvider clock) : IRequestHandler<InviteStaff>
    {
        public async Task<Unit> Handle(InviteStaff request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var now = clock.GetUtcNow();
            var to = Domain.Accounts.Contact.Require(request.Contact);
            await db.TakeTurn(StaffTurn.Of(shop.Id), cancellationToken);
            await Check(shop, to, now, cancellationToken);
            var secret = codes.Token();
            var days = await settings.Number(SettingCatalogue.StaffInviteDays, cancellationToken);
            var staff = ShopStaff.Invite(shop.Id, new StaffInvitation(request.Name, to.Value, Session.Hash(secret), request.Rights), shop.Actor, TimeSpan.FromDays(days), now);
            db.ShopStaff.Add(staff);
            await Send(shop, staff, to, secret, cancellationToken);
            return Unit.Value;
        }

        async Task Check(ShopPost shop, Contact to, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var open = await db.ShopStaff.Where(s => s.StoreId == shop.Id && StaffMoves.Open.Contains(s.State)).Select(s => new { s.Contact, s.UserId }).ToListAsync(cancellationToken);
            var reached = await db.Users.AsNoTracking().ReachedAt(to).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken);
            if (reached == shop.Owner.Value)
            {
                throw new RuleBroken("staff.own_shop", "Ini surel atau nomor Anda sendiri. Undang orang lain.");
            }

            if (open.Exists(s => s.Contact == to.Value || (reached is { } id && s.UserId == new UserId(id))))
            {
                throw new RuleBroken("staff.invited", "Orang ini sudah diundang atau sudah menjadi staf toko Anda. Ubah haknya pada daftar.");
            }

            var most = await settings.Number(SettingCatalogue.StaffMost, cancellationToken);
            if (open.Count >= most)
            {
                throw new RuleBroken("staff.most", $"Satu toko paling banyak {most} staf, termasuk undangan yang belum dijawab. Akhiri yang tidak perlu lagi.");
            }

            var since = now.AddDays(-1);
            if (await db.ShopStaff.CountAsync(s => s.StoreId == shop.Id && s.InvitedAt > since, cancellationToken) >= MostPerDay)
            {
                throw new RuleBroken("staff.too_many", "Undangan hari ini sudah terlalu banyak. Coba lagi besok.");
            }
        }

        /// <summary>The link to where it was sent; and under the bell, where the person has an account.</summary>
        async Task Send(ShopPost shop, ShopStaff staff, Contact to, string secret, CancellationToken cancellationToken)
        {
            var store = await db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Name).SingleAsync(cancellationToken);
            var owner = await db.Users.Where(u => u.Id == shop.Owner.Value).Select(u => u.FullName).SingleAsync(cancellationToken);
            var page = $"/akun/undangan/{staff.Id.Value}";
            var subject = StaffTexts.InvitationSubject(store);
            var body = StaffTexts.InvitationBody(owner, store, staff.Rights, site.Of($"{page}?kode={secret}"), staff.LapsesAt);
            db.Messages.Add(new Message(to.Channel, to.Value, subject, body, staff.InvitedAt));
            if (await db.Users.AsNoTracking().ReachedAt(to).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken) is { } person)
            {
                db.Notifications.Add(new Notification(new UserId(person), subject, $"{owner} mengundang Anda membantu {store}. Terima atau tolak di halaman ini.", page, staff.InvitedAt));
            }
        }
    }
}

/// <summary>One at a time changes who works for a shop.</summary>
static class StaffTurn
{
    public static string Of(StoreId store) => $"staff of {store.Value}";
}
