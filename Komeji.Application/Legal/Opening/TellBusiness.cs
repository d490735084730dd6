using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Legal.Opening;

/// <summary>The second step: what the business is. Without an NIB it is in process, and the shop is labelled so.</summary>
/// <param name="Nib">Empty while in process.</param>
/// <exception cref="RuleBroken"><c>legal.form</c>, <c>legal.number</c>, <c>legal.kbli</c>, <c>legal.business_name</c>, <c>legal.amounts</c></exception>
public sealed record TellBusiness(LegalForm Form, string Name, string Nib, string Kbli, int KbliEdition, Rupiah Capital, Rupiah YearlySales) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<TellBusiness>
    {
        public async Task<Unit> Handle(TellBusiness request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var profile = await db.MyProfile(desk, ShopRights.Papers, now, cancellationToken);
            if (!Enum.IsDefined(request.Form))
            {
                throw new RuleBroken("legal.form", "Pilih bentuk usaha dari daftar.");
            }

            var nib = string.IsNullOrWhiteSpace(request.Nib) ? "" : DocumentNumber.Require(DocumentKind.BusinessNumber, request.Nib);
            profile.TellBusiness(new BusinessFacts(request.Form, request.Name, nib, Domain.Legal.Kbli.Require(request.Kbli, request.KbliEdition), request.Capital, request.YearlySales), now);
            return Unit.Value;
        }
    }
}
