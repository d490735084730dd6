using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Staff;

/// <summary>Who works for the owner's shop, who was asked, and who did before.</summary>
public sealed record ListStaff : IQuery<StaffPage>
{
    const int MostPast = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings) : IRequestHandler<ListStaff, StaffPage>
    {
        public async Task<StaffPage> Handle(ListStaff request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var all = db.ShopStaff.AsNoTracking().Where(s => s.StoreId == shop.Id);
            var open = await all.Where(s => StaffMoves.Open.Contains(s.State)).OrderBy(s => s.InvitedAt).ToListAsync(cancellationToken);
            var past = await all.Where(s => !StaffMoves.Open.Contains(s.State)).OrderByDescending(s => s.InvitedAt).Take(MostPast).ToListAsync(cancellationToken);
            var people = open.Concat(past).Select(s => s.UserId).OfType<UserId>().Select(id => id.Value).ToList();
            var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
            StaffRow Row(ShopStaff s) => new(
                s.Id, s.Name, s.UserId is { } id ? names.GetValueOrDefault(id.Value) : null, Contact.Read(s.Contact)?.Show() ?? s.Contact, s.Rights, s.State, s.InvitedAt, s.LapsesAt, s.AnsweredAt, s.EndedAt);
            return new StaffPage([.. open.Select(Row)], [.. past.Select(Row)], (int)await settings.Number(SettingCatalogue.StaffMost, cancellationToken));
        }
    }
}

/// <param name="Open">Asked or working.</param>
/// <param name="Most">How many a shop may have.</param>
public sealed record StaffPage(IReadOnlyList<StaffRow> Open, IReadOnlyList<StaffRow> Past, int Most);

/// <param name="Name">As the owner calls the person.</param>
/// <param name="Account">As the person's account is called; null before the person answered.</param>
public sealed record StaffRow(
    StaffId Id, string Name, string? Account, string Contact, ShopRights Rights, StaffState State, DateTimeOffset InvitedAt, DateTimeOffset LapsesAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt);
