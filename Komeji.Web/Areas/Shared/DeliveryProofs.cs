using Komeji.Application.Ordering;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>The photo of a delivery, asked for under the order's own address by each side.</summary>
public static class DeliveryProofs
{
    public static async Task<IActionResult> DeliveryProof(this ControllerBase page, IMediator mediator, string number, OrderOnlooker onlooker)
    {
        var proof = await mediator.Send(new OpenDeliveryProof(number, onlooker), page.HttpContext.RequestAborted);
        return PictureFile.Of(page.Response, proof.Key, proof.Photo, "private, no-store");
    }
}
