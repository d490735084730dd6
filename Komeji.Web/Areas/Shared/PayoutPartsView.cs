using Komeji.Application.Payouts;
using Komeji.Domain.Common;

namespace Komeji.Web.Areas.Shared;

/// <summary>What a payout is made of, on the seller's page and on finance's.</summary>
/// <param name="Orders">Whether the orders open the shop's own pages.</param>
public sealed record PayoutPartsView(Rupiah Amount, PayoutParts Parts, bool Orders);
