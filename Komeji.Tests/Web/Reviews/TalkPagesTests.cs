using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Reviews;

/// <summary>What is asked and answered stands on the page kept for everyone at once, and only as words.</summary>
public sealed class TalkPagesTests
{
    [Fact]
    public async Task A_question_and_its_answer_are_read_at_once_as_plain_words()
    {
        await using var app = await KomejiApp.Start();
        var stalls = new Stalls(app);
        var shop = await stalls.Shop(owner: await app.Person("toko@komeji.test"));
        await stalls.Product(shop);
        var product = "/produk/" + await app.Read(db => db.Products.Select(p => p.Slug).SingleAsync());
        using var visitor = app.Visit();
        (await visitor.Get(product)).Document.QuerySelector("[data-testid=question]").ShouldBeNull();

        using var siti = await app.SignInAs("siti@komeji.test");
        var ask = product + "/tanya/baru";
        var refused = await siti.Submit(await siti.Get(ask), ask, ("Pertanyaan", "Lihat toko-lain.com ya?"));
        refused.Status.ShouldBe(422);
        refused.Document.QuerySelector("#Pertanyaan")!.TextContent.Trim().ShouldBe("Lihat toko-lain.com ya?");
        (await siti.Submit(await siti.Get(ask), ask, ("Pertanyaan", "Apakah <b>pedas</b> sekali?"))).Status.ShouldBe(302);
        var asked = (await visitor.Get(product)).Document.QuerySelector("[data-testid=question]")!;
        asked.TextContent.ShouldContain("Apakah <b>pedas</b> sekali?");
        asked.QuerySelectorAll(".pre b").ShouldBeEmpty();

        using var seller = await app.SignInAs("toko@komeji.test");
        var waiting = await seller.Get("/penjual/pertanyaan");
        var answer = waiting.Document.QuerySelector("[data-testid=shop-question] form")!.GetAttribute("action")!;

        // What is refused is written on where it was, and whoever answers comes back to the list she looked at.
        var again = await seller.Submit(waiting, answer, ("Jawaban", "Lihat toko-lain.com ya"));
        again.Status.ShouldBe(422);
        again.Document.QuerySelector("[data-testid=answer-text]")!.TextContent.Trim().ShouldBe("Lihat toko-lain.com ya");
        again.Document.QuerySelector(".filters [aria-current=true]")!.TextContent.ShouldBe("Belum dijawab");
        var all = await seller.Get("/penjual/pertanyaan?tampil=semua");
        (await seller.Submit(all, answer, ("Jawaban", "Tidak, pedasnya sedang."))).Location.ShouldBe("/penjual/pertanyaan?tampil=semua");
        (await visitor.Get(product)).Document.QuerySelector("[data-testid=question] .note")!.TextContent.ShouldContain("Tidak, pedasnya sedang.");
        (await visitor.Get(product + "/tanya")).Text.ShouldContain("Tidak, pedasnya sedang.");
    }
}
