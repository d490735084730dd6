using static System.FormattableString;
using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>The head of a shop page: hills, fields or sea of East Java under a batik border.</summary>
internal static class Banners
{
    public static void Draw(Sketch s)
    {
        var (sky, far, middle, near) = s.Tone(("#dcefe4", "#a8cdb6", "#4f9a6d", "#14633f"), ("#f8ead2", "#e3bd8a", "#b9824a", "#6b3f22"),
            ("#dff0f5", "#a9cfdd", "#4f8fa8", "#24597d"), ("#f9e3d4", "#e6ad8c", "#b5562f", "#6e2c18"), ("#eef2dc", "#c5d08f", "#86993f", "#48591f"));
        s.Rect(sky, 0, 0, 600, 120).Dot("#ffffffb0", s.Number("sun", 330, 520), s.Number("high", 26, 44), 19);
        var peak = s.Number("peak", 120, 260);
        s.Path(far, Invariant($"M{peak - 130} 120L{peak - 12} 30l9 5 8-4 10 6L{peak + 140} 120z")).Path(far, Invariant($"M{peak + 120} 120l90-58 100 58z"));
        s.Path(middle, Invariant($"M0 {s.Number("left", 74, 92)}c90-30 150 10 240-2s170-34 360-2v60H0z"));
        if (s.Form(2) == 0) Fields(s, near);
        else Houses(s, near);
        s.Rect(near, 0, 106, 600, 14).Cloth("b", 14, 14, 0, p => p.Place(7, 7, .55, 0, m => m.Motif("#ffffff70", 3))).Place(0, 106, 1, 0, p => p.Rect("url(#b)", 0, 0, 600, 14));
    }

    private static void Fields(Sketch s, string near)
    {
        s.Path(near, "M0 96c120-14 200 8 300 0s180-14 300-2v26H0z").Line("#ffffff30", 2, "M0 100c120-14 200 8 300 0s180-14 300-2M40 106c100-10 200 6 260 0");
        for (var i = 0; i < 7; i++)
        {
            var x = s.Number(Invariant($"x{i}"), 4, 72) + i * 84;
            s.Leaf(x, 106, .9, -18, Lime).Leaf(x + 5, 106, s.Number(Invariant($"h{i}"), 8, 14) / 10.0, 10, Leafy);
        }
    }

    private static void Houses(Sketch s, string near)
    {
        var roof = s.Pick("roof", "#c96a3c", "#e0a458", "#8c3b2a", "#d9c2a0");
        s.Path(near, "M0 98c120-10 200 6 300 0s180-8 300-2v24H0z").Define("h", p => p.Rect("#fbf1df", -15, -14, 30, 16).Path(roof, "M-20-13L0-28l20 15z").Rect(Brown, -4, -8, 8, 10));
        for (var i = 0; i < 6; i++)
        {
            var x = s.Number(Invariant($"x{i}"), 20, 70) + i * 94;
            s.Again("h", x, 103 - i % 2 * 4, s.Number(Invariant($"h{i}"), 7, 11) / 10.0).Leaf(x + 26, 106, 1.2, 8).Leaf(x + 31, 107, .9, 24, Lime);
        }
    }
}
