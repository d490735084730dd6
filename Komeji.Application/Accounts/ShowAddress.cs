using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>One of my addresses, to change it.</summary>
public sealed record ShowAddress(AddressId Id) : IQuery<AddressFacts>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowAddress, AddressFacts>
    {
        public async Task<AddressFacts> Handle(ShowAddress request, CancellationToken cancellationToken)
        {
            var address = await db.Addresses.AsNoTracking().Mine(user, request.Id, cancellationToken);
            return new AddressFacts(
                address.Label, address.Recipient, address.Phone, address.Street, address.RtRw, address.Hamlet, address.VillageCode, address.PostalCode, address.Landmark);
        }
    }
}
