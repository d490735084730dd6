using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Fees;

/// <summary>What shops said to raised fees, newest first: for those who decide them.</summary>
public sealed record ListFeeAnswers(int Page) : IQuery<PageOf<GivenFeeAnswer>>
{
    const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db, FeesInForce fees) : IRequestHandler<ListFeeAnswers, PageOf<GivenFeeAnswer>>
    {
        public async Task<PageOf<GivenFeeAnswer>> Handle(ListFeeAnswers request, CancellationToken cancellationToken)
        {
            var rates = (await fees.Versions(cancellationToken)).ToDictionary(v => v.Id, v => v.Rate);
            var page = Math.Clamp(request.Page, 1, Paging.LastPage);
            var answers =
                from answer in db.FeeAnswers
                join store in db.Stores on answer.StoreId equals store.Id
                orderby answer.Id descending
                select new { answer.At, store.Name, store.Slug, answer.Version, answer.Agreed, answer.Reason };
            var rows = await answers.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            return new PageOf<GivenFeeAnswer>(
                [.. rows.Select(r => new GivenFeeAnswer(r.At, r.Name, r.Slug, rates.GetValueOrDefault(r.Version), r.Agreed, r.Reason))],
                page, PageSize, await answers.CountAsync(cancellationToken));
        }
    }
}

public sealed record GivenFeeAnswer(DateTimeOffset At, string StoreName, string StoreSlug, BasisPoints Rate, bool Agreed, string Reason);
