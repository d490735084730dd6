using System.Net.Http.Headers;
using System.Text;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Accounts;
using Komeji.Tests.Support;

namespace Komeji.Tests.Web.Operations;

/// <summary>An officer of finance brings a statement in and explains what differs, without a script.</summary>
public sealed class ReconciliationPagesTests
{
    const string Start = "/operator/rekening-koran";

    [Fact]
    public async Task From_a_statement_to_an_explained_difference()
    {
        await using var app = await KomejiApp.Start();
        using var officer = await app.SignInAs("uang@contoh.id", Roles.Finance);
        (await officer.Get(Start)).Text.ShouldContain("Belum ada rekening koran");
        (await officer.Get(Start + "/templat")).Html.ShouldContain("tanggal,keterangan,masuk,keluar,saldo,referensi");

        var refused = await Upload(officer, "tanggal;keterangan;masuk;keluar;saldo;referensi\r\n2026-10-01;BUNGA;125;;125;\r\n2026-10-02;SALAH;5;;5;\r\n");
        (refused.Status, refused.Document.QuerySelector("[data-testid=row-faults]")!.TextContent.Contains("Baris 3", StringComparison.Ordinal)).ShouldBe((422, true));

        var kept = await Upload(officer, "tanggal;keterangan;masuk;keluar;saldo;referensi\r\n2026-10-01;BUNGA;125;;125;\r\n");
        kept.Status.ShouldBe(302, kept.Text);
        await app.Run<BankLinesToMatch>();
        (await officer.Get(kept.Location)).Document.QuerySelector("[data-testid=bank-position] [data-rupiah]")!.GetAttribute("data-rupiah").ShouldBe("125");

        var list = await officer.Get("/operator/selisih");
        var line = list.Document.QuerySelector("[data-testid=difference] a")!.GetAttribute("href")!;
        var short1 = await officer.Submit(await officer.Get(line), line + "/jelaskan", ("Alasan", "bunga"));
        (short1.Status, short1.Document.QuerySelector("#alasan")!.TextContent).ShouldBe((400, "bunga"));
        (await officer.Submit(await officer.Get(line), line + "/jelaskan", ("Alasan", "Bunga bank bulan September"))).Status.ShouldBe(302);
        (await officer.Get(line)).Text.ShouldContain("Bunga bank bulan September");
        (await officer.Get("/operator/selisih")).Text.ShouldContain("Tidak ada selisih");
        (await officer.Get("/operator/selisih/csv?status=dijelaskan")).Html.ShouldContain("2026-10-01,1020,BUNGA");
    }

    static async Task<Page> Upload(Visitor officer, string content)
    {
        var token = (await officer.Get(Start)).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var token1 = new StringContent(token);
        using var account = new StringContent("1020");
        using var form = new MultipartFormDataContent { { token1, "__formulir" }, { account, "akun" }, { file, "berkas", "mutasi.csv" } };
        using var answer = await officer.Http.PostAsync(new Uri(Start, UriKind.Relative), form);
        return await Page.Of(answer);
    }
}
