using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Desk;

/// <summary>The State has the tax of a month: its number is kept, and the books say that nothing is owed any more (rule P15).</summary>
/// <param name="Ntpn">Nomor Transaksi Penerimaan Negara.</param>
/// <exception cref="RuleBroken"><c>tax.not_prepared</c>, <c>tax.same_officer</c>, <c>tax.ntpn</c>, <c>tax.ntpn_used</c>, <c>tax.paid_on</c>, <c>tax.amount_changed</c>, <c>tax.bank_short</c></exception>
public sealed record ConfirmRemittance(TaxMonth Month, string Ntpn, DateOnly PaidOn) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, TaxBooks books, ICurrentUser user, TimeProvider clock) : IRequestHandler<ConfirmRemittance>
    {
        public async Task<Unit> Handle(ConfirmRemittance request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            await books.TakeTurn(cancellationToken);
            var remittance = await db.TaxRemittances.Prepared(request.Month).SingleOrDefaultAsync(cancellationToken) ?? throw NotPrepared();
            remittance.Confirm(request.Ntpn, request.PaidOn, await books.Owed(request.Month, cancellationToken), user.Require(), Roles.Finance, now);
            await RequireNewNumber(remittance, cancellationToken);
            var atBank = await books.AtBank(cancellationToken);
            if (atBank < remittance.Amount)
            {
                throw new RuleBroken("tax.bank_short", $"Menurut buku besar rekening koperasi (1021) hanya berisi {atBank}. Bukukan dahulu pemindahan dana dari rekening titipan, lalu catat setorannya.");
            }

            db.Journals.Add(PostingRules.TaxRemitted(remittance, Wib.StartOf(request.PaidOn), now));
            return Unit.Value;
        }

        async Task RequireNewNumber(TaxRemittance remittance, CancellationToken cancellationToken)
        {
            if (await db.TaxRemittances.AnyAsync(r => r.Ntpn == remittance.Ntpn && r.Id != remittance.Id, cancellationToken))
            {
                throw new RuleBroken("tax.ntpn_used", "NTPN ini sudah dicatat untuk setoran lain. Periksa bukti penerimaan negaranya.");
            }
        }
    }

    internal static RuleBroken NotPrepared() => new("tax.not_prepared", "Tidak ada setoran yang disiapkan untuk masa ini. Muat ulang halaman.");
}
