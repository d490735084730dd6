using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>Somebody no longer keeps a point; from the next request on they see nothing of it. The last one closes it.</summary>
public sealed record DismissKeeper(PointId Id, UserId Person) : ICommand
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<DismissKeeper>
    {
        public async Task<Unit> Handle(DismissKeeper request, CancellationToken cancellationToken)
        {
            var point = await db.PickupPoints.Include(p => p.Keepers).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFound();
            point.Dismiss(request.Person);
            return Unit.Value;
        }
    }
}
