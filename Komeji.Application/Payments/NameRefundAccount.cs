using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>The channel she paid by cannot give the money back: the buyer says to which account it is to be transferred.</summary>
/// <exception cref="RuleBroken"><c>legal.bank</c>, <c>legal.account</c>, <c>refund.no_account_asked</c>, <c>refund.holder</c></exception>
public sealed record NameRefundAccount(RefundId Id, string Bank, string Number, string Holder) : ICommand, INeedsProof
{
    /// <summary>Naming an account and preparing the transfer to it take turns.</summary>
    internal static string Turn(RefundId id) => $"refund account {id.Value}";

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, PersonalKey key, SettingsInForce settings, TimeProvider clock) : IRequestHandler<NameRefundAccount>
    {
        public async Task<Unit> Handle(NameRefundAccount request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(Turn(request.Id), cancellationToken);
            var buyer = user.Require();
            var refund = await db.Refunds.OfBuyer(db, buyer).SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var bank = Banks.Require(request.Bank, Banks.Read(await settings.Text(SettingCatalogue.PayoutBanks, cancellationToken)));
            var digits = Banks.Digits(request.Number);
            var account = await db.RefundAccounts.SingleOrDefaultAsync(a => a.RefundId == refund.Id, cancellationToken);
            if (account is null)
            {
                account = RefundAccount.Of(refund.Id, buyer);
                db.RefundAccounts.Add(account);
            }

            var name = await db.Users.Where(u => u.Id == buyer.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
            account.Name(refund, bank, key.KeepAccount(buyer, bank, digits), request.Holder, name, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
