using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>What the person asked, the newest first.</summary>
public sealed record ListMyQuestions(int Page = 1) : IQuery<PageOf<MyQuestionRow>>
{
    const int PageSize = 10;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListMyQuestions, PageOf<MyQuestionRow>>
    {
        public async Task<PageOf<MyQuestionRow>> Handle(ListMyQuestions request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var page = await (from q in db.Questions.AsNoTracking()
                              where q.AuthorId == me
                              join p in db.Products on q.ProductId equals p.Id
                              orderby q.WrittenAt descending, q.Id
                              select new { Question = q, p.Name, p.Slug }).ToPage(request.Page, PageSize, cancellationToken);
            var told = await db.Told([.. page.Rows.Select(r => r.Question.Id.Value)], cancellationToken);
            return new PageOf<MyQuestionRow>(
                [.. page.Rows.Select(r => new MyQuestionRow(QuestionRow.Of(r.Question), r.Name, r.Slug, told.FirstOrDefault(c => c.Kind == TextKind.Question && c.TalkId == r.Question.Id.Value)))],
                page.Number, page.Size, page.Total);
        }
    }
}

/// <param name="Hidden">What became of it with an officer; null when nobody hid it.</param>
public sealed record MyQuestionRow(QuestionRow Question, string Product, string Slug, ToldCase? Hidden);
