using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;

namespace Komeji.Web.Setup;

/// <summary>
/// A form of the seller's pages belongs to the shop and the mentor's session it was shown in: sent after the session has ended or
/// another shop was chosen, it is refused, so that nothing meant for one is written into another.
/// </summary>
sealed class FormPlace : IAntiforgeryAdditionalDataProvider
{
    static readonly PathString Pages = "/penjual";

    public string GetAdditionalData(HttpContext context) => PlaceOf(context.User);

    public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
        !context.Request.Path.StartsWithSegments(Pages) || additionalData == PlaceOf(context.User);

    static string PlaceOf(ClaimsPrincipal person) => $"{HelpingClaims.Read(person)?.Id.Value}|{person.FindFirstValue(Access.SellerClaim)}";
}
