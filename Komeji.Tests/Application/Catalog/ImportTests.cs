using System.Globalization;
using System.Security;
using System.Text;
using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Imports;
using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Catalog;

/// <summary>A table of products is checked as a whole, then saved as a whole; by the form's rules, and leaving nothing behind.</summary>
public sealed class ImportTests
{
    const string Head = "SKU;Nama produk;Varian;Kategori;Harga;Stok;Berat (gram);Status\r\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task New_products_and_variants_are_saved_together_and_the_rows_forgotten(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        var id = await desk.Upload(Head + "K-1;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18.500;40;300;draf\r\nK-2;Kerupuk udang Bu Sri;Pedas;;19500;25;;\r\nT-1;Teh daun kelor;;keripik-kerupuk;Rp 25.000,-;10;150;\r\n");
        await komeji.Run<DueImports>();
        var checkedNow = (await desk.Send(new ShowImport(id))).Import;
        (checkedNow.State, checkedNow.NewProducts, checkedNow.ChangedProducts, checkedNow.RowsChecked).ShouldBe((ImportState.Checked, 2, 0, 3));
        (await komeji.Read(db => db.Products.CountAsync())).ShouldBe(0);

        await desk.Send(new AcceptImport(id));
        await komeji.Run<DueImports>();
        (await desk.Send(new ShowImport(id))).Import.State.ShouldBe(ImportState.Saved);
        (await komeji.Read(db => db.ImportSheets.CountAsync())).ShouldBe(0);
        var products = await komeji.Read(db => db.Products.AsNoTracking().Include(p => p.Variants).OrderBy(p => p.Name).ToListAsync());
        products.Select(p => (p.Name, p.State, p.Slug, p.LowestPrice.Amount)).ShouldBe([("Kerupuk udang Bu Sri", ProductState.Draft, "kerupuk-udang-bu-sri", 18_500L), ("Teh daun kelor", ProductState.Draft, "teh-daun-kelor", 25_000L)]);
        products[0].Variants.OrderBy(v => v.Position).Select(v => (v.Name, v.Sku, v.Price.Amount, v.Stock)).ShouldBe([("Asin", "K-1", 18_500L, 40), ("Pedas", "K-2", 19_500L, 25)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_known_code_changes_only_what_is_written(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        await desk.Save(Head + "K-1;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18500;40;300;\r\nK-2;Kerupuk udang Bu Sri;Pedas;;19500;25;;\r\n");
        var saved = await desk.Save("SKU,Harga,Stok\r\nk-2,21000,\r\nK-1,,12\r\n");
        (saved.State, saved.NewProducts, saved.ChangedProducts).ShouldBe((ImportState.Saved, 0, 1));
        (await desk.Variants()).ShouldBe([("Asin", "K-1", 18_500L, 12), ("Pedas", "k-2", 21_000L, 25)]);

        // A third row of the same name is one more choice of the same product.
        await desk.Save(Head + "K-1;Kerupuk udang Bu Sri;;;;;;\r\nK-3;Kerupuk udang Bu Sri;Manis;;20000;5;;\r\n");
        (await desk.Variants()).Select(v => v.Item1).ShouldBe(["Asin", "Pedas", "Manis"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_bad_row_keeps_all_out_and_every_bad_row_is_named(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        var import = await desk.Save(Head
            + "K-1;Kerupuk udang Bu Sri;;Keripik & kerupuk;18500;40;300;\r\n"
            + "K-2;Teh;;Keripik & kerupuk;18500;40;300;\r\n"
            + "K-3;Kopi bubuk robusta;;Kopi dari bulan;18,5;-3;;\r\n"
            + "K-1;Kopi bubuk arabika;;Keripik & kerupuk;50;1;100;\r\n"
            + ";Sambal bawang pedas;;Keripik & kerupuk;15000;1;100;\r\n"
            + "CONTOH-01;Contoh dari templat;;Keripik & kerupuk;15000;1;100;\r\n"
            + "K-4;Sambal bawang pedas;;Keripik & kerupuk;=B2*2;1;100;tayang\r\n"
            + "K-5;;;;15000;1;;\r\n"
            + "K-6;Keripik pisang manis;;Keripik & kerupuk;15000;1;100;tayang\r\n");
        import.State.ShouldBe(ImportState.Faulty);
        var faults = (await desk.Send(new ShowImport(import.Id))).Faults.Rows;
        faults.Select(f => (f.Row, f.Column)).ShouldBe(
        [
            (3, "Nama produk"), (4, "Kategori"), (4, "Harga"), (4, "Stok"), (5, "SKU"), (5, "Harga"), (6, "SKU"), (6, "Varian"), (7, "SKU"), (8, "Harga"), (8, "Status"), (9, "Nama produk"), (9, "Kategori"), (10, "Status"),
        ], ignoreOrder: true);
        faults.Single(f => (f.Row, f.Column) == (8, "Harga")).Reason.ShouldContain("rumus");
        faults.ShouldAllBe(f => f.Reason.Length > 10);
        (await komeji.Read(async db => (await db.Products.CountAsync(), await db.ImportSheets.CountAsync()))).ShouldBe((0, 0));
    }

    /// <summary>All that is wrong with a row is told at once. Of one that may be of a product there is, only what is written can be wrong.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_without_a_code_hides_none_of_its_faults(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        const string head = "SKU;Nama produk;Kategori;Harga;Stok;Berat (gram);Panjang (cm);Asal;Garansi;Lama garansi;Keterangan;Status\r\n";
        var import = await desk.Save(head
            + $";Tes;Kategori bulan;abc;-1;nol;panjang;{new string('a', 121)};emas;;Barang yang sudah dibeli tidak dapat dikembalikan.;tayang\r\n"
            + $"K-2;Arak;keripik-kerupuk;50;2000000;0;900;{new string('a', 121)};toko;;;\r\n"
            + ";Keripik singkong;;;;;;;;;;\r\n");
        (await Faults(import)).ShouldBe(
        [
            "2 Asal", "2 Berat (gram)", "2 Garansi", "2 Harga", "2 Kategori", "2 Keterangan", "2 Nama produk", "2 Panjang (cm)", "2 SKU", "2 Status", "2 Stok",
            "3 Asal", "3 Berat (gram)", "3 Garansi", "3 Harga", "3 Nama produk", "3 Nama produk", "3 Panjang (cm)", "3 Stok",
            "4 Harga", "4 Kategori", "4 SKU", "4 Stok",
        ]);

        await desk.Save(Head + "K-1;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18500;40;300;draf\r\n");
        var changes = await desk.Save("SKU;Nama produk;Harga;Stok\r\n;;15000;\r\n;;abc;\r\n;Kerupuk udang Bu Sri;15000;lima\r\nK-1;Kerupuk udang Bu Sri;15000;\r\n");
        (await Faults(changes)).ShouldBe(["2 SKU", "3 Harga", "3 SKU", "4 SKU", "4 Stok"]);

        async Task<List<string>> Faults(ImportSummary of)
        {
            of.State.ShouldBe(ImportState.Faulty);
            return [.. (await desk.Send(new ShowImport(of.Id))).Faults.Rows.Select(f => $"{f.Row} {f.Column}").Order(StringComparer.Ordinal)];
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_becomes_wrong_after_the_check_undoes_all_of_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        await desk.Save(Head + "K-1;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18500;40;300;\r\n");
        var id = await desk.Upload("SKU,Harga\r\nK-1,20000\r\n");
        await komeji.Run<DueImports>();
        await desk.Send(new AcceptImport(id));
        await komeji.Write(db => db.Variants.ExecuteUpdateAsync(set => set.SetProperty(v => v.Sku, "lain")));
        await komeji.Run<DueImports>();
        (await desk.Send(new ShowImport(id))).Import.State.ShouldBe(ImportState.Faulty);
        (await desk.Variants()).Single().Item3.ShouldBe(18_500L);
        (await komeji.Read(db => db.ImportSheets.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_export_can_be_imported_and_changes_nothing(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        await desk.Save("SKU;Nama produk;Varian;Kategori;Harga;Stok;Berat;Keterangan;Isi bersih;Satuan isi;Garansi;Lama garansi;Penjawab garansi;Asal\r\n"
            + "K-1;=Kerupuk udang;Asin;Keripik & kerupuk;18500;40;300;\"Renyah;\n\"\"gurih\"\"\";250;g;toko;3;Bu Sri;Jember\r\n");
        await komeji.Write(db => db.Variants.ExecuteUpdateAsync(set => set.SetProperty(v => v.Sku, "")));
        var before = await desk.Send(new ExportProducts());
        var file = XlsxWriter.Write(new SheetPage("Produk", [.. ImportColumn.All.Select(c => c.Title)], before));
        var saved = await desk.Save(file);
        (saved.State, saved.NewProducts, saved.ChangedProducts).ShouldBe((ImportState.Saved, 0, 1));
        (await desk.Send(new ExportProducts())).Select(r => string.Join('|', r)).ShouldBe(before.Select(r => string.Join('|', r)));
    }

    /// <summary>What is sold between the export and the import stays sold, whether the seller counted anew or left the column alone.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_brings_nothing_back_that_was_sold_since_the_export(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        await desk.Save(Head + "K-1;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18500;40;300;\r\nK-2;Kerupuk udang Bu Sri;Pedas;;19500;25;;\r\n");
        var titles = ImportColumn.All.Select(c => c.Title).ToList();
        var exported = (await desk.Send(new ExportProducts())).Select(r => r.ToArray()).ToList();
        await komeji.Write(db => db.Variants.ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, v => v.Stock - 5).SetProperty(v => v.Sold, v => v.Sold + 5)));

        exported.ForEach(row => row[titles.IndexOf("Harga")] = 21_000L);
        exported.Single(r => (string)r[0] == "K-2")[titles.IndexOf("Stok")] = 30L;
        (await desk.Save(XlsxWriter.Write(new SheetPage("Produk", titles, exported)))).State.ShouldBe(ImportState.Saved);
        (await desk.Variants()).ShouldBe([("Asin", "K-1", 21_000L, 35), ("Pedas", "K-2", 21_000L, 25)], "five more were counted of the one, none of the other");

        // Less than what was sold since cannot be left.
        exported.Single(r => (string)r[0] == "K-1")[titles.IndexOf("Stok")] = 2L;
        var refused = await desk.Save(XlsxWriter.Write(new SheetPage("Produk", titles, exported)));
        refused.State.ShouldBe(ImportState.Faulty);
        (await desk.Send(new ShowImport(refused.Id))).Faults.Rows.ShouldHaveSingleItem().Reason.ShouldContain("stok sekarang 35");
        (await komeji.Read(db => db.Variants.SumAsync(v => v.Sold))).ShouldBe(10);
    }

    /// <summary>Whatever the seller leaves out is as in an empty form; exported, the table says the same again.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Services_come_and_go_with_their_days(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        const string head = "SKU;Nama produk;Kategori;Harga;Lama pengerjaan;Tempat jasa;Hari layanan;Jam layanan;Janji sehari;Janji bersamaan;Pemberitahuan (jam);Wilayah layanan\r\n";
        var saved = await desk.Save(head
            + "J-1;Servis AC cuci;servis-ac-elektronik;75000;90 menit;pembeli;Senin-Rabu, Sabtu;08.30-17:00;6;2;5;\"Kab. Jember; Kec. Jombang\"\r\n"
            + "J-2;Servis kulkas;servis-ac-elektronik;90.000;2 hari;penjual;;;;;;\r\n");
        var faults = (await desk.Send(new ShowImport(saved.Id))).Faults.Rows;
        (saved.State, saved.NewProducts).ShouldBe((ImportState.Saved, 2), string.Join('\n', faults));
        var terms = await komeji.Read(db => db.Products.AsNoTracking().OrderBy(p => p.Name).Select(p => p.Service!).ToListAsync());
        (terms[0].Duration, terms[0].Unit, terms[0].Place, terms[0].Weekdays, terms[0].OpensAt, terms[0].PerDay, terms[0].AtOnce, terms[0].NoticeHours)
            .ShouldBe((90, ServiceDurationUnit.Minutes, ServicePlace.AtBuyer, "1236", new TimeOnly(8, 30), 6, 2, 5));
        terms[0].Served.ShouldBe(["35.09", "35.09.01"]);
        (terms[1].Duration, terms[1].Unit, terms[1].Place, terms[1].Weekdays, terms[1].PerDay).ShouldBe((2, ServiceDurationUnit.Days, ServicePlace.AtSeller, "123456", 4));
        (await komeji.Read(db => db.Variants.Select(v => v.Stock).Distinct().SingleAsync())).ShouldBe(VariantFacts.MostStock);

        var before = await desk.Send(new ExportProducts());
        var again = await desk.Save(XlsxWriter.Write(new SheetPage("Produk", [.. ImportColumn.All.Select(c => c.Title)], before)));
        (again.State, again.ChangedProducts).ShouldBe((ImportState.Saved, 2));
        (await desk.Send(new ExportProducts())).Select(r => string.Join('|', r)).ShouldBe(before.Select(r => string.Join('|', r)), ignoreOrder: true);

        await desk.Save("SKU;Janji sehari\r\nJ-1;3\r\n");
        (await komeji.Read(db => db.Products.Where(p => p.Name == "Servis AC cuci").Select(p => p.Service!.PerDay).SingleAsync())).ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_timetable_that_cannot_be_kept_is_named_by_its_cell(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        var import = await desk.Save("SKU;Nama produk;Kategori;Harga;Stok;Berat;Lama pengerjaan;Tempat jasa;Hari layanan;Jam layanan;Wilayah layanan\r\n"
            + "J-1;Servis kulkas;servis-ac-elektronik;75000;;;;;;;\r\n"
            + "J-2;Servis dispenser;servis-ac-elektronik;75000;;;sebentar;rumah;Senen;pagi;Mars\r\n"
            + "J-3;Servis televisi;servis-ac-elektronik;75000;4;;90 menit;penjual;Sabtu-Senin;;\r\n"
            + "J-4;Servis setrika;servis-ac-elektronik;75000;;;90 menit;pembeli;;;\r\n"
            + "J-5;Servis blender;servis-ac-elektronik;75000;;;90 menit;penjual;;16.00-08.00;\r\n"
            + "K-1;Keripik tempe;keripik-kerupuk;75000;4;200;90 menit;;;;\r\n");
        var faults = (await desk.Send(new ShowImport(import.Id))).Faults.Rows;
        faults.Select(f => (f.Row, f.Column)).ShouldBe(
        [
            (2, "Lama pengerjaan"), (2, "Tempat jasa"), (3, "Lama pengerjaan"), (3, "Tempat jasa"), (3, "Hari layanan"), (3, "Jam layanan"), (3, "Wilayah layanan"),
            (4, "Hari layanan"), (4, "Stok"), (5, "Wilayah layanan"), (6, "Jam layanan"), (7, "Lama pengerjaan"),
        ], ignoreOrder: true);
        (await komeji.Read(db => db.Products.CountAsync())).ShouldBe(0);
    }

    /// <summary>Dates made of sizes, zeros and last figures lost, and the signs of broken formulas are told, not saved.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_spreadsheet_has_spoilt_is_told(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        await desk.Save(Head + "0012;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18500;40;300;\r\n");
        var import = await desk.Save(Workbook(Head
            + "12;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18500;40;300;\r\n"
            + "8,99123E+12;Kerupuk ikan Bu Sri;;Keripik & kerupuk;18500;40;300;\r\n"
            + SheetLine.DateMark + "2026-05-12;Kerupuk bawang Bu Sri;;Keripik & kerupuk;18500;40;300;\r\n"
            + $"K-4;Celana bayi katun;{SheetLine.DateMark}2026-04-03;Keripik & kerupuk;18500;40;300;\r\n"
            + "K-5;#REF!;;Keripik & kerupuk;18500;40;300;\r\n"
            + "K-6;Kerupuk rambak Bu Sri;;Keripik & kerupuk;1,85E+04;40;300;\r\n"));
        var faults = (await desk.Send(new ShowImport(import.Id))).Faults.Rows;
        faults.Select(f => (f.Row, f.Column)).ShouldBe([(2, "SKU"), (3, "SKU"), (4, "SKU"), (5, "Varian"), (6, "Nama produk"), (7, "Harga")]);
        faults.Single(f => f.Row == 2).Reason.ShouldContain("0012");
        faults.Single(f => f.Row == 5).Reason.ShouldContain("tanggal (2026-04-03)");
        (await komeji.Read(db => db.Products.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Anothers_import_is_not_there_and_a_new_one_drops_the_old(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        var first = await desk.Upload(Head + "K-1;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18500;40;300;\r\n");
        var other = await Desk.Open(komeji, desk);
        await Should.ThrowAsync<NotFound>(() => other.Send(new ShowImport(first)));
        await Should.ThrowAsync<NotFound>(() => other.Send(new AcceptImport(first)));
        await Should.ThrowAsync<NotFound>(() => other.Send(new DropImport(first)));

        var second = await desk.Upload(Head + "K-2;Kerupuk udang Bu Sri;Asin;Keripik & kerupuk;18500;40;300;\r\n");
        (await desk.Send(new ShowImport(first))).Import.State.ShouldBe(ImportState.Dropped);
        (await Should.ThrowAsync<RuleBroken>(() => desk.Send(new AcceptImport(second)))).Code.ShouldBe("import.illegal_move");
        (await komeji.Read(db => db.ImportSheets.CountAsync())).ShouldBe(1);
        await komeji.Run<DueImports>();
        komeji.Clock.Advance(TimeSpan.FromDays(2));
        await komeji.Send(new ForgetOldImports());
        (await komeji.Read(db => db.ImportSheets.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Columns_that_are_not_ours_are_named(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        foreach (var (text, code, words) in new[]
        {
            ("SKU,Harga beli\r\nA,1\r\n", "import.columns", "Harga beli"), ("Nama produk,Harga\r\nA,1\r\n", "import.columns", "SKU"),
            ("SKU,Harga,harga\r\nA,1,1\r\n", "import.columns", "dua kali"), ("SKU,Harga\r\n", "import.empty", "judul kolom"),
        })
        {
            var refusal = await Should.ThrowAsync<RuleBroken>(() => desk.Upload(text));
            (refusal.Code, refusal.Message.Contains(words, StringComparison.Ordinal)).ShouldBe((code, true), refusal.Message);
        }

        (await komeji.Read(db => db.ProductImports.CountAsync())).ShouldBe(0);
    }

    /// <summary>At the size the product promises under <c>KOMEJI_TEST_LONG</c>; the result is asserted, never the time.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_large_table_is_saved_whole(Engine engine)
    {
        var rows = TestSize.Of(50, 5_000);
        await using var komeji = await TestKomeji.Create(engine);
        var desk = await Desk.Open(komeji);
        var saved = await desk.Save(Head + string.Concat(Enumerable.Range(1, rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"B-{n};Keripik singkong nomor {n};;Keripik & kerupuk;{10_000 + n};{n % 90};250;\r\n"))));
        (saved.State, saved.NewProducts).ShouldBe((ImportState.Saved, rows));
        (await komeji.Read(db => db.Variants.CountAsync())).ShouldBe(rows);

        var again = await desk.Save("SKU,Harga,Stok\r\n" + string.Concat(Enumerable.Range(1, rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"B-{n},{20_000 + n},7\r\n"))));
        (again.State, again.ChangedProducts).ShouldBe((ImportState.Saved, rows));
        (await komeji.Read(db => db.Variants.SumAsync(v => v.Stock))).ShouldBe(rows * 7);
    }

    /// <summary>The table as a spreadsheet keeps it; a cell that begins with the mark is a date there.</summary>
    static byte[] Workbook(string table)
    {
        var rows = table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => "<row>" + string.Concat(line.Split(';').Select(Cell)) + "</row>");
        return Workbooks.Of("<sheetData>" + string.Concat(rows) + "</sheetData>");

        static string Cell(string text) => text.StartsWith(SheetLine.DateMark, StringComparison.Ordinal)
            ? $"""<c t="d"><v>{text[SheetLine.DateMark.Length..]}</v></c>"""
            : $"""<c t="str"><v>{SecurityElement.Escape(text)}</v></c>""";
    }

    /// <summary>A seller at her table.</summary>
    sealed class Desk(TestKomeji komeji, Stalls stalls, UserId owner)
    {
        readonly Stalls stalls = stalls;

        public static async Task<Desk> Open(TestKomeji komeji, Desk? neighbour = null)
        {
            var now = komeji.Clock.GetUtcNow();
            await komeji.Write(async db =>
            {
                if (!await db.Categories.AnyAsync(c => c.Slug == "keripik-kerupuk"))
                {
                    var top = new Category(CategoryId.New(now), null, "Makanan", "makanan-uji", ProductKind.Goods, 1, "makanan");
                    db.Categories.AddRange(top, new Category(CategoryId.New(now), top.Id, "Keripik & kerupuk", "keripik-kerupuk", ProductKind.Goods, 1, "camilan"));
                }
            });
            var stalls = neighbour?.stalls ?? new Stalls(komeji);
            return new Desk(komeji, stalls, (await stalls.Shop()).Owner);
        }

        public Task<T> Send<T>(MediatR.IRequest<T> request) => komeji.As(owner).Send(request);

        public Task<ProductImportId> Upload(string text) => Upload(Encoding.UTF8.GetBytes(text));

        public async Task<ProductImportId> Upload(byte[] file)
        {
            using var stream = new MemoryStream(file);
            return await Send(new UploadImport("produk.csv", stream));
        }

        public Task<ImportSummary> Save(string text) => Save(Encoding.UTF8.GetBytes(text));

        /// <summary>Uploads, has it checked, says yes where every row is in order, and has it saved.</summary>
        public async Task<ImportSummary> Save(byte[] file)
        {
            var id = await Upload(file);
            (await komeji.Run<DueImports>()).LastError.ShouldBe("");
            var import = (await Send(new ShowImport(id))).Import;
            if (import.State == ImportState.Checked)
            {
                await Send(new AcceptImport(id));
                (await komeji.Run<DueImports>()).LastError.ShouldBe("");
            }

            return (await Send(new ShowImport(id))).Import;
        }

        public async Task<IReadOnlyList<(string, string, long, int)>> Variants() =>
            [.. (await komeji.Read(db => db.Variants.AsNoTracking().OrderBy(v => v.Position).ToListAsync())).Select(v => (v.Name, v.Sku, v.Price.Amount, v.Stock))];
    }
}
