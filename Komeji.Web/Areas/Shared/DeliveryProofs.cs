using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>The photo of a delivery, asked for under the order's own address by each side.</summary>
public static class DeliveryProofs
{
    public static async Task<IActionResult> DeliveryProof(this ControllerBase page, IMediator mediator, string number, OrderOnlooker onlooker, Guid? parcel = null)
    {
        var proof = await mediator.Send(new OpenDeliveryProof(number, onlooker, parcel is { } id ? new ShipmentId(id) : null), page.HttpContext.RequestAborted);
        return PictureFile.Of(page.Response, proof.Key, proof.Photo, "private, no-store");
    }
}
