using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>The work is done and the buyer is not there to tell the code: what was done, and a photo, which is cleaned before the transaction.</summary>
public sealed record FinishWorkWithPhoto(string Number, string Note, Stream Photo) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, IPictures pictures, IPrivateFiles files, SettingsInForce settings, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<FinishWorkWithPhoto>
    {
        public async Task<Unit> Handle(FinishWorkWithPhoto request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var sold = db.Orders.SoldBy(seller, db.Stores);

            // Before any work is done for a photo that would be refused.
            (await sold.AsNoTracking().Load(request.Number, cancellationToken)).CheckHandover(request.Note);
            var photo = await pictures.Clean(request.Photo, cancellationToken);
            await files.SaveFor([photo], keys => unitOfWork.Run(async () =>
            {
                var order = await sold.Load(request.Number, cancellationToken);
                order.FinishServiceWithProof(Actor.Seller(seller.Value), request.Note, keys[0], await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            }, cancellationToken), key => db.Orders.AnyAsync(o => o.DeliveryProof == key, CancellationToken.None), cancellationToken);
            return Unit.Value;
        }
    }
}
