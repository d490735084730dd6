using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>What was asked about a product on display, the newest first.</summary>
public sealed record ListQuestions(string Slug, int Page = 1) : IQuery<ProductQuestions>
{
    const int PageSize = 10;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListQuestions, ProductQuestions>
    {
        public async Task<ProductQuestions> Handle(ListQuestions request, CancellationToken cancellationToken)
        {
            var product = await db.Shown(request.Slug, cancellationToken);
            var page = await db.Questions.Of(product.Id).OrderByDescending(q => q.WrittenAt).ThenBy(q => q.Id).ToPage(request.Page, PageSize, cancellationToken);
            return new ProductQuestions(product, new PageOf<QuestionRow>([.. page.Rows.Select(QuestionRow.Of)], page.Number, page.Size, page.Total));
        }
    }
}

public sealed record ProductQuestions(TalkedProduct Product, PageOf<QuestionRow> Questions);

/// <summary>A question as everyone reads it.</summary>
public sealed record QuestionRow(QuestionId Id, string Author, string Text, DateTimeOffset AskedAt, ShopAnswer? Answer)
{
    public static QuestionRow Of(Question question) => new(question.Id, question.AuthorName, question.Text, question.WrittenAt, ShopAnswer.Of(question));
}
