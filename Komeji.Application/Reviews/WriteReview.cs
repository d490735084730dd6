using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>
/// A buyer reviews a line of a completed order, or changes the review while she may. Pictures are cleaned before the transaction, as a
/// listing's are.
/// </summary>
/// <param name="Uploads">More pictures; those there are stay.</param>
/// <exception cref="RuleBroken"><c>review.*</c>, <c>text.*</c>, <c>picture.*</c></exception>
public sealed record WriteReview(OrderLineId Line, int Stars, string Text, IReadOnlyList<PictureUpload> Uploads) : ICommand, ISelfTransacting
{
    internal sealed class Handler(
        IKomejiDb db, ICurrentUser user, ReviewRules rules, SettingsInForce settings, IPictures pictures, IFiles files, NamedFiles names, Notifier notifier, StalePages stale, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<WriteReview>
    {
        public async Task<Unit> Handle(WriteReview request, CancellationToken cancellationToken)
        {
            await Check(request, cancellationToken);
            var cleaned = await pictures.CleanAll(request.Uploads, cancellationToken);
            await files.SaveFor(
                cleaned,
                keys => unitOfWork.Run(() => Write(request, cleaned, keys, cancellationToken), cancellationToken),
                async key => (await names.Of([key], CancellationToken.None)).Count > 0,
                cancellationToken);
            return Unit.Value;
        }

        /// <summary>Before any work is done for pictures that would be refused.</summary>
        async Task Check(WriteReview request, CancellationToken cancellationToken)
        {
            var (order, line) = await db.Bought(user.Require(), request.Line, cancellationToken);
            var written = await db.Reviews.AsNoTracking().Include(r => r.Pictures).SingleOrDefaultAsync(r => r.LineId == request.Line, cancellationToken);
            if (written is null)
            {
                await rules.Subject(order, line, cancellationToken);
            }
            else
            {
                written.RequireEditable(clock.GetUtcNow());
            }

            PublicWords.Require(request.Text, 0, Review.LongestText);
            Review.CheckPictures((written?.Pictures.Count ?? 0) + request.Uploads.Count);
        }

        async Task Write(WriteReview request, IReadOnlyList<Picture> cleaned, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var me = user.Require();
            await db.TakeTurn(WritersTurn.Of(me), cancellationToken);
            var now = clock.GetUtcNow();
            var review = await db.Reviews.Include(r => r.Pictures).SingleOrDefaultAsync(r => r.LineId == request.Line, cancellationToken);
            if (review is null)
            {
                review = await First(request, me, now, cancellationToken);
            }
            else
            {
                review.Rewrite(request.Stars, request.Text, now);
            }

            foreach (var (picture, key) in cleaned.Zip(keys))
            {
                review.AddPicture(key, picture.Width, picture.Height, now);
            }

            stale.Product(await db.SlugOf(review.ProductId, cancellationToken));
        }

        async Task<Review> First(WriteReview request, UserId me, DateTimeOffset now, CancellationToken cancellationToken)
        {
            await rules.RequireNotTooOften(me, cancellationToken);
            var (order, line) = await db.Bought(me, request.Line, cancellationToken);
            var editTime = TimeSpan.FromDays(await settings.Number(SettingCatalogue.ReviewEditDays, cancellationToken));
            var review = Review.Write(await rules.Subject(order, line, cancellationToken), request.Stars, request.Text, editTime, now);
            db.Reviews.Add(review);
            await notifier.TellShop(db, review.StoreId, TalkTexts.Reviewed(review), cancellationToken);
            return review;
        }
    }
}
