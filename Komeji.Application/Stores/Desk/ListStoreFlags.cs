using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Desk;

/// <summary>Open shops with words to look at, the oldest first; or those whose flag was answered, the latest first, with by whom and how.</summary>
/// <param name="Words">In the name of the shop.</param>
public sealed record ListStoreFlags(bool Answered = false, string? Words = null, int Page = 1) : IQuery<PageOf<StoreFlagRow>>
{
    const int PageSize = 20;

    static readonly IReadOnlyList<string> Answers = ["store.flag_passed", "store.flag_gone", "store.suspended", "store.closed"];

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListStoreFlags, PageOf<StoreFlagRow>>
    {
        public async Task<PageOf<StoreFlagRow>> Handle(ListStoreFlags request, CancellationToken cancellationToken)
        {
            var stores = (request.Words?.Trim() is { Length: > 0 } words ? db.StoresNamed(words) : db.Stores).AsNoTracking();
            var asked = request.Answered
                ? stores.Where(s => s.FlaggedAt != null && s.FlagEndedAt != null).OrderByDescending(s => s.FlagEndedAt).ThenBy(s => s.Id)
                : stores.Flagged().OrderBy(s => s.FlaggedAt).ThenBy(s => s.Id);
            var page = await asked.Select(s => new StoreFlagRow(s.Id, s.Name, s.State, s.FlaggedWords, s.Description, s.FlaggedAt!.Value, s.FlagEndedAt)).ToPage(request.Page, PageSize, cancellationToken);
            return request.Answered ? await WithAnswers(page, cancellationToken) : page;
        }

        async Task<PageOf<StoreFlagRow>> WithAnswers(PageOf<StoreFlagRow> page, CancellationToken cancellationToken)
        {
            var ids = page.Rows.Select(r => r.Id.Value).ToList();
            var steps = await db.StateChanges.AsNoTracking().Where(c => ids.Contains(c.SubjectId) && Answers.Contains(c.ReasonCode)).OrderBy(c => c.Id)
                .Select(c => new { c.SubjectId, c.ReasonCode, c.ActorId, c.At }).ToListAsync(cancellationToken);
            var names = await db.NamesOf(steps.Select(c => c.ActorId), cancellationToken);
            return page with { Rows = [.. page.Rows.Select(r => steps.FirstOrDefault(c => c.SubjectId == r.Id.Value && c.At >= r.FlaggedAt) is { } step
                ? r with { Answer = step.ReasonCode, By = names.GetValueOrDefault(step.ActorId ?? default, "") }
                : r)] };
        }
    }
}

public sealed record StoreFlagRow(StoreId Id, string Name, StoreState State, string Words, string Description, DateTimeOffset FlaggedAt, DateTimeOffset? EndedAt)
{
    /// <summary>The step that answered it; empty while it waits.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Name of whose step it was.</summary>
    public string By { get; init; } = "";
}

static class FlaggedStores
{
    /// <summary>One that is suspended meanwhile sells nothing; it is looked at for that.</summary>
    public static IQueryable<Store> Flagged(this IQueryable<Store> stores) => stores.Where(s => s.FlaggedAt != null && s.FlagEndedAt == null && s.State == StoreState.Active);
}
