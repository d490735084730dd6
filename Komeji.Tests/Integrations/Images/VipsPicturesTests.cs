using System.Text;
using Komeji.Domain.Common;
using Komeji.Integrations.Images;
using Komeji.Tests.Support;

namespace Komeji.Tests.Integrations.Images;

/// <summary>Uploads as people and attackers send them, through the real tools.</summary>
public sealed class VipsPicturesTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-vips-").FullName;

    Photos Photos => new(folder);

    [PhotoTheory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task A_large_picture_becomes_a_bounded_webp_with_a_small_form(string type)
    {
        using var pictures = Pictures();
        var cleaned = await pictures.Clean(new MemoryStream(await Photos.Noise(1600, 800, type)), CancellationToken.None);
        (cleaned.Width, cleaned.Height).ShouldBe((1280, 640));
        ShouldBeWebP(cleaned.Content);
        ShouldBeWebP(cleaned.Thumbnail);
        Directory.GetFileSystemEntries(Path.Combine(folder, "sementara")).ShouldBeEmpty("its work is gone");
    }

    [PhotoFact]
    public async Task Where_the_photo_was_taken_is_gone()
    {
        using var pictures = Pictures();
        var photo = Photos.WithPlace(await Photos.Noise(200, 100, "jpg"));
        var told = await Photos.Look(photo);
        told.ShouldContain("GPSLatitude", customMessage: "the photo of this test tells its place");
        told.ShouldContain(Photos.Secret);

        var cleaned = await pictures.Clean(new MemoryStream(photo), CancellationToken.None);
        foreach (var kept in new[] { cleaned.Content, cleaned.Thumbnail })
        {
            Encoding.Latin1.GetString(kept).ShouldNotContain(Photos.Secret);
            var left = await Photos.Look(kept);
            left.ShouldContain("webp");
            left.ShouldNotContain("GPS");
            left.ShouldNotContain("ImageDescription");
            left.ShouldNotContain("exif-data");
            left.ShouldNotContain("xmp-data");
            left.ShouldNotContain("icc-profile-data");
        }
    }

    /// <summary>Held a quarter to the right, its left edge is on top.</summary>
    [PhotoFact]
    public async Task A_photo_stands_upright_though_nothing_says_so_any_more()
    {
        using var pictures = Pictures();
        var cleaned = await pictures.Clean(new MemoryStream(Photos.WithPlace(await Photos.Slope(200, 100), held: 6)), CancellationToken.None);
        (cleaned.Width, cleaned.Height).ShouldBe((100, 200));
        foreach (var kept in new[] { cleaned.Content, cleaned.Thumbnail })
        {
            (await Photos.Look(kept)).ShouldNotContain("orientation");
            (await Grey(kept, 50, 5)).ShouldBeLessThan(40);
            (await Grey(kept, 50, 194)).ShouldBeGreaterThan(215);
        }
    }

    /// <summary>A picture that is an archive or a page as well comes out as a picture alone.</summary>
    [PhotoTheory]
    [InlineData("jpg")]
    [InlineData("png")]
    public async Task What_hides_behind_a_picture_is_gone(string type)
    {
        using var pictures = Pictures();
        byte[] twofold = [.. await Photos.Noise(64, 64, type), .. "PK\u0003\u0004<script>RUMAH-BU-SRI</script>"u8];
        var cleaned = await pictures.Clean(new MemoryStream(twofold), CancellationToken.None);
        foreach (var kept in new[] { cleaned.Content, cleaned.Thumbnail })
        {
            Encoding.Latin1.GetString(kept).ShouldNotContain("script");
        }
    }

    [PhotoFact]
    public async Task Twelve_megapixels_of_a_camera_are_taken()
    {
        using var pictures = Pictures();
        var cleaned = await pictures.Clean(new MemoryStream(await Photos.TwelveMegapixels()), CancellationToken.None);
        (cleaned.Width, cleaned.Height).ShouldBe((1280, 960));
        cleaned.Content.Length.ShouldBeLessThan(400_000);
        cleaned.Thumbnail.Length.ShouldBeLessThan(40_000);
    }

    [PhotoTheory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG")]
    [InlineData("\u00EF\u00BB\u00BF <!doctype html><script>alert(1)</script>", "halaman web")]
    [InlineData("GIF89a\u0001\0", "GIF")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "HEIC")]
    [InlineData("\0\0\0\u0018ftypmp42\0\0\0\0mp42", "video")]
    [InlineData("", "kosong")]
    public async Task Who_sends_something_else_is_told_what_it_is(string content, string words)
    {
        using var pictures = Pictures();
        var refusal = await Should.ThrowAsync<RuleBroken>(() => pictures.Clean(new MemoryStream(Encoding.Latin1.GetBytes(content)), CancellationToken.None));
        (refusal.Code, refusal.Message.Contains(words, StringComparison.Ordinal)).ShouldBe(("picture.not_a_picture", true), refusal.Message);
        Directory.GetFileSystemEntries(Path.Combine(folder, "sementara")).ShouldBeEmpty();
    }

    [PhotoTheory]
    [InlineData("bukan foto")]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("GIF89a\u0001\0\u0001\0")]
    [InlineData("%PDF-1.7")]
    [InlineData("RIFF\0\0\0\0WAVE")]
    [InlineData("RIFF\0\0\0\0WEBP")]
    public Task What_is_no_photo_is_refused(string content) => ShouldRefuse(Encoding.Latin1.GetBytes(content), "picture.not_a_picture");

    [PhotoFact]
    public Task The_beginning_of_a_photo_alone_is_refused() => ShouldRefuse([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J'], "picture.not_a_picture");

    [PhotoTheory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task A_photo_cut_off_on_its_way_is_refused(string type)
    {
        var whole = await Photos.Noise(400, 300, type);
        await ShouldRefuse(whole[..(whole.Length / 2)], "picture.not_a_picture");
    }

    [PhotoFact]
    public async Task More_bytes_or_pixels_than_bearable_are_refused_before_they_are_unpacked()
    {
        var photo = await Photos.Noise(400, 300, "jpg");
        await ShouldRefuse(photo, "picture.too_large", new PictureLimits { Bytes = photo.Length - 1 });
        await ShouldRefuse(photo, "picture.too_many_pixels", new PictureLimits { Pixels = 400 * 300 - 1 });
        await ShouldRefuse(Photos.Claiming(await Photos.Noise(8, 8, "png"), 60_000, 60_000), "picture.too_many_pixels");
    }

    [PhotoFact]
    public async Task What_takes_too_long_is_given_up() =>
        await ShouldRefuse(await Photos.Noise(1600, 1200, "jpg"), "picture.too_slow", new PictureLimits { Time = TimeSpan.FromMilliseconds(1) });

    public void Dispose() => Directory.Delete(folder, recursive: true);

    VipsPictures Pictures(PictureLimits? limits = null) => new(Path.Combine(folder, "sementara"), limits);

    async Task ShouldRefuse(byte[] upload, string code, PictureLimits? limits = null)
    {
        using var pictures = Pictures(limits);
        (await Should.ThrowAsync<RuleBroken>(() => pictures.Clean(new MemoryStream(upload), CancellationToken.None))).Code.ShouldBe(code);
        Directory.GetFileSystemEntries(Path.Combine(folder, "sementara")).ShouldBeEmpty("nothing is left behind");
    }

    async Task<double> Grey(byte[] picture, int x, int y) =>
        double.Parse((await Photos.Look(picture, $"{x}", $"{y}")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], System.Globalization.CultureInfo.InvariantCulture);

    static void ShouldBeWebP(byte[] bytes) =>
        (Encoding.Latin1.GetString(bytes, 0, 4), Encoding.Latin1.GetString(bytes, 8, 4)).ShouldBe(("RIFF", "WEBP"));
}
