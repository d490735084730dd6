using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Everything staff may know of one person: what is not for everyone is masked, of each list the newest.</summary>
/// <exception cref="NotFound">No such person, or not of the call centre.</exception>
public sealed record ShowCasePerson(Guid Id, int NotesPage = 1) : IQuery<CasePerson>
{
    const int Notes = 10;

    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, CaseParts parts) : IRequestHandler<ShowCasePerson, CasePerson>
    {
        public async Task<CasePerson> Handle(ShowCasePerson request, CancellationToken cancellationToken)
        {
            var officer = desk.Officer();
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var lists = new Dictionary<CasePart, PageOf<CaseRow>>();
            foreach (var part in Enum.GetValues<CasePart>())
            {
                lists[part] = await parts.Read(user, part, 1, CaseParts.Few, cancellationToken);
            }

            return new CasePerson(
                user.Id, user.FullName, Masked.Contact(user.Email), Masked.Contact(user.PhoneNumber), user.RegisteredAt, user.BannedAt, user.TwoFactorEnabled, officer.UserId == user.Id,
                await Shop(new UserId(user.Id), cancellationToken), await Addresses(new UserId(user.Id), cancellationToken), lists,
                await db.NotesOn(user.Id, request.NotesPage, Notes, cancellationToken));
        }

        async Task<CaseShop?> Shop(UserId person, CancellationToken cancellationToken)
        {
            if (await parts.ShopOf(person, cancellationToken) is not { } store)
            {
                return null;
            }

            var profile = await db.LegalProfiles.AsNoTracking().Where(p => p.OwnerId == person).Select(p => new { p.Bank, p.Account, p.AccountHolder }).SingleOrDefaultAsync(cancellationToken);
            return new CaseShop(store.Name, store.Slug, store.State, store.OnHoliday, store.OpenedAt, profile?.Bank ?? "", profile?.Account ?? "", profile?.AccountHolder ?? "");
        }

        async Task<IReadOnlyList<CaseAddress>> Addresses(UserId person, CancellationToken cancellationToken) =>
        [
            .. (await db.Addresses.AsNoTracking().Where(a => a.OwnerId == person && a.RemovedAt == null).OrderByDescending(a => a.IsDefault).ThenByDescending(a => a.Id)
                .Select(a => new { a.Label, a.Phone, a.PostalCode, Region = db.Regions.Where(r => r.Code == a.VillageCode).Select(r => r.FullName).FirstOrDefault() }).ToListAsync(cancellationToken))
            .Select(a => new CaseAddress(a.Label, Masked.Contact(a.Phone), a.Region ?? "", a.PostalCode)),
        ];
    }
}

/// <param name="Email">Masked, as the number is; empty when there is none.</param>
/// <param name="IsMe">Somebody else serves it.</param>
public sealed record CasePerson(
    Guid Id, string Name, string Email, string Phone, DateTimeOffset RegisteredAt, DateTimeOffset? BannedAt, bool HasSecondFactor, bool IsMe,
    CaseShop? Shop, IReadOnlyList<CaseAddress> Addresses, IReadOnlyDictionary<CasePart, PageOf<CaseRow>> Lists, PageOf<CaseNoteRow> Notes);

/// <param name="Account">Masked; empty when none is named.</param>
public sealed record CaseShop(string Name, string Slug, StoreState State, bool OnHoliday, DateTimeOffset OpenedAt, string Bank, string Account, string Holder);

/// <param name="Phone">Masked; the street is left out.</param>
public sealed record CaseAddress(string Label, string Phone, string Region, string PostalCode);
