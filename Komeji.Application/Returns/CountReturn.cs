using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>
/// The shop counts what came back and in which condition; fewer pieces than were sent need a reason and photos. Photos are cleaned before
/// the transaction.
/// </summary>
public sealed record CountReturn(string Return, IReadOnlyDictionary<OrderLineId, ReturnCount> Found, string Reason, IReadOnlyList<Stream> Photos) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IPictures pictures, IPrivateFiles files, SettingsInForce settings, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<CountReturn>
    {
        public async Task<Unit> Handle(CountReturn request, CancellationToken cancellationToken)
        {
            // Before any work is done for photos that would be refused.
            (await db.GoodsReturns.AsNoTracking().SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Load(request.Return, cancellationToken))
                .CheckCount(request.Found, request.Reason, request.Photos.Count);
            await files.SaveFor(
                await pictures.CleanAll(request.Photos, cancellationToken),
                keys => unitOfWork.Run(() => Count(request, keys, cancellationToken), cancellationToken),
                db.IsReturnPhoto,
                cancellationToken);
            return Unit.Value;
        }

        async Task Count(CountReturn request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var goods = await db.GoodsReturns.SoldBy(shop).Load(request.Return, cancellationToken);
            goods.Count(shop.Actor, request.Found, request.Reason, keys, await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
        }
    }
}
