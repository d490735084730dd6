using System.Text;
using System.Xml.Linq;
using Komeji.Web.Demo.Illustrations;

namespace Komeji.Tests.Web;

public sealed class IllustrationTests
{
    public static TheoryData<string> Kinds => [.. Illustration.Kinds];

    [Fact]
    public void Covers_the_kinds_the_demo_market_promises() => Illustration.Kinds.Count.ShouldBeGreaterThanOrEqualTo(28);

    [Theory, MemberData(nameof(Kinds))]
    public void Draws_well_formed_pictures_of_at_most_four_kilobytes(string kind)
    {
        foreach (var (seed, view) in Samples(20))
        {
            var svg = Illustration.Draw(kind, seed, view);
            var root = XDocument.Parse(svg).Root!;
            root.Name.ShouldBe(XName.Get("svg", "http://www.w3.org/2000/svg"));
            Encoding.UTF8.GetByteCount(svg).ShouldBeLessThanOrEqualTo(4096, $"{kind} {seed} {view}");
            Reaches_nothing_outside(root);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Draws_the_same_bytes_again(string kind)
    {
        foreach (var (seed, view) in Samples(5)) Illustration.Draw(kind, seed, view).ShouldBe(Illustration.Draw(kind, seed, view));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Neighbouring_seeds_and_the_three_views_differ(string kind)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            Illustration.Draw(kind, seed).ShouldNotBe(Illustration.Draw(kind, seed + 1));
            Enumerable.Range(0, 3).Select(view => Illustration.Draw(kind, seed, view)).Distinct().Count().ShouldBe(3);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Thirty_of_one_kind_hardly_repeat(string kind) =>
        Enumerable.Range(0, 30).Select(seed => Illustration.Draw(kind, seed)).Distinct().Count().ShouldBeGreaterThanOrEqualTo(24);

    [Fact]
    public void Negative_and_huge_seeds_draw_too()
    {
        foreach (var seed in (int[])[int.MinValue, -1, int.MaxValue]) XDocument.Parse(Illustration.Draw("kopi", seed)).Root.ShouldNotBeNull();
    }

    [Fact]
    public void Refuses_what_it_cannot_draw()
    {
        Should.Throw<ArgumentException>(() => Illustration.Draw("kapal selam", 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Illustration.Draw("kopi", 1, 3));
    }

    [Theory]
    [InlineData("Dapur Bu Sri", "DB")]
    [InlineData("  batik   gedog ", "BG")]
    [InlineData("CV. Maju & Jaya", "CM")]
    [InlineData("<script>", "K")]
    [InlineData("", "K")]
    public void Avatars_carry_initials_and_nothing_else(string name, string initials)
    {
        var svg = XDocument.Parse(Illustration.Avatar(name));
        svg.Descendants().Single(node => node.Name.LocalName == "text").Value.ShouldBe(initials);
    }

    [Fact]
    public void Banners_differ_and_stay_small()
    {
        var banners = Enumerable.Range(0, 20).Select(Illustration.Banner).ToArray();
        banners.Distinct().Count().ShouldBe(20);
        foreach (var banner in banners)
        {
            XDocument.Parse(banner).Root!.Attribute("viewBox")!.Value.ShouldBe("0 0 600 120");
            banner.Length.ShouldBeLessThanOrEqualTo(4096);
        }
    }

    private static IEnumerable<(int Seed, int View)> Samples(int seeds) =>
        from seed in Enumerable.Range(0, seeds) from view in Enumerable.Range(0, 3) select (seed, view);

    private static void Reaches_nothing_outside(XElement root)
    {
        string[] active = ["script", "image", "foreignObject", "style", "a"];
        root.Descendants().ShouldNotContain(node => active.Contains(node.Name.LocalName));
        root.Descendants().Attributes("href").ShouldAllBe(link => link.Value.StartsWith('#'));
        root.DescendantsAndSelf().Attributes().ShouldNotContain(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName == "style");
    }
}
