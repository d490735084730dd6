using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>Takes a picture off one's review while it may be changed. Its file goes with those no row names.</summary>
/// <exception cref="RuleBroken"><c>review.hidden</c>, <c>review.too_late</c></exception>
public sealed record RemoveReviewPicture(OrderLineId Line, PictureId Picture) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, IFiles files, StalePages stale, TimeProvider clock) : IRequestHandler<RemoveReviewPicture>
    {
        public async Task<Unit> Handle(RemoveReviewPicture request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            await db.TakeTurn(WritersTurn.Of(me), cancellationToken);
            var review = await db.Reviews.Include(r => r.Pictures).SingleOrDefaultAsync(r => r.LineId == request.Line && r.AuthorId == me, cancellationToken) ?? throw new NotFound();
            if (review.Pictures.FirstOrDefault(p => p.Id == request.Picture) is { } picture)
            {
                await files.Touch(picture.FileKey, cancellationToken);
            }

            review.RemovePicture(request.Picture, clock.GetUtcNow());
            stale.Product(await db.SlugOf(review.ProductId, cancellationToken));
            return Unit.Value;
        }
    }
}
