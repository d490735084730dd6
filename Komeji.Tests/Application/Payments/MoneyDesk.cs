using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

/// <summary>Two people of finance at a market's money, and what they are told.</summary>
static class MoneyDesk
{
    public static readonly UserId First = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    public static readonly UserId Second = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    public static TestKomeji As(MoneyMarket market, UserId officer) => market.Komeji.As(officer, Roles.Finance);

    /// <summary>How the market's only refund stands.</summary>
    public static Task<RefundState> State(MoneyMarket market) => market.Komeji.Read(db => db.Refunds.Select(r => r.State).SingleAsync());

    /// <returns>The code of the rule that refused.</returns>
    public static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
