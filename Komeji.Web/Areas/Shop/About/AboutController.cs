using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Komeji.Application.CallCentre;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Komeji.Web.Areas.Shop.About;

/// <summary>What the market says about itself, to people and to search engines.</summary>
[Area("Shop"), OpenOnOnePhone, OutputCache(PolicyName = SamePageForAll.Name)]
public sealed class AboutController(SiteAddress site) : KomejiController
{
    static readonly string[] FixedPages = ["/", "/kategori", "/tentang", "/bantuan", "/pengaduan"];

    [HttpGet("/tentang")]
    public Task<IActionResult> About() => Page(nameof(About), "/tentang");

    [HttpGet("/bantuan")]
    public Task<IActionResult> Help() => Page(nameof(Help), "/bantuan");

    [HttpGet("/pengaduan")]
    public async Task<IActionResult> Complaints()
    {
        ViewData["Canonical"] = site.Of("/pengaduan");
        return View(nameof(Complaints), new ComplaintsPage(await Send(new ShowContacts()), await Send(new ShowServicePromise())));
    }

    [HttpGet("/robots.txt")]
    public IActionResult Robots() => Content(
        $"User-agent: *\nDisallow: /akun\nDisallow: /keranjang\nDisallow: /checkout\nDisallow: /bayar\nDisallow: /pesan\nDisallow: /penjual\nDisallow: /operator\nDisallow: /sisipan\nDisallow: /cari\nSitemap: {site.Of("/sitemap.xml")}\n",
        "text/plain", Encoding.UTF8);

    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> Sitemap()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var addresses = FixedPages.Select(p => new PublicAddress(p, null)).Concat(await Send(new ListPublicAddresses())).Take(50_000);
        var document = new XElement(map + "urlset", addresses.Select(a => new XElement(
            map + "url",
            new XElement(map + "loc", site.Of(a.Path)),
            a.ChangedAt is { } at ? new XElement(map + "lastmod", at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null)));
        return Content("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document.ToString(SaveOptions.DisableFormatting), "application/xml", Encoding.UTF8);
    }

    async Task<IActionResult> Page(string name, string path)
    {
        ViewData["Canonical"] = site.Of(path);
        return View(name, await Send(new ShowContacts()));
    }
}

/// <summary>Where, when and how soon complaints are answered.</summary>
public sealed record ComplaintsPage(Contacts Contacts, ServicePromise Promise);
