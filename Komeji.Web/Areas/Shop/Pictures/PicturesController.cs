using Komeji.Application.Files;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Pictures;

/// <summary>Pictures by their key. A key names one content for ever, so a browser never asks twice.</summary>
[Area("Shop"), OpenOnOnePhone]
public sealed class PicturesController(IFiles files) : KomejiController
{
    const string Small = "kecil";

    [HttpGet("/gambar/{key}"), HttpHead("/gambar/{key}")]
    public async Task<IActionResult> Show(string key, string? u)
    {
        var stream = u == Small ? await files.OpenSmall(key, Aborted) : await files.Open(key, Aborted);
        if (stream is null)
        {
            // Whoever asks for a picture has no use for a page.
            HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            return NotFound();
        }

        return PictureFile.Of(Response, key, stream, "public, max-age=31536000, immutable");
    }
}
