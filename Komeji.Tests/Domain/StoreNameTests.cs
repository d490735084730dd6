using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Tests.Domain;

public sealed class StoreNameTests
{
    [Theory]
    [InlineData("Dapur Bu Sri", "DAPUR  BU-SRI")]
    [InlineData("Dapur Bu Sri", "Dapur Bu 5ri")]
    [InlineData("Kopi Argopuro", "K\u043Epi Argopuro")]
    [InlineData("Kopi Argopuro", "Kop\u0131 Argopur\u03BF")]
    [InlineData("Kopi Argopuro", "Kop\u00ED \u00C0rgopuro")]
    [InlineData("Kopi Argopuro", "\uFF2B\uFF4F\uFF50\uFF49 Argopuro")]
    [InlineData("Kopi Argopuro", "Kopl Arg0puro")]
    [InlineData("Kopi Argopuro", "\u1D0B\u1D0F\u1D18\u026A Argopuro")]
    [InlineData("Mama Jaya", "Marna Jaya")]
    [InlineData("Warung Wawan", "Warung VVavvan")]
    public void Names_the_eye_takes_for_each_other_have_one_skeleton(string one, string other) =>
        StoreName.SkeletonOf(PlainText.Name(other)).ShouldBe(StoreName.SkeletonOf(one));

    [Theory]
    [InlineData("Toko 1", "Toko 2")]
    [InlineData("Toko 10", "Toko 100")]
    [InlineData("Batik Ayu", "Batik Ayi")]
    [InlineData("Kopi Jember", "Kopi Jombang")]
    public void Names_that_differ_have_their_own(string one, string other) =>
        StoreName.SkeletonOf(other).ShouldNotBe(StoreName.SkeletonOf(one));

    [Theory]
    [InlineData("Dapur Bu Sri")]
    [InlineData("Toko Bunga \U0001F338")]
    [InlineData("Tahu & Tempe \u201CPak Di\u201D")]
    [InlineData("\uA98F\uA9B4\uA9A5\uA9B6 Jawa")]
    [InlineData("Apotek 24 Jam")]
    [InlineData("Dinasti Batik")]
    [InlineData("Toko Mejiku")]
    public void An_honest_name_is_taken(string name) => StoreName.Require(name).ShouldBe(PlainText.Name(name));

    [Theory]
    [InlineData("Komeji", "store.name_reserved")]
    [InlineData("K\u043Emeji", "store.name_letters")]
    [InlineData("\u041A\u043E\u043C\u0435\u0458\u0456", "store.name_reserved")]
    [InlineData("\uFF2B\uFF2F\uFF2D\uFF25\uFF2A\uFF29", "store.name_reserved")]
    [InlineData("K0meji Resmi", "store.name_reserved")]
    [InlineData("K o m e j i", "store.name_reserved")]
    [InlineData("KoMejiStore", "store.name_reserved")]
    [InlineData("Dinas Koperasi Jatim", "store.name_reserved")]
    [InlineData("RTIK Jember", "store.name_reserved")]
    [InlineData("T\u043Eko Sari", "store.name_letters")]
    [InlineData("???", "store.name_letters")]
    [InlineData("ab", "store.name")]
    [InlineData("Toko\u202E Sari", "store.name")]
    [InlineData("   \u200B  ", "store.name")]
    public void A_name_that_deceives_is_refused(string name, string code) => Should.Throw<RuleBroken>(() => StoreName.Require(name)).Code.ShouldBe(code);
}
