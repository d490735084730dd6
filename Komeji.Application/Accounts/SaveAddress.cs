using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>
/// Adds an address of mine, or changes one. An empty postal code is filled from the village; another one than the village's is
/// kept, since the table knows some only approximately, and the answer says so.
/// </summary>
/// <param name="Id">Null adds one.</param>
/// <exception cref="RuleBroken"><c>address.village</c>, <c>address.too_many</c>, and what <see cref="Address.Change"/> refuses</exception>
public sealed record SaveAddress(AddressId? Id, AddressFacts Facts) : ICommand<SavedAddress>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveAddress, SavedAddress>
    {
        public async Task<SavedAddress> Handle(SaveAddress request, CancellationToken cancellationToken)
        {
            var village = await db.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == request.Facts.VillageCode && r.Level == RegionLevel.Village, cancellationToken)
                ?? throw new RuleBroken("address.village", "Pilih kelurahan atau desa: ketik namanya lalu pilih dari hasilnya, atau telusuri dari provinsi.");
            var typed = request.Facts.PostalCode.Trim();
            var facts = request.Facts with { PostalCode = typed.Length == 0 ? village.PostalCode ?? "" : typed };
            var address = request.Id is { } id ? await Change(id, facts, cancellationToken) : await Add(facts, cancellationToken);
            return new SavedAddress(address.Id, facts.PostalCode == village.PostalCode ? null : village.PostalCode);
        }

        async Task<Address> Change(AddressId id, AddressFacts facts, CancellationToken cancellationToken)
        {
            var address = await db.Addresses.Mine(user, id, cancellationToken);
            address.Change(facts);
            return address;
        }

        async Task<Address> Add(AddressFacts facts, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"addresses of {user.Require().Value}", cancellationToken);
            var count = await db.Addresses.OwnedBy(user).CountAsync(cancellationToken);
            if (count >= Address.MostPerPerson)
            {
                throw new RuleBroken("address.too_many", $"Anda sudah menyimpan {Address.MostPerPerson} alamat. Hapus yang tidak dipakai, lalu tambahkan lagi.");
            }

            var address = Address.Of(user.Require(), facts, clock.GetUtcNow());
            if (count == 0)
            {
                address.MakeDefault();
            }

            db.Addresses.Add(address);
            return address;
        }
    }
}

/// <param name="PostalCodeOfVillage">The village's own postal code where another one was typed; else null.</param>
public sealed record SavedAddress(AddressId Id, string? PostalCodeOfVillage);
