using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>The address a checkout starts with; there is one at most.</summary>
public sealed record MakeAddressDefault(AddressId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<MakeAddressDefault>
    {
        public async Task<Unit> Handle(MakeAddressDefault request, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"addresses of {user.Require().Value}", cancellationToken);
            var chosen = await db.Addresses.Mine(user, request.Id, cancellationToken);
            foreach (var other in await db.Addresses.OwnedBy(user).Where(a => a.IsDefault && a.Id != request.Id).ToListAsync(cancellationToken))
            {
                other.NoLongerDefault();
            }

            chosen.MakeDefault();
            return Unit.Value;
        }
    }
}
