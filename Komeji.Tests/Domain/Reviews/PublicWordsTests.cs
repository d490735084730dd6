using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;

namespace Komeji.Tests.Domain.Reviews;

/// <summary>What everyone may read is plain, leads nowhere and gives nobody away.</summary>
public sealed class PublicWordsTests
{
    [Theory]
    [InlineData("Renyah dan gurih. Info lengkap ada di kemasan.")]
    [InlineData("Harga 2 @5.000. Mantap!")]
    [InlineData("Rp25.500 dapat 3, isi 200 g, jam 14.05")]
    [InlineData("Pedasnya pas 👍🏽 👨‍👩‍👧")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Nomor pesanan 20261005 sampai tanggal 8")]
    public void Ordinary_words_stay_as_they_are(string text) => PublicWords.Require(text, 0, 100).ShouldBe(text);

    [Theory]
    [InlineData("lihat https://contoh.test/a", "text.link")]
    [InlineData("cek www.toko-lain.example", "text.link")]
    [InlineData("ada di toko-lain.com", "text.link")]
    [InlineData("ada di TOKO-LAIN.CO.ID ya", "text.link")]
    [InlineData("toko-lain [dot] com", "text.link")]
    [InlineData("toko (titik) id", "text.link")]
    [InlineData("wa.me/628123456789", "text.link")]
    [InlineData("ｔｏｋｏ．ｃｏｍ", "text.link")]
    [InlineData("tulis ke budi@contoh.id", "text.link")]
    [InlineData("tulis ke budi@contoh.example", "text.contact")]
    [InlineData("hubungi 0812-3456-7890", "text.contact")]
    [InlineData("hubungi +62 812 3456 7890", "text.contact")]
    [InlineData("hubungi ٠٨١٢٣٤٥٦٧٨٩٠", "text.contact")]
    [InlineData("B\u0430gus sekali", "text.letters")]
    [InlineData("terbalik \u202Eabc", "text.hidden")]
    public void Links_contacts_and_words_made_to_deceive_are_refused(string text, string code) =>
        Should.Throw<RuleBroken>(() => PublicWords.Require(text, 0, 100)).Code.ShouldBe(code);

    [Fact]
    public void What_nobody_sees_and_what_piles_up_is_taken_out()
    {
        PublicWords.Require("ba\u200Bgus", 0, 100).ShouldBe("bagus");
        PublicWords.Require("z" + new string('\u0336', 40), 0, 100).Length.ShouldBeLessThan(5);
        PublicWords.Require("  satu \r\n\n\n\n dua  ", 0, 100).ShouldBe("satu\n\ndua");
        PublicWords.Require("𝐛𝐚𝐠𝐮𝐬", 0, 100).ShouldBe("bagus");
    }

    [Theory]
    [InlineData("", 2, "text.length")]
    [InlineData("  a  ", 2, "text.length")]
    [InlineData("abcdefghijk", 2, "text.length")]
    public void It_has_its_length_after_it_was_tidied(string text, int least, string code) =>
        Should.Throw<RuleBroken>(() => PublicWords.Require(text, least, 10)).Code.ShouldBe(code);

    [Fact]
    public void A_long_hostile_text_is_read_once() =>
        RuleBroken.By(() => PublicWords.Require(string.Concat(Enumerable.Repeat("a.", 5_000)) + new string('0', 10_000), 0, 30_000)).ShouldBeNull();

    [Theory]
    [InlineData("Siti Aminah", "S*** A.")]
    [InlineData("siti nur aminah", "S*** A.")]
    [InlineData("Slamet", "S***")]
    [InlineData("H. Ahmad Dahlan", "H*** D.")]
    [InlineData("123 !!", "Pembeli")]
    [InlineData("", "Pembeli")]
    public void Names_are_masked(string name, string mask) => MaskedName.Of(name).ShouldBe(mask);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 5, 50)]
    [InlineData(3, 14, 47)]
    [InlineData(4, 17, 43)]
    [InlineData(1_000_000, 4_550_000, 46)]
    public void The_average_is_in_tenths_half_up(int reviews, int stars, int tenths) => new Rating(reviews, stars).Tenths.ShouldBe(tenths);
}
