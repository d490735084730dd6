using System.Globalization;
using System.Text;
using Komeji.Application.Catalog.Imports;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// A sheet of 200 rows as a seller keeps it, with seven bad ones, on a phone: all seven are named and nothing is saved; mended and
/// uploaded again, all 200 are. With script and without.
/// </summary>
[Collection("another browser")]
public sealed class ImportJourneyTests(Chromium chromium)
{
    const string Seller = "kerupuk@uji.komeji.id";

    static readonly string[] Goods = ["Kerupuk udang", "Keripik tempe", "Keripik singkong", "Rengginang", "Emping melinjo", "Kerupuk ikan", "Keripik pisang", "Keripik nangka"];

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_hundred_rows_of_which_seven_are_bad(bool script)
    {
        await using var app = await KomejiApp.StartForBrowser();
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await new Stalls(app).Shop(owner: await app.Person(Seller));
        var page = await chromium.SignIn(app.Url, Seller, script);

        await Upload(page, Sheet(bad: true));
        await app.Run<DueImports>();
        await Reach(page, "Faulty", script);
        (await page.GetByTestId("import-fault").CountAsync()).ShouldBe(7);
        var faults = await page.GetByTestId("import-fault").AllInnerTextsAsync();
        foreach (var row in new[] { "12", "31", "57", "88", "120", "163", "199" })
        {
            faults.ShouldContain(f => f.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(row), row);
        }

        await page.ShouldFit("the list of faults");
        (await app.Read(db => db.Products.CountAsync())).ShouldBe(0);

        await Upload(page, Sheet(bad: false));
        await app.Run<DueImports>();
        await Reach(page, "Checked", script);
        await page.Press("import-save");
        await app.Run<DueImports>();
        await Reach(page, "Saved", script);
        (await app.Read(db => db.Variants.CountAsync())).ShouldBe(200);
        (await app.Read(db => db.ImportSheets.CountAsync())).ShouldBe(0);
        await page.ShouldFit("the saved import");
    }

    static async Task Upload(IPage page, string sheet)
    {
        await page.GotoAsync("/penjual/produk/impor");
        await page.ShouldFit("the upload page");
        await page.SetInputFilesAsync("#berkas", new FilePayload { Name = "Stok Toko Bu Sri.csv", MimeType = "text/csv", Buffer = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(sheet) });
        await page.GetByTestId("import-upload").ClickAsync();
        await page.ArriveAt("/penjual/produk/impor/");
    }

    /// <summary>By itself with script, by reloading without.</summary>
    static async Task Reach(IPage page, string state, bool script)
    {
        if (!script)
        {
            await page.ReloadAsync();
        }

        await page.Locator($"[data-testid=import-status][data-state={state}]").WaitForAsync(new LocatorWaitForOptions { Timeout = 20_000 });
    }

    /// <summary>As Excel with Indonesian settings saves it: semicolons, Windows-1252, dots in prices, a few empty columns.</summary>
    static string Sheet(bool bad)
    {
        var sheet = new StringBuilder("Kode Barang;Nama Produk;Varian;Kategori;Harga;Stok;Berat (gram);Keterangan;Isi bersih;Satuan;Status\r\n");
        for (var row = 2; row <= 201; row++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Goods[row % Goods.Length]} Bu Sri no. {row / 2}");
            var cells = new[]
            {
                $"BS-{row:000}", name, row % 2 == 0 ? "Asin" : "Pedas", "Keripik & kerupuk", Rupiah(10_000 + (row * 50)), (row % 60).ToString(CultureInfo.InvariantCulture), "250",
                "Digoreng sendiri – renyah sampai habis", "200", "g", "draf",
            };
            if (bad)
            {
                Spoil(row, cells);
            }

            sheet.AppendJoin(';', cells).Append("\r\n");
        }

        return sheet.ToString();
    }

    static string Rupiah(int amount) => "Rp" + amount.ToString("#,0", CultureInfo.GetCultureInfo("id-ID"));

    static void Spoil(int row, string[] cells)
    {
        (int Column, string Text)? wrong = row switch
        {
            12 => (4, "18,5 ribu"),
            31 => (5, "banyak"),
            57 => (0, ""),
            88 => (3, "Kerupuk lain-lain"),
            120 => (4, "=E119*2"),
            163 => (0, "BS-162"),
            199 => (5, "-4"),
            _ => null,
        };
        if (wrong is (var column, var text))
        {
            cells[column] = text;
        }
    }
}
