using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>The shop replies to a review, once, or changes the reply while it may.</summary>
/// <exception cref="RuleBroken"><c>text.*</c>, <c>answer.*</c></exception>
public sealed record ReplyToReview(ReviewId Id, string Text) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ShopAnswers answers) : IRequestHandler<ReplyToReview>
    {
        public async Task<Unit> Handle(ReplyToReview request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Products, cancellationToken);
            var review = await db.Reviews.SingleOrDefaultAsync(r => r.Id == request.Id && r.StoreId == shop.Id, cancellationToken) ?? throw new NotFound();
            await answers.Say(review, shop, request.Text, (store, _) => TalkTexts.Replied(store, review), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>The shop answers a question for everyone, or changes the answer while it may.</summary>
/// <exception cref="RuleBroken"><c>text.*</c>, <c>answer.*</c></exception>
public sealed record AnswerQuestion(QuestionId Id, string Text) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ShopAnswers answers) : IRequestHandler<AnswerQuestion>
    {
        public async Task<Unit> Handle(AnswerQuestion request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Products, cancellationToken);
            var question = await db.Questions.SingleOrDefaultAsync(q => q.Id == request.Id && q.StoreId == shop.Id, cancellationToken) ?? throw new NotFound();
            await answers.Say(question, shop, request.Text, (store, product) => TalkTexts.Answered(store, product, question.Id), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>Puts the shop's words under what was said, and tells whoever said it of the first of them.</summary>
sealed class ShopAnswers(IKomejiDb db, SettingsInForce settings, Notifier notifier, StalePages stale, TimeProvider clock)
{
    /// <param name="news">By the names of the shop and the product.</param>
    public async Task Say(ProductTalk talk, ShopPost shop, string text, Func<string, string, Notice> news, CancellationToken cancellationToken)
    {
        var editTime = TimeSpan.FromDays(await settings.Number(SettingCatalogue.AnswerEditDays, cancellationToken));
        var isFirst = talk.SayAnswer(text, new UserId(shop.Actor.UserId!.Value), editTime, clock.GetUtcNow());
        var product = await db.Products.Where(p => p.Id == talk.ProductId).Select(p => new { p.Name, p.Slug }).SingleAsync(cancellationToken);
        stale.Product(product.Slug);
        if (isFirst)
        {
            var store = await db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Name).SingleAsync(cancellationToken);
            await notifier.Tell(talk.AuthorId, news(store, product.Name), cancellationToken);
        }
    }
}
