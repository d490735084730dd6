using Komeji.Application.Catalog;
using Komeji.Application.Common;

namespace Komeji.Web.Areas.Seller.Products;

public sealed record PricesView(MyListing Listing, PageOf<PriceStep> Steps);
