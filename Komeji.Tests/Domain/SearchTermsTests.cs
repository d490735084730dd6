using Komeji.Domain.Catalog;

namespace Komeji.Tests.Domain;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("Kerupuk Udang (500 gr)", "kerupuk udang 500g")]
    [InlineData("krupuk 0,5kg", "kerupuk 500g")]
    [InlineData("beras 1/2 kilo", "beras 500g")]
    [InlineData("beras ½ kg", "beras 500g")]
    [InlineData("beras 1.000 gram", "beras 1000g")]
    [InlineData("beras 1.5 kg", "beras 1500g")]
    [InlineData("madu 2 ons", "madu 200g")]
    [InlineData("sirup 1 liter", "sirup 1000ml")]
    [InlineData("Batik 2,1 × 1,1 m", "batik 2 1 110cm")]
    [InlineData("Oleh-oleh khas Tuban", "oleh khas tuban")]
    [InlineData("tas dari pandan", "tas pandan")]
    [InlineData("yang", "yang")]
    [InlineData("sayur-sayuran", "sayur sayuran")]
    [InlineData("mie, Bakmi & mi", "mie")]
    [InlineData("Jum'at berkah", "jumat berkah")]
    [InlineData("ko\u200Bpi \u202Eluwak", "kopi luwak")]
    [InlineData("CAFÉ Ñandú", "cafe nandu")]
    [InlineData("٥٠٠ g", "500g")]
    [InlineData("𝗸𝗼𝗽𝗶", "kopi")]
    [InlineData("kaos 24s E27", "kaos 24s e27")]
    [InlineData("☕ 🔥 %%% ''", "")]
    [InlineData("\ud800 \0 5. .5 1/0 kg", "5 1 0 kg")]
    public void Puts_texts_into_words(string text, string words) => string.Join(' ', SearchTerms.Of(text)).ShouldBe(words);

    [Fact]
    public void Any_text_gives_only_letters_and_digits()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Select(c => (char)c));
        for (var i = 0; i < all.Length; i += 500)
        {
            SearchTerms.Of(all.Substring(i, Math.Min(500, all.Length - i))).ShouldAllBe(word => word.Length > 0 && word.All(char.IsLetterOrDigit));
        }
    }

    [Theory]
    [InlineData("kerupk", "kerupuk")]
    [InlineData("kreupuk", "kerupuk")]
    [InlineData("robsta", "robusta")]
    [InlineData("kopo", "kopi")]
    [InlineData("bakso", null)]
    [InlineData("abc", null)]
    public void Reads_wrong_letters_as_the_nearest_word(string typed, string? meant) =>
        Spelling.Nearest(typed, [("kerupuk", 5), ("robusta", 3), ("kopi", 9), ("kopiah", 1)]).ShouldBe(meant);

    [Theory]
    [InlineData("makanan", "makan")]
    [InlineData("minuman", "minum")]
    [InlineData("berkualitas", "kualitas")]
    [InlineData("penjualan", "jual")]
    [InlineData("menyapu", "sapu")]
    [InlineData("anyaman", "anyam")]
    [InlineData("bukunya", "buku")]
    [InlineData("kopi", "kopi")]
    public void Knows_the_stem(string word, string stem) => IndonesianStem.Of(word).ShouldBe(stem);
}
