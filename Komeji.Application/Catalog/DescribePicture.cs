using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>Says what a picture shows, for buyers who cannot see it.</summary>
public sealed record DescribePicture(ProductId Id, PictureId Picture, string Words) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<DescribePicture>
    {
        public async Task<Unit> Handle(DescribePicture request, CancellationToken cancellationToken)
        {
            (await db.Mine(desk, request.Id, cancellationToken)).DescribePicture(request.Picture, request.Words, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
