using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>Small things that stand beside the main one, so that two pictures of one kind are seldom alike.</summary>
internal static class Extras
{
    /// <summary>One of the named things, or none, standing on the ground at the left or right edge.</summary>
    public static Sketch Beside(this Sketch s, params ReadOnlySpan<string> names)
    {
        var at = s.Number("beside", 0, names.Length);
        if (at == names.Length) return s;
        var name = names[at];
        var tone = s.Pick("besidetone", Red, "#e2a13c", "#24597d", Leafy, "#8a5a34", "#7a4a8f", "#d9572a");
        return s.Place(s.Pick("side", 7, 112), 105, 1, 0, p => Draw(p, name, tone));
    }

    private static void Draw(Sketch s, string name, string tone)
    {
        switch (name)
        {
            case "mug": s.Ring(tone, 3, 8, -8, 5).Rect(tone, -9, -16, 16, 16, 3).Rect("#ffffff40", -6, -13, 3, 10, 1.5); break;
            case "plant": s.Leaf(0, -10, .8, -34).Leaf(0, -10, .8, 34, Lime).Leaf(0, -10, 1, 0).Path(tone, "M-8-12H8L6 0H-6z"); break;
            case "tag": s.Place(0, -14, 1, -18, p => p.Path(tone, "M-7-9h8l7 7v18H-7z").Dot(White, 2, -3, 1.8).Line("#ffffffb0", 1.6, "M-3 4h7M-3 9h7")); break;
            case "pencil": s.Place(0, 0, 1, 16, p => p.Path("#f0c9a4", "M-3.5-5h7L0 1z").Rect(tone, -3.5, -30, 7, 25).Rect("#ffffff40", -1, -30, 2, 25).Rect("#e58a9a", -3.5, -34, 7, 5, 2)); break;
            case "tape": s.Line("#f2cf5a", 5, "M0-3h13").Dot("#f2cf5a", 0, -10, 10).Dot(tone, 0, -10, 6).Dot(White, 0, -10, 2); break;
            case "apple": s.Dot(tone, -4, -9, 8).Dot(tone, 4, -9, 8).Line(Brown, 2, "M0-16v-5").Leaf(0, -18, .4, 60); break;
            case "spray": s.Rect(tone, -7, -20, 14, 20, 3).Rect("#5b6b7a", -3, -26, 6, 6).Path("#5b6b7a", "M-8-32H6v6H-8z").Rect("#ffffff60", -4, -14, 8, 8, 2); break;
            case "driver": s.Place(0, 0, 1, 12, p => p.Rect("#b9c4cc", -1.5, -36, 3, 20).Rect(tone, -4, -18, 8, 18, 3).Rect("#ffffff40", -2, -16, 2, 13, 1)); break;
            case "gift": s.Rect(tone, -10, -16, 20, 16, 2).Rect("#ffffffb0", -2, -16, 4, 16).Path("#ffffffc0", "M0-16c-9-9-13-1-7 0zM0-16c9-9 13-1 7 0z"); break;
            case "yarn": s.Dot(tone, 0, -9, 9).Line("#ffffff70", 1.4, "M-7-12c5-3 10-3 14 0M-8-8c5-3 11-3 16 0M-3-17c-3 5-3 11 0 16").Line(tone, 1.8, "M6-3c6 2 3 4 9 3"); break;
            case "flower": s.Line(Leafy, 1.8, "M0-14v-12").Place(0, -29, .7, 0, p => p.Motif(tone, 5)).Dot(Gold, 0, -29, 1.8).Path("#ffffffd0", "M-5-14H5l2 14H-7z"); break;
            case "check": s.Dot(White, 0, -13, 12).Ring(tone, 2.4, 0, -13, 12).Line(tone, 3, "M-5-13l4 4 7-8"); break;
            case "star": s.Path(Gold, "M0-28l4 8 9 1-6.5 6 1.5 9-8-4-8 4 1.5-9-6.5-6 9-1z"); break;
            case "lime": s.Dot(Leafy, 0, -9, 9).Dot("#dfeeb2", 0, -9, 7.4).Line(Lime, 1.6, "M0-16v14M-6-12.5l12 7M6-12.5l-12 7"); break;
            case "cherry": s.Line(Brown, 1.6, "M-4-8c1-8 4-12 8-15M5-7c0-7 0-11-1-16").Dot(Red, -5, -6, 5.5).Dot("#a81e2d", 6, -5, 5.5).Dot("#ffffff80", -7, -8, 1.4); break;
            case "box": s.Rect(Kraft, -11, -18, 22, 18, 2).Rect("#e6c48d", -2.5, -18, 5, 18).Rect(tone, -9, -8, 6, 5, 1); break;
            default: s.Leaf(-2, 0, .9, -24).Leaf(2, 0, .8, 24, Lime); break;
        }
    }
}
