using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Komeji.Tests.Web.Authorisation;

namespace Komeji.Tests.Web.Operations;

public sealed class LedgerPagesTests
{
    [Fact]
    public async Task A_figure_opens_down_to_its_journal_and_the_books_are_taken_away()
    {
        await using var komeji = await KomejiApp.Start();
        using var _ = komeji.CreateClient();
        var objects = await TestObjects.Make(komeji);
        await objects.Fill(AuthorisationTable.Rows.Single(r => r.Route == "/operator/jurnal/{id:guid}"), Identity.Buyer, foreign: false);
        var finance = await komeji.SignInAs("uang@contoh.id", Roles.Finance);

        var position = await finance.Get("/operator/posisi-dana");
        position.Document.QuerySelector("[data-testid=difference] b [data-rupiah]")!.GetAttribute("data-rupiah").ShouldBe("0");
        var account = await finance.Get(position.Document.QuerySelector("[data-testid=line-2010] a")!.GetAttribute("href")!);
        var entries = await finance.Get(account.Document.QuerySelector("td.main a")!.GetAttribute("href")!);
        var journal = await finance.Get(entries.Document.QuerySelector("td.main a")!.GetAttribute("href")!);
        journal.Text.ShouldContain("Belanja dibayar");
        journal.Text.ShouldContain("1010 Piutang penyedia pembayaran");

        (await finance.Get("/operator/posisi-dana/ekspor/jurnal?bentuk=csv")).Html.ShouldContain("Belanja dibayar");
        (await finance.Get("/operator/posisi-dana/ekspor/jurnal?bentuk=xlsx")).Html.ShouldStartWith("PK");
        (await finance.Get("/operator/posisi-dana/ekspor/jurnal?dari=2026-10-09&sampai=2026-10-01")).Status.ShouldBe(422);

        var runs = await finance.Get("/operator/buku-besar");
        (await finance.Submit(runs, "/operator/buku-besar/periksa")).Status.ShouldBe(302);
        (await finance.Get("/operator/buku-besar")).Text.ShouldContain("menunggu giliran");
    }
}
