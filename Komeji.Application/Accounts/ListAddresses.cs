using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>My addresses, the default one first.</summary>
public sealed record ListAddresses : IQuery<IReadOnlyList<AddressRow>>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListAddresses, IReadOnlyList<AddressRow>>
    {
        public async Task<IReadOnlyList<AddressRow>> Handle(ListAddresses request, CancellationToken cancellationToken) =>
            await db.Addresses.OwnedBy(user).AsNoTracking()
                .OrderByDescending(a => a.IsDefault).ThenByDescending(a => a.Id)
                .Join(db.Regions, a => a.VillageCode, r => r.Code, (a, r) => new AddressRow(
                    a.Id, a.Label, a.Recipient, a.Phone, a.Street, a.RtRw, a.Hamlet, a.VillageCode, r.FullName, a.PostalCode, a.Landmark, a.IsDefault))
                .ToListAsync(cancellationToken);
    }
}

/// <param name="Region">Village, district, regency and province in words.</param>
public sealed record AddressRow(
    AddressId Id,
    string Label,
    string Recipient,
    string Phone,
    string Street,
    string RtRw,
    string Hamlet,
    string VillageCode,
    string Region,
    string PostalCode,
    string Landmark,
    bool IsDefault)
{
    public string StreetLine => Address.StreetLineOf(Street, RtRw, Hamlet);

    public string TimeZone => IndonesianTime.Of(VillageCode).Name;
}

static class OwnAddresses
{
    /// <summary>The person's addresses that are not removed.</summary>
    public static IQueryable<Address> OwnedBy(this IQueryable<Address> addresses, ICurrentUser user)
    {
        var owner = user.Require();
        return addresses.Where(a => a.OwnerId == owner && a.RemovedAt == null);
    }

    /// <exception cref="NotFound">Not there, not mine, or removed.</exception>
    public static async Task<Address> Mine(this IQueryable<Address> addresses, ICurrentUser user, AddressId id, CancellationToken cancellationToken) =>
        await addresses.OwnedBy(user).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new NotFound();
}
