using Komeji.Tests.Support;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// Who bought something says with a picture what it was like, the shop replies in public, and whoever comes by reads both without an
/// account and without learning who she is. On phones, with script and without.
/// </summary>
[Collection("another browser")]
public sealed class ReviewJourneyTests(Chromium chromium) : IDisposable
{
    const string Buyer = "siti@uji.komeji.id";
    const string Chips = "/produk/keripik-tempe-sagu-renyah";
    const string Said = "Renyah dan gurih, hanya bungkusnya agak penyok.";
    const string Replied = "Terima kasih. Mulai hari ini kardusnya kami pertebal.";

    readonly string folder = Directory.CreateTempSubdirectory("komeji-ulasan-").FullName;

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_review_with_a_picture_and_the_shops_reply_are_there_for_everyone(bool script)
    {
        await using var app = await KomejiApp.StartForBrowser();

        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await Shopkeepers.Open(app);
        await Shopkeepers.Neighbour(app, Buyer);
        var buyer = await chromium.SignIn(app.Url, Buyer, script);
        await buyer.PutInCart(Chips);
        await buyer.GotoAsync("/checkout");
        var number = await buyer.BuyNow(app);
        var seller = await chromium.SignIn(app.Url, Shopkeepers.First, script);
        await seller.SendOff(number);
        await buyer.Receive(number);

        var visitor = await chromium.Open(app.Url, script: script);
        await visitor.GotoAsync(Chips);
        await visitor.ShouldSay("no-reviews", "Belum ada ulasan");
        await Write(buyer);
        await Reply(seller);

        // What was kept of the page for everyone is forgotten.
        await visitor.ReloadAsync();
        await visitor.ShouldSay("rating", "4,0 dari 5, (1 ulasan)");
        await ShouldShowBoth(visitor);
        await visitor.GotoAsync(Chips + "/ulasan?foto=1");
        await ShouldShowBoth(visitor);
        await app.BooksShouldBeSound();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    async Task Write(IPage buyer)
    {
        await buyer.GetByTestId("write-review").ClickAsync();
        await buyer.ArriveAt("/akun/ulasan/");
        await buyer.GetByTestId("stars-4").CheckAsync(new LocatorCheckOptions { Force = true });
        await buyer.GetByTestId("review-text").FillAsync(Said);
        await buyer.GetByTestId("review-upload").SetInputFilesAsync(new FilePayload { Name = "kardus.jpg", MimeType = "image/jpeg", Buffer = await new Photos(folder).Slope(800, 600) });
        await buyer.ShouldFit();
        await buyer.Press("review-send");
        await buyer.ShouldSay("flash", "Ulasan Anda tampil di halaman produk");
        await Assertions.Expect(buyer.GetByTestId("review-picture")).ToHaveCountAsync(1);
        await buyer.ShouldFit();
    }

    static async Task Reply(IPage seller)
    {
        await seller.GotoAsync("/penjual/ulasan");
        await seller.ShouldSay("shop-review", Said);
        await seller.GetByTestId("answer-write").ClickAsync();
        await seller.GetByTestId("answer-text").FillAsync(Replied);
        await seller.ShouldFit();
        await seller.Press("answer-send");
        await seller.ShouldSay("flash", "Balasan tampil di bawah ulasannya");
        await seller.ShouldSay("shop-review", Replied);
    }

    /// <summary>What the buyer said under a name nobody knows her by, with her picture, and what the shop answered for it.</summary>
    static async Task ShouldShowBoth(IPage visitor)
    {
        await visitor.ShouldSay("review", "O*** S.");
        await visitor.ShouldSay("review", Said);
        await visitor.ShouldSay("review", "Balasan penjual");
        await visitor.ShouldSay("review", Replied);
        (await visitor.ContentAsync()).ShouldNotContain("Orang siti");
        var picture = await visitor.GetByTestId("review").Locator("img.thumb").GetAttributeAsync("src");
        await using var answer = await visitor.APIRequest.GetAsync(picture!);
        answer.Status.ShouldBe(200);
        answer.Headers["content-type"].ShouldBe("image/webp");
        await visitor.ShouldFit();
    }
}
