using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>What a product's page shows of its reviews and questions: the numbers, and the newest few.</summary>
/// <param name="Name">What the listing is called now.</param>
public sealed record GlanceAtTalk(ProductId Id, string Name) : IQuery<TalkGlance>
{
    const int Few = 3;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<GlanceAtTalk, TalkGlance>
    {
        public async Task<TalkGlance> Handle(GlanceAtTalk request, CancellationToken cancellationToken)
        {
            var reviews = await db.Reviews.Of(request.Id).OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id).Take(Few).Include(r => r.Pictures).ToListAsync(cancellationToken);
            var asked = db.Questions.Of(request.Id);
            var questions = await asked.OrderBy(q => q.AnsweredAt == null).ThenByDescending(q => q.WrittenAt).ThenBy(q => q.Id).Take(Few).ToListAsync(cancellationToken);
            return new TalkGlance(
                await db.StarsOf(request.Id, cancellationToken),
                reviews.Count == 0 ? [] : await db.Rows(reviews, request.Name, cancellationToken),
                await asked.CountAsync(cancellationToken),
                questions.ConvertAll(QuestionRow.Of));
        }
    }
}

/// <param name="Asked">How many questions there are.</param>
public sealed record TalkGlance(StarCounts Stars, IReadOnlyList<ReviewRow> Reviews, int Asked, IReadOnlyList<QuestionRow> Questions);
