using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;

namespace Komeji.Application.Payments.Claims;

/// <summary>What is left of a claim will not be paid: an officer decides that the cooperative bears it, and another always has to agree (rule P16).</summary>
/// <exception cref="NotFound">No such claim.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>claim.settled</c>, <c>approval.waits</c>, <c>approval.reason</c></exception>
public sealed record WriteClaimOff(RefundId Id, string Reason) : ICommand<MoneyDecided>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, SecondOfficer second, ICurrentUser user) : IRequestHandler<WriteClaimOff, MoneyDecided>
    {
        public async Task<MoneyDecided> Handle(WriteClaimOff request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            await db.TakeClaimTurn(request.Id, cancellationToken);
            var claim = await db.ClaimOf(request.Id, cancellationToken);
            await db.RequireNotOwn(claim.PurchaseId, officer, cancellationToken);
            var open = await db.OpenOf(claim.Id, cancellationToken);
            if (!open.IsPositive)
            {
                throw new RuleBroken("claim.settled", "Klaim ini sudah lunas atau dihapuskan. Muat ulang halaman.");
            }

            var wish = new MoneyWish(MoneyAct.ClaimWrittenOff, claim.Id.Value, claim.PurchaseId, claim.Order, open, request.Reason, "", "");
            return await second.Ask(wish, Actor.Staff(officer.Value, Roles.Finance), cancellationToken);
        }
    }
}
