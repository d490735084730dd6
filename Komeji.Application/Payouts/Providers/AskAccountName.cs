using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Legal;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Providers;

/// <summary>
/// Asks the bank in whose name the account of a payout is, and compares that with the name the shop told, by the rule it was told by. The
/// officer who approves sees what it said.
/// </summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.no_provider</c>, <c>payout.key</c></exception>
public sealed record AskAccountName(PayoutId Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, PayoutGateways gateways, PersonalKey key, ICurrentUser user, TimeProvider clock) : IRequestHandler<AskAccountName>
    {
        public async Task<Unit> Handle(AskAccountName request, CancellationToken cancellationToken)
        {
            var payout = await db.Payouts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFound();
            if (user.Id is { } officer)
            {
                await db.RequireUntied(officer, payout.StoreId, cancellationToken);
            }

            var gateway = gateways.Chosen ?? throw ProviderRefusals.None();
            var owner = await db.Stores.Where(s => s.Id == payout.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);
            var account = key.Read(owner, payout.AccountSealed) ?? throw PayoutKey.Missing();
            var answer = BankCodes.Of(payout.Bank) is { Length: > 0 } code ? await gateway.Inquire(code, account, cancellationToken) : new AccountAnswer.Unknown();
            await unitOfWork.RunAfresh(() => Note(request.Id, answer), CancellationToken.None);
            return Unit.Value;
        }

        async Task<bool> Note(PayoutId id, AccountAnswer answer)
        {
            var payout = await db.Payouts.SingleAsync(p => p.Id == id);
            var by = user.Id is null ? Actor.System : user.Treasurer();
            return answer switch
            {
                AccountAnswer.Found found => payout.NoteName(PlainText.SameName(found.Holder, payout.AccountHolder) ? AccountNaming.Same : AccountNaming.Differs, found.Holder, by, clock.GetUtcNow()),
                AccountAnswer.Missing => payout.NoteName(AccountNaming.NoAccount, null, by, clock.GetUtcNow()),
                _ => payout.NoteName(AccountNaming.NoAnswer, null, by, clock.GetUtcNow()),
            };
        }
    }
}

/// <summary>Payouts whose account's holder nobody has asked the bank for, where there is a provider to ask. What had no answer an officer asks again.</summary>
public sealed class NamesToAsk(IKomejiDb db, PayoutGateways gateways) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        if (gateways.Chosen is null)
        {
            return [];
        }

        var due = await db.Payouts.Where(p => p.Naming == null && (p.State == PayoutState.Requested || p.State == PayoutState.AwaitingApproval))
            .OrderBy(p => p.RequestedAt).Select(p => p.Id).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(IRequest (id) => new AskAccountName(id))];
    }
}

static class ProviderRefusals
{
    public static RuleBroken None() => new("payout.no_provider", "Belum ada penyedia pencairan yang dipasang. Kirim lewat berkas bank.");
}
