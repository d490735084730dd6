using Komeji.Application.Ordering;
using Komeji.Application.Returns;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>A photo of a return, asked for under the return's own address by each side.</summary>
public static class ReturnPhotoFiles
{
    public static async Task<IActionResult> ReturnPhoto(this ControllerBase page, IMediator mediator, string number, OrderOnlooker onlooker, int place)
    {
        var photo = await mediator.Send(new OpenReturnPhoto(number, onlooker, place), page.HttpContext.RequestAborted);
        return PictureFile.Of(page.Response, photo.Key, photo.Photo, "private, no-store");
    }

    /// <summary>What was uploaded, without empty fields.</summary>
    public static IReadOnlyList<Stream> Streams(this IEnumerable<IFormFile> files) => [.. files.Where(f => f.Length > 0).Select(f => f.OpenReadStream())];
}
