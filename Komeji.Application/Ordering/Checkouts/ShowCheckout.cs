using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Ordering.Checkouts;

/// <param name="Token">The page's one-use token when it is shown again; null makes one.</param>
/// <param name="Shown">What the page showed before, to point out what changed; null the first time.</param>
public sealed record ShowCheckout(CheckoutWish Wish, string? Token, string? Shown) : IQuery<CheckoutPage>
{
    internal sealed class Handler(OfferReader offers, ICurrentUser user, ICodes codes) : IRequestHandler<ShowCheckout, CheckoutPage>
    {
        public async Task<CheckoutPage> Handle(ShowCheckout request, CancellationToken cancellationToken)
        {
            var offer = await offers.Read(user.Require(), request.Wish, cancellationToken);
            return new CheckoutPage(
                offer,
                request.Token ?? codes.Token(),
                ShownAmounts.Of(offer),
                request.Shown is null ? [] : ShownAmounts.Changes(offer, request.Shown));
        }
    }
}

/// <param name="Token">Made when the page was rendered; a second post of it finds the first purchase.</param>
/// <param name="Shown">For the hidden field: <see cref="ShownAmounts"/>.</param>
/// <param name="Changes">What is different from what the buyer saw before.</param>
public sealed record CheckoutPage(CheckoutOffer Offer, string Token, string Shown, IReadOnlyList<string> Changes);
