using System.Net;
using Komeji.Tests.Support;

namespace Komeji.Tests.Web.Setup;

/// <summary>More than an address takes is told as such, by the server people use: the test server knows no limit.</summary>
public sealed class TooLargeTests
{
    const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_that_is_too_large_gets_a_page_that_says_so(bool inPieces)
    {
        await using var app = await KomejiApp.StartForBrowser();
        using var visitor = app.Visit();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Contact", new string('a', 150_000)), .. Enumerable.Range(0, inPieces ? 7 : 20).Select(i => KeyValuePair.Create("isi" + i, new string('a', 150_000)))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/masuk", UriKind.Relative)) { Content = form };
        request.Headers.TransferEncodingChunked = inPieces;
        using var answer = await visitor.Http.SendAsync(request);
        var page = await Page.Of(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        page.Text.ShouldContain("Kiriman terlalu besar");
        page.Text.ShouldContain("paling banyak 1 MB");
        page.Document.QuerySelector("html")!.GetAttribute("lang").ShouldBe("id");
    }

    [Fact]
    public async Task A_form_without_its_token_and_of_a_right_size_is_still_unreadable_and_not_too_large()
    {
        await using var app = await KomejiApp.StartForBrowser();
        using var visitor = app.Visit();
        (await visitor.Post("/masuk", ("Contact", new string('a', 100_000)))).Status.ShouldBe(400);
    }

    /// <summary>The limit is the address's own: 12 MB for a photo of a delivery, and nobody without the right learns of it.</summary>
    [Fact]
    public async Task Each_address_has_its_own_limit_and_a_right_comes_first()
    {
        await using var app = await KomejiApp.Start();
        var seller = await app.Person("toko@komeji.test");
        await new Stalls(app).Shop(owner: seller);
        using var visitor = await app.SignInAs("toko@komeji.test");
        const string address = "/penjual/pesanan/KMJ-20261005-TIDAKADA/bukti-terima";
        (await Send(visitor, address, 2 * Megabyte)).Status.ShouldBe(400);
        var refused = await Send(visitor, address, 13 * Megabyte);
        refused.Status.ShouldBe(413);
        refused.Text.ShouldContain("paling banyak 12 MB");
        using var nobody = app.Visit();
        (await Send(nobody, address, 13 * Megabyte)).Location.ShouldStartWith("/masuk");
    }

    static async Task<Page> Send(Visitor visitor, string address, int bytes)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[bytes]), "Foto", "foto.jpg" } };
        using var answer = await visitor.Http.PostAsync(new Uri(address, UriKind.Relative), content);
        return await Page.Of(answer);
    }
}
