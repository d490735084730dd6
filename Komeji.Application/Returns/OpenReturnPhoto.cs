using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>A photo of a return: of what was sent, of what came, or of the freight's receipt. The two sides and the staff see it.</summary>
/// <param name="Place">From 1; 0 is the receipt.</param>
public sealed record OpenReturnPhoto(string Return, OrderOnlooker Onlooker, int Place) : IQuery<DeliveryProof>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk, IPrivateFiles files) : IRequestHandler<OpenReturnPhoto, DeliveryProof>
    {
        /// <exception cref="NotFound">No such return of theirs, or none with this photo.</exception>
        public async Task<DeliveryProof> Handle(OpenReturnPhoto request, CancellationToken cancellationToken)
        {
            var returns = (await db.ReturnsSeenBy(request.Onlooker, user, desk, cancellationToken)).Where(r => r.Number == request.Return);
            var key = request.Place == 0
                ? await returns.Select(r => r.FreightProof).SingleOrDefaultAsync(cancellationToken)
                : await returns.SelectMany(r => r.Photos).Where(p => p.Place == request.Place).Select(p => p.FileKey).SingleOrDefaultAsync(cancellationToken);
            return key is not null && await files.Open(key, cancellationToken) is { } photo ? new DeliveryProof(key, photo) : throw new NotFound();
        }
    }
}
