using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

/// <summary>A person looked: the listing may stay.</summary>
public sealed record ClearListing(ListingFlagId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ClearListing>
    {
        public async Task<Unit> Handle(ClearListing request, CancellationToken cancellationToken)
        {
            var flag = await db.ListingFlags.SingleOrDefaultAsync(f => f.Id == request.Id, cancellationToken) ?? throw new NotFound();
            flag.Clear(user.Require(), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
