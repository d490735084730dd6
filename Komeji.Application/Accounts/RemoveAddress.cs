using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Hides an address; orders keep their own copy. When it was the default, the newest other one becomes it.</summary>
public sealed record RemoveAddress(AddressId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RemoveAddress>
    {
        public async Task<Unit> Handle(RemoveAddress request, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"addresses of {user.Require().Value}", cancellationToken);
            var address = await db.Addresses.Mine(user, request.Id, cancellationToken);
            if (address.IsDefault)
            {
                var next = await db.Addresses.OwnedBy(user).Where(a => a.Id != request.Id).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);
                next?.MakeDefault();
            }

            address.Remove(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
