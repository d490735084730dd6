using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Shops;

/// <summary>An officer of finance has seen a shop's certificate of exemption from PPh 22 (SKB), or why the rule does not reach it.</summary>
/// <param name="Shop">The last part of the shop's address.</param>
/// <exception cref="RuleBroken"><c>tax.shop</c>, <c>staff.own_case</c>, <c>tax.exemption</c>, <c>tax.exemption_days</c></exception>
public sealed record RecordTaxExemption(string Shop, string Number, DateOnly From, DateOnly Until, string Note) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordTaxExemption>
    {
        public async Task<Unit> Handle(RecordTaxExemption request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var slug = request.Shop.Trim();
            var store = await db.Stores.Where(s => s.Slug == slug).Select(s => (StoreId?)s.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw new RuleBroken("tax.shop", "Toko ini tidak ditemukan. Tulis bagian akhir alamat tokonya, seperti dapur-bu-sri.");
            await db.RequireUntied(officer, store, cancellationToken);
            db.SellerTaxPapers.Add(SellerTaxPaper.Exempt(store, request.Number, request.From, request.Until, request.Note, officer, clock.GetUtcNow()));
            return Unit.Value;
        }
    }
}
