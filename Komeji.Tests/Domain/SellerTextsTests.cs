using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

/// <summary>What a seller may not write, what may not be listed, and how prices are changed and struck.</summary>
public sealed class SellerTextsTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Barang yang sudah dibeli tidak dapat dikembalikan.")]
    [InlineData("BARANG YG SDH DIBELI TDK BISA DITUKAR / DIKEMBALIKAN!!!")]
    [InlineData("Maaf, barang yang sudah terjual gak boleh diretur")]
    [InlineData("No refund, no return.")]
    [InlineData("Kami tidak menerima komplain dalam bentuk apa pun")]
    [InlineData("Tidak ada pengembalian.")]
    [InlineData("Uang yang sudah masuk tidak bisa kembali")]
    [InlineData("Toko tidak bertanggung jawab atas kerusakan")]
    [InlineData("Kerusakan di jalan di luar tanggung jawab kami")]
    [InlineData("Ketentuan ini dapat berubah sewaktu-waktu")]
    [InlineData("Wajib video unboxing, kalau tidak komplain ditolak")]
    public void A_void_clause_is_refused_with_the_law(string text)
    {
        var refusal = Should.Throw<RuleBroken>(() => StorePolicy.Of(StoreId.New(Now)).Write(text, "", "", new UserId(Guid.Empty), Now));
        refusal.Code.ShouldBe("store.void_clause");
        refusal.Message.ShouldMatch("pasal [0-9]+");
    }

    [Theory]
    [InlineData("Barang rusak atau salah kirim dapat dikembalikan dalam 7 hari. Foto sudah cukup.")]
    [InlineData("Barang yang tidak cocok boleh ditukar selama belum dipakai.")]
    [InlineData("Kami bertanggung jawab sampai barang diterima.")]
    [InlineData("Pesanan sebelum pukul 14.00 dikirim hari itu. Tidak buka hari Minggu.")]
    [InlineData("Video buka paket membantu kami, tetapi foto juga diterima.")]
    [InlineData("")]
    public void A_fair_promise_is_kept_as_it_is_written(string text)
    {
        var policy = StorePolicy.Of(StoreId.New(Now));
        policy.Write(text, text, text, new UserId(Guid.Empty), Now);
        policy.Returns.ShouldBe(text);
    }

    [Theory]
    [InlineData("Arak Bali asli 600 ml")]
    [InlineData("Tramadol 50 mg isi 10")]
    [InlineData("Airsoft gun spring")]
    [InlineData("Gading gajah ukir")]
    [InlineData("Benih lobster pasir")]
    [InlineData("Paracetamol 500 mg, satu strip")]
    [InlineData("Benih padi Ciherang 5 kg")]
    [InlineData("Kecambah sawit unggul")]
    [InlineData("Sabu-sabu")]
    public void Prohibited_goods_are_refused_with_the_reason(string name)
    {
        var refusal = Should.Throw<RuleBroken>(() => Draft(name));
        refusal.Code.ShouldBe("product.prohibited");
        refusal.Message.ShouldContain("tidak boleh dijual");
    }

    [Theory]
    [InlineData("Sabun madu batang")]
    [InlineData("Obat nyamuk bakar")]
    [InlineData("Golok kayu hiasan")]
    public void What_only_sounds_alike_is_listed(string name)
    {
        var product = Draft(name);
        product.Name.ShouldBe(name);
        product.Events.OfType<ProductFlagged>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Bir pletok Betawi 250 ml", "", "bir")]
    [InlineData("Pistol air mainan anak", "", "pistol")]
    [InlineData("Keripik mercon pedas", "", "mercon")]
    [InlineData("Kain batik motif kulit harimau", "", "kulit harimau")]
    [InlineData("Senapan angin asli, bukan mainan", "", "senapan")]
    [InlineData("Hiasan dinding", "Gading gajah asli, bukan tiruan", "gading gajah")]
    [InlineData("Obat batuk herbal", "", "obat")]
    [InlineData("Bibit kelengkeng diamond", "", "bibit")]
    [InlineData("Minuman jahe", "Cocok dicampur arak putih", "arak")]
    public void Words_to_look_at_put_the_listing_before_a_person(string name, string description, string words) =>
        Draft(name, description).Events.OfType<ProductFlagged>().Single().Flag.Words.ShouldBe(words);

    [Theory]
    [InlineData("Kaos polos KW", "kw", "KAOS  polos-kw", true)]
    [InlineData("Kaos polos KW", "kw", "K4os p0los KW", true)]
    [InlineData("Kaos polos KW", "kw", "Kаos polos KW", true)]
    [InlineData("Kaos polos KW", "kw", "KW kaos polos", true)]
    [InlineData("Kaos polos KW", "kw", "Kaos polos KW hitam promo", true)]
    [InlineData("Kaos polos KW", "kw", "Kaos polos", true)]
    [InlineData("Kaos polos KW", "kw", "Kaoss polos KW", true)]
    [InlineData("Kaos polos KW", "kw", "Kaos batik tulis", false)]
    [InlineData("Kaos polos KW", "kw", "Kaos polos hitam", false)]
    [InlineData("Golok", "golok", "Golok tani Ciwidey", false)]
    [InlineData("Teh hijau", "arak", "Teh hitam", false)]
    public void A_name_typed_anew_is_known_again(string withheld, string flagged, string name, bool isOf) => RetypedName.IsOf(withheld, flagged, name).ShouldBe(isOf);

    [Fact]
    public void What_the_cooperative_took_off_display_the_seller_cannot_publish()
    {
        var product = Draft("Obat batuk herbal");
        product.AddPicture("a.webp", 10, 10, "", Now);
        product.Publish(Now);
        product.Withhold("Izin edar tidak ada.", Now);
        product.State.ShouldBe(ProductState.Archived);
        Should.Throw<RuleBroken>(() => product.Publish(Now)).Code.ShouldBe("product.withheld");
    }

    [Fact]
    public void A_void_clause_does_not_fit_into_a_description_either() =>
        Should.Throw<RuleBroken>(() => Draft("Keripik tempe", "Renyah. Barang yang sudah dibeli tidak dapat dikembalikan.")).Code.ShouldBe("product.void_clause");

    [Theory]
    [InlineData(18_500, -10, 100, 16_700)]
    [InlineData(18_500, -10, 1, 16_650)]
    [InlineData(18_500, 10, 500, 20_500)]
    [InlineData(100, -90, 1_000, 0)]
    [InlineData(999, 1, 1, 1_009)]
    public void A_percentage_is_rounded_to_a_neat_amount(int price, int percent, int roundTo, int expected) =>
        Repricing.By(percent, roundTo).Of(new Rupiah(price)).ShouldBe(new Rupiah(expected));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-91, 1)]
    [InlineData(901, 1)]
    [InlineData(10, 7)]
    public void A_percentage_without_sense_is_refused(int percent, int roundTo) =>
        Should.Throw<RuleBroken>(() => Repricing.By(percent, roundTo)).Code.ShouldBe("product.repricing");

    [Fact]
    public void A_variant_that_was_not_asked_a_price_for_long_enough_has_none_to_strike()
    {
        var steps = new[] { Step(null, 50_000, -3), Step(50_000, 20_000, -1) };
        StruckPrice.Of(new Rupiah(20_000), steps, Now.AddDays(-400), new StrikeTerms(30, 30), Now).ShouldBeNull();
        StruckPrice.Of(new Rupiah(20_000), [steps[1]], Now.AddDays(-400), new StrikeTerms(30, 30), Now).ShouldBe(new Rupiah(50_000));
        StruckPrice.Of(new Rupiah(20_000), [steps[1]], Now.AddDays(-20), new StrikeTerms(30, 30), Now).ShouldBeNull();
        StruckPrice.Of(new Rupiah(20_000), [steps[1]], null, new StrikeTerms(30, 30), Now).ShouldBeNull();
        StruckPrice.Of(new Rupiah(20_000), [], Now.AddDays(-400), new StrikeTerms(30, 30), Now).ShouldBeNull();
    }

    [Fact]
    public void A_card_strikes_what_the_product_page_strikes()
    {
        var variant = VariantId.New(Now);
        CardPriceStep[] steps = [Card(variant, 15_000, 20_000, -10), Card(variant, 15_000, 18_000, -1)];
        OnCard(15_000, 1, steps).ShouldBe(new Rupiah(18_000));
        OnCard(15_000, 1, []).ShouldBeNull();
        OnCard(15_000, 1, [Card(variant, 15_000, 12_000, -10), Card(variant, 15_000, 18_000, -1)]).ShouldBeNull("raised to be cut");
    }

    [Fact]
    public void A_card_strikes_nothing_that_was_not_the_lowest_of_the_listing()
    {
        var (small, large) = (VariantId.New(Now), VariantId.New(Now));
        OnCard(15_000, 2, [Card(small, 15_000, 18_000, -1)]).ShouldBeNull("another variant is had for the same all along");
        OnCard(15_000, 1, [Card(small, 15_000, 18_000, -1), Card(large, 30_000, 14_000, -5)]).ShouldBeNull("another was cheaper not long ago");
        OnCard(15_000, 1, [Card(small, 15_000, 18_000, -1), Card(large, 30_000, 17_000, -5)]).ShouldBe(new Rupiah(17_000));
        OnCard(15_000, 1, [Card(small, 15_000, 18_000, -1)], other: 16_000).ShouldBe(new Rupiah(16_000), "another was had for that all along");
        OnCard(15_000, 1, [Card(small, 15_000, 18_000, -1)], other: 14_000).ShouldBeNull("another, withdrawn since, was had for less");
        OnCard(15_000, 1, [Card(small, 15_000, 18_000, -1, onSale: false)]).ShouldBeNull("it cannot be had any more");
    }

    [Fact]
    public void The_drawing_of_a_flag_is_the_switch() => StateDiagram.ShouldMatch<ListingFlagState>("seller.md", "What may not be said or sold", ListingFlagMoves.From);

    [Fact]
    public void Who_took_a_listing_off_display_does_not_refuse_to_look_again()
    {
        var (first, second) = (new UserId(Guid.CreateVersion7(Now)), new UserId(Guid.CreateVersion7(Now)));
        var flag = ListingFlag.Of(new ProductFlagged(ProductId.New(Now), "Obat batuk", new GoodsFlag("obat", "Obat", "uji", false), Now));
        flag.Withhold(first, "Izin edar tidak ada.", Now);
        Should.Throw<RuleBroken>(() => flag.AskAgain("pendek", Now)).Code.ShouldBe("flag.plea");
        flag.AskAgain("Nomor izin sudah saya tulis.", Now);
        Should.Throw<RuleBroken>(() => flag.Withhold(first, "Tetap tidak ada izinnya.", Now)).Code.ShouldBe("flag.own_decision");
        flag.Withhold(second, "Nomor izinnya milik barang lain.", Now);
        (flag.State, flag.Note).ShouldBe((ListingFlagState.Withheld, "Nomor izinnya milik barang lain."));
        flag.AskAgain("Nomor izin yang benar sudah ada.", Now);
        flag.Clear(second, Now);
        Should.Throw<RuleBroken>(() => flag.AskAgain("Terima kasih banyak.", Now)).Code.ShouldBe("flag.decided");
    }

    [Fact]
    public void The_drawing_of_an_import_is_the_switch() => StateDiagram.ShouldMatch<ImportState>("seller.md", "Import", ImportMoves.From);

    static Rupiah? OnCard(int lowest, int cheapest, CardPriceStep[] steps, int? other = null) => StruckPrice.OnCard(new Rupiah(lowest), cheapest, other is { } price ? new Rupiah(price) : null, steps, Now.AddDays(-400), new StrikeTerms(30, 30), Now);

    static CardPriceStep Card(VariantId variant, int price, int before, int days, bool onSale = true) => new(variant, onSale, new Rupiah(price), new Rupiah(before), Now.AddDays(days));

    static PriceChange Step(int? before, int after, int days) =>
        new(new PriceChanged(ProductId.New(Now), VariantId.New(Now), before is { } b ? new Rupiah(b) : null, new Rupiah(after), Now.AddDays(days)), null);

    static Product Draft(string name, string description = "") => Product.Draft(
        StoreId.New(Now), "uji", new ProductFacts(CategoryId.New(Now), "Camilan", ProductKind.Goods, name, description, 200, 0, 0, 0, 200, "g", 1, "", true, "", Warranty.None),
        [new VariantFacts(null, "", new Rupiah(10_000), 5, "")], Now);
}
