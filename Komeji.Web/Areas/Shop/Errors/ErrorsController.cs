using System.Diagnostics;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Errors;

/// <summary>What people see when there is no page to show. A fault's page asks the database nothing, since that may be what failed.</summary>
[Area("Shop"), OpenOnOnePhone, OpenWithoutSecondFactor, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorsController(Unavailable unavailable) : KomejiController
{
    [Route("/kesalahan")]
    public IActionResult Fault()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not { } thrown)
        {
            return Refusal(StatusCodes.Status404NotFound);
        }

        if (thrown.Error is BadHttpRequestException { StatusCode: < StatusCodes.Status500InternalServerError } broken)
        {
            // What was sent could not be read to its end: the sender's, not ours.
            return Told(broken.StatusCode);
        }

        if (unavailable.Because(thrown.Error) is { } words)
        {
            Response.StatusCode = words.Status;
            Response.Headers.RetryAfter = words.RetryAfter;
            return View("Unavailable", words);
        }

        Response.StatusCode = StatusCodes.Status500InternalServerError;
        return View("Fault", Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier);
    }

    [Route("/kesalahan/{status:int}")]
    public IActionResult Refusal(int status)
    {
        // Typed in by hand it is an address like any other that does not exist.
        var told = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null ? StatusCodes.Status404NotFound : status;
        if (told >= StatusCodes.Status500InternalServerError)
        {
            Response.StatusCode = told;
            return View("Fault", Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier);
        }

        return Told(told);
    }

    ViewResult Told(int status)
    {
        Response.StatusCode = status;
        if (status == StatusCodes.Status404NotFound && MayBeOfAnotherShop())
        {
            return View("Refusal", RefusalWords.OtherShop);
        }

        return View("Refusal", RefusalWords.Of(status, HttpContext.Features.Get<TooLarge>()?.Limit, HttpContext.Features.Get<TooOften>()));
    }

    /// <summary>A notice may lead staff of several shops to what is not of the shop at hand.</summary>
    bool MayBeOfAnotherShop() =>
        User.HasClaim(c => c.Type == Access.OtherShopsClaim) && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked && new PathString(asked.OriginalPath).StartsWithSegments("/penjual");
}
