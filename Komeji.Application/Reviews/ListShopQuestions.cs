using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>Questions about the shop's products: those that wait, the oldest first; or all, the newest first.</summary>
public sealed record ListShopQuestions(bool Unanswered = true, int Page = 1) : IQuery<PageOf<ShopQuestionRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<ListShopQuestions, PageOf<ShopQuestionRow>>
    {
        public async Task<PageOf<ShopQuestionRow>> Handle(ListShopQuestions request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Products, cancellationToken)).Id;
            var questions = db.Questions.AsNoTracking().Where(q => q.StoreId == shop);
            var asked = request.Unanswered
                ? questions.Unanswered().OrderBy(q => q.WrittenAt).ThenBy(q => q.Id)
                : questions.OrderByDescending(q => q.WrittenAt).ThenBy(q => q.Id);
            var page = await asked.ToPage(request.Page, PageSize, cancellationToken);
            var products = page.Rows.Select(q => q.ProductId).Distinct().ToList();
            var names = await db.Products.Where(p => products.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Slug }).ToDictionaryAsync(p => p.Id, cancellationToken);
            var told = await db.Told([.. page.Rows.Select(q => q.Id.Value)], cancellationToken);
            var now = clock.GetUtcNow();
            var rows = page.Rows.Select(q => new ShopQuestionRow(
                q.Id, names[q.ProductId].Name, names[q.ProductId].Slug, q.AuthorName, q.Text, q.WrittenAt, q.IsHidden,
                MyAnswer.Of(q, told.FirstOrDefault(c => c.Kind == TextKind.QuestionAnswer && c.TalkId == q.Id.Value), now)));
            return new PageOf<ShopQuestionRow>([.. rows], page.Number, page.Size, page.Total);
        }
    }
}

public sealed record ShopQuestionRow(QuestionId Id, string Product, string Slug, string Author, string Text, DateTimeOffset AskedAt, bool IsHidden, MyAnswer Answer);

static class WaitingQuestions
{
    public static IQueryable<Question> Unanswered(this IQueryable<Question> questions) => questions.Where(q => q.AnsweredAt == null && !q.IsHidden);
}
