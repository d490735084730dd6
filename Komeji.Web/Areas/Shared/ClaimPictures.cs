using Komeji.Application.Catalog;
using Komeji.Application.Ordering;
using Komeji.Application.Warranties;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>Pictures of a claim, asked for by each side, and those that come with a form.</summary>
public static class ClaimPictures
{
    /// <summary>A larger one is refused; the browser makes them smaller first.</summary>
    public const int OneLimit = 10 * 1024 * 1024;

    /// <summary>Five pictures of the largest size and what a form adds to them.</summary>
    public const int UploadLimit = 56 * 1024 * 1024;

    public static async Task<IActionResult> ClaimPicture(this ControllerBase page, IMediator mediator, Guid picture, OrderOnlooker onlooker)
    {
        var opened = await mediator.Send(new OpenClaimPicture(new ClaimPictureId(picture), onlooker), page.HttpContext.RequestAborted);
        return PictureFile.Of(page.Response, opened.Key, opened.Picture, "private, no-store");
    }

    public static IReadOnlyList<PictureUpload> Uploads(this IEnumerable<IFormFile> files) => [.. files.Where(f => f.Length > 0).Select(f => new PictureUpload(f.FileName, f.OpenReadStream()))];
}

/// <summary>What a claim's page tells, the same for every side.</summary>
/// <param name="Pictures">Where its pictures are, for who looks: ends with a slash.</param>
public sealed record ClaimStory(ClaimPage Claim, string Pictures);

/// <summary>Some of them, each opening whole.</summary>
/// <param name="Path">Ends with a slash.</param>
/// <param name="What">What they show, for who cannot see them.</param>
public sealed record ClaimPhotos(IReadOnlyList<ClaimPhoto> Photos, string Path, string What);
