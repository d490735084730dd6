using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Makes a picture the one the grid shows.</summary>
public sealed record LeadWithPicture(ProductId Id, PictureId Picture) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<LeadWithPicture>
    {
        public async Task<Unit> Handle(LeadWithPicture request, CancellationToken cancellationToken)
        {
            (await db.Mine(desk, request.Id, cancellationToken)).LeadWith(request.Picture, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
