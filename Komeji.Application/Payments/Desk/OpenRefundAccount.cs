using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>The whole number of the account a buyer named, for who transfers her refund. That it was seen is kept with the refund.</summary>
public sealed record OpenRefundAccount(RefundId Id) : ICommand<string>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, PersonalKey key, TimeProvider clock) : IRequestHandler<OpenRefundAccount, string>
    {
        public async Task<string> Handle(OpenRefundAccount request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var refund = await db.Refunds.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await db.RequireNotOwn(refund, officer, cancellationToken);
            var account = await db.RefundAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.RefundId == refund.Id, cancellationToken);
            if (account is not { IsKnown: true } || key.Read(account.BuyerId, account.NumberSealed) is not { } number)
            {
                throw new RuleBroken("refund.no_account", "Pembeli belum menyebut rekening untuk pengembalian ini, atau nomornya sudah dihapus setelah ditransfer.");
            }

            refund.NoteAccountSeen(Actor.Staff(officer.Value, Roles.Finance), clock.GetUtcNow());
            return number;
        }
    }
}
