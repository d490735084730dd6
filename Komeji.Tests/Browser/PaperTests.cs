using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Komeji.Tests.Support;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>What is printed fits its paper: a parcel's label A6, everything else A4.</summary>
[Collection("another browser")]
public sealed class PaperTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("ship-label", 105, 148)]
    [InlineData("sheet", 210, 297)]
    public async Task Each_kind_of_page_has_its_paper(string kind, int millimetresWide, int millimetresHigh)
    {
        await using var app = await KomejiApp.StartForBrowser();
        var page = await chromium.Open(app.Url, phone: false);
        await page.GotoAsync("/masuk");
        await page.EvaluateAsync("kind => { document.querySelector('main').innerHTML = `<article class='${kind}'>Kepada Siti Aminah</article>`; }", kind);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));

        var sheets = Regex.Matches(pdf, @"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", RegexOptions.None, TimeSpan.FromSeconds(5));
        sheets.Count.ShouldBe(1);
        Millimetres(sheets[0].Groups[1].Value).ShouldBe(millimetresWide, 1);
        Millimetres(sheets[0].Groups[2].Value).ShouldBe(millimetresHigh, 1);
    }

    static double Millimetres(string points) => double.Parse(points, CultureInfo.InvariantCulture) * 25.4 / 72;
}
