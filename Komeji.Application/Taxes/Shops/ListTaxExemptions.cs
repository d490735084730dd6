using Komeji.Application.Common;
using Komeji.Domain.Taxes;
using MediatR;

namespace Komeji.Application.Taxes.Shops;

/// <summary>Exemptions from PPh 22 that officers have recorded, newest first.</summary>
public sealed record ListTaxExemptions(int Page) : IQuery<PageOf<TaxExemptionRow>>
{
    const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListTaxExemptions, PageOf<TaxExemptionRow>>
    {
        public Task<PageOf<TaxExemptionRow>> Handle(ListTaxExemptions request, CancellationToken cancellationToken) =>
            (from paper in db.SellerTaxPapers
             join store in db.Stores on paper.StoreId equals store.Id
             where paper.Kind == SellerTaxPaperKind.Exemption
             orderby paper.Id descending
             select new TaxExemptionRow(store.Name, store.Slug, paper.Number, paper.From, paper.Until, paper.Note, paper.RecordedAt)).ToPage(request.Page, PageSize, cancellationToken);
    }
}

public sealed record TaxExemptionRow(string StoreName, string StoreSlug, string Number, DateOnly From, DateOnly Until, string Note, DateTimeOffset RecordedAt);
