using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Fees;

/// <summary>The fee of the seller's shop, with every version there was, newest first.</summary>
public sealed record ShowMyFees : IQuery<MyFees>
{
    internal sealed class Handler(IKomejiDb db, FeesInForce fees, ShopDesk desk, TimeProvider clock) : IRequestHandler<ShowMyFees, MyFees>
    {
        public async Task<MyFees> Handle(ShowMyFees request, CancellationToken cancellationToken)
        {
            var store = (await desk.At(ShopRights.Own, cancellationToken)).Id;
            var now = clock.GetUtcNow();
            var schedule = await fees.Schedule(store, cancellationToken);
            var decisions = (await fees.Decisions(cancellationToken)).ToDictionary(d => d.Id.ToString(CultureInfo.InvariantCulture));
            var answers = (await db.FeeAnswers.AsNoTracking().Where(a => a.StoreId == store).OrderBy(a => a.Id).ToListAsync(cancellationToken)).ToLookup(a => a.Version);
            var versions = (await fees.Versions(cancellationToken)).Select(v => new MyFeeVersion(
                v,
                schedule.Standing(v, now),
                decisions.TryGetValue(v.Id, out var decision) ? decision.Source : SettingCatalogue.All.Single(d => d.Key == SettingCatalogue.FeeRate).Source,
                decision?.Reason ?? "",
                answers[v.Id].LastOrDefault()));
            return new MyFees(schedule.InForce(now), [.. versions.Reverse()]);
        }
    }
}

public sealed record MyFees(FeeVersion InForce, IReadOnlyList<MyFeeVersion> Versions);

/// <param name="Source">The decision it comes from.</param>
/// <param name="Answer">What the shop said last.</param>
public sealed record MyFeeVersion(FeeVersion Version, FeeStanding Standing, string Source, string Reason, FeeAnswer? Answer);
