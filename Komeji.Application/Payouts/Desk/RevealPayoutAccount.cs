using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Desk;

/// <summary>The officer sees the whole number of the account, for a reason that is written down with her name.</summary>
/// <returns>The number.</returns>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.key</c></exception>
public sealed record RevealPayoutAccount(PayoutId Id, string Why) : ICommand<string>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, PersonalKey key, ICurrentUser user, TimeProvider clock) : IRequestHandler<RevealPayoutAccount, string>
    {
        public async Task<string> Handle(RevealPayoutAccount request, CancellationToken cancellationToken)
        {
            var payout = await db.PayoutToJudge(user, request.Id, cancellationToken);
            payout.NoteSeen(user.Treasurer(), request.Why, clock.GetUtcNow());
            var owner = await db.Stores.Where(s => s.Id == payout.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);
            return key.Read(owner, payout.AccountSealed) ?? throw PayoutKey.Missing();
        }
    }
}

static class PayoutKey
{
    public static RuleBroken Missing() => new("payout.key", "Nomor rekening tidak dapat dibuka dengan kunci server ini. Hubungi teknisi.");
}
