using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>The operator offers a point to buyers, or no longer does; what waits there is handed over all the same.</summary>
/// <exception cref="RuleBroken"><c>point.no_keeper</c></exception>
public sealed record SetPointOpen(PointId Id, bool Open) : ICommand
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<SetPointOpen>
    {
        public async Task<Unit> Handle(SetPointOpen request, CancellationToken cancellationToken)
        {
            var point = await db.PickupPoints.Include(p => p.Keepers).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFound();
            if (request.Open)
            {
                point.Reopen();
            }
            else
            {
                point.Close();
            }

            return Unit.Value;
        }
    }
}
