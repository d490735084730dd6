using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>The buyer gave the goods to a courier: its number, photos, and the receipt of what she laid out. Photos are cleaned before the transaction.</summary>
/// <param name="Receipt">Photo of the receipt; null where nothing is given back.</param>
public sealed record SendReturn(string Return, ReturnParcel Parcel, Stream? Receipt, IReadOnlyList<Stream> Photos) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, IPictures pictures, IPrivateFiles files, SettingsInForce settings, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<SendReturn>
    {
        public async Task<Unit> Handle(SendReturn request, CancellationToken cancellationToken)
        {
            // Before any work is done for photos that would be refused.
            (await db.GoodsReturns.AsNoTracking().BoughtBy(user.Require()).Load(request.Return, cancellationToken))
                .CheckSending(request.Parcel, request.Receipt is not null, request.Photos.Count, await settings.ReturnTerms(cancellationToken));
            IEnumerable<Stream> uploads = request.Receipt is { } receipt ? [receipt, .. request.Photos] : request.Photos;
            await files.SaveFor(
                await pictures.CleanAll(uploads, cancellationToken),
                keys => unitOfWork.Run(() => Send(request, keys, cancellationToken), cancellationToken),
                db.IsReturnPhoto,
                cancellationToken);
            return Unit.Value;
        }

        async Task Send(SendReturn request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var goods = await db.GoodsReturns.BoughtBy(me).Load(request.Return, cancellationToken);
            var receipt = request.Receipt is null ? null : keys[0];
            goods.Send(Actor.Buyer(me.Value), request.Parcel, receipt, [.. keys.Skip(receipt is null ? 0 : 1)], await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
        }
    }
}

static class ReturnPhotos
{
    public static async Task<IReadOnlyList<Picture>> CleanAll(this IPictures pictures, IEnumerable<Stream> uploads, CancellationToken cancellationToken)
    {
        var cleaned = new List<Picture>();
        foreach (var upload in uploads)
        {
            cleaned.Add(await pictures.Clean(upload, cancellationToken));
        }

        return cleaned;
    }

    /// <summary>Whether some return names this file.</summary>
    public static async Task<bool> IsReturnPhoto(this IKomejiDb db, string key) =>
        await db.GoodsReturns.AnyAsync(r => r.FreightProof == key || r.Photos.Any(p => p.FileKey == key), CancellationToken.None);
}
