using static System.FormattableString;
using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>For the house: gerabah, ukiran, mebel, tanaman, lampu bambu.</summary>
internal static class Home
{
    public static readonly Kind[] All =
    [
        new("gerabah", Pottery, PotteryNear, s => Scenes.Goods(s, Pottery, s.Form(3) != 1)),
        new("ukiran", Carving, CarvingNear, Room),
        new("mebel", Chair, ChairNear, s => Corner(s, Chair)),
        new("tanaman", Plant, PlantNear, s => Corner(s, Plant)),
        new("lampu-bambu", Lamp, LampNear, s => Corner(s, Lamp)),
    ];

    /// <summary>A corner of a room with a window, a rug and the thing standing on the floor.</summary>
    private static void Corner(Sketch s, Action<Sketch> thing)
    {
        var (wall, floor, rug) = s.Pick("room", ("#f4ecdd", "#c79a6d", "#a3413a"), ("#e3efe6", "#b98a5c", "#1b5f4a"), ("#f3e4da", "#a8794c", "#2f5f7d"), ("#ece9f2", "#c9a27a", "#8a5a34"));
        s.Rect(wall, 0, 0, 120, 120).Rect(floor, 0, 92, 120, 28).Rect("#ffffff", 0, 89, 120, 4).Rect("#ffffff", 70, 10, 42, 46, 2).Rect("#cfe8f2", 73, 13, 36, 40).Path("#a9cdb4", "M73 53v-9l12-10 10 9 8-6 6 5v11z").Rect("#ffffff", 90, 13, 2, 40).Rect("#ffffff", 73, 32, 36, 2);
        s.Oval(rug, 52, 107, 48, 9).Oval("#ffffff40", 52, 107, 40, 6.5).Place(4, 21, .8, 0, thing);
    }

    private static (string Clay, string Dark, string Band) PotTone(Sketch s) =>
        s.Tone(("#b5562f", "#8a3d1e", "#f0d6b0"), ("#c9814f", "#9c5a30", "#5b2a1a"), ("#7d4a38", "#572f22", "#e2b04a"), ("#d8c4a4", "#ad9672", "#24597d"), ("#5f6f68", "#414f49", "#e6dcc2"));

    private static void Pottery(Sketch s)
    {
        var (clay, dark, band) = PotTone(s);
        s.Beside("flower", "leaf", "plant", "tag");
        s.Ground(40);
        switch (s.Form(3))
        {
            case 0:
                s.Path(clay, "M46 24h28c-1 8-4 10-4 16 18 6 26 18 26 32 0 18-12 30-22 33H46c-10-3-22-15-22-33 0-14 8-26 26-32 0-6-3-8-4-16z").Oval(dark, 60, 24, 15, 4).Rect(band, 25.5, 64, 69, 2.4).Rect(band, 26.5, 82, 67, 2.4);
                Zigzag(s, 26, 78, 11, 6, band);
                s.Path("#ffffff2c", "M32 66c2-10 8-17 15-20-5 8-8 18-7 30z");
                break;
            case 1:
                s.Path(clay, "M20 62h80c-2 26-16 42-30 43H50C36 104 22 88 20 62z").Rect(dark, 17, 56, 86, 9, 4);
                Zigzag(s, 26, 80, 11, 6, band);
                s.Rect(band, 26, 86, 68, 2.2).Path(dark, "M44 50h32l4 6H40z").Path(clay, "M34 56c6-12 46-12 52 0z").Dot(dark, 60, 42, 5).Steam(60, 14, "#c9d6cc");
                break;
            default:
                s.Path(clay, "M36 46h44l-5 54a6 6 0 0 1-6 5H47a6 6 0 0 1-6-5z").Rect(dark, 33, 40, 50, 9, 4).Line(clay, 6, "M80 58c18-4 18 24-2 26").Path(dark, "M36 60l-14-14 2-5 13 11z");
                s.Rect(band, 39, 68, 38, 2.2).Rect(band, 40.5, 84, 35, 2.2);
                Zigzag(s, 42, 80, 5, 6.4, band);
                break;
        }
    }

    private static void Zigzag(Sketch s, double x, double y, int count, double step, string stroke) =>
        s.Line(stroke, 2, Invariant($"M{x} {y}") + string.Concat(Enumerable.Range(0, count).Select(i => Invariant($"l{step} {(i % 2 == 0 ? -6 : 6)}"))));

    private static void PotteryNear(Sketch s)
    {
        var (clay, dark, band) = PotTone(s);
        s.Path(clay, "M-4 44C20 20 100 20 124 44v80H-4z").Oval(dark, 60, 34, 58, 20).Oval("#00000040", 60, 36, 50, 15).Rect(band, 0, 64, 120, 4).Rect(band, 0, 98, 120, 4);
        Zigzag(s, -2, 90, 16, 8, band);
        for (var i = 0; i < 8; i++) s.Dot(band, 6 + i * 16, 93.5, 2);
        s.Path("#ffffff22", "M8 56c10-8 24-12 36-13-8 16-10 50-8 78H14C8 100 6 76 8 56z").Path(dark, "M0 108c40 8 80 8 120 0v12H0z");
    }

    private static (string Wood, string Dark, string Light) WoodTone(Sketch s) =>
        s.Tone(("#8a5a34", "#5f3c1f", "#b98655"), ("#6b3f22", "#45260f", "#9a6a3f"), ("#b07d4a", "#7f5629", "#d8ae76"), ("#74402c", "#4d2516", "#a8674a"), ("#9c8062", "#6d573e", "#c9b08f"));

    private static void Carving(Sketch s)
    {
        var (wood, dark, light) = WoodTone(s);
        s.Beside("plant", "flower", "tag");
        switch (s.Form(3))
        {
            case 0:
                s.Rect(dark, 20, 20, 80, 84, 4).Rect(wood, 25, 25, 70, 74, 2).Define("k", p => Scroll(p, light)).Again("k", 60, 62).Again("k", 60, 62, 1, 90).Again("k", 60, 62, 1, 180).Again("k", 60, 62, 1, 270).Dot(dark, 60, 62, 8).Place(60, 62, .7, 0, p => p.Motif(light, 5));
                break;
            case 1:
                s.Ground(34).Path(wood, "M60 12c16 8 26 22 26 40 0 14-4 30-14 42H48C38 82 34 66 34 52c0-18 10-32 26-40z").Path(dark, "M40 44c6-6 13-6 17 0-4 5-13 5-17 0zM80 44c-6-6-13-6-17 0 4 5 13 5 17 0z").Path(light, "M57 48h6l4 18c-4 4-10 4-14 0z").Path("#a8321f", "M48 76c8-5 16-5 24 0-6 8-18 8-24 0z").Path(light, "M60 12c8 4 14 10 18 18-10-6-26-6-36 0 4-8 10-14 18-18z").Dot("#e2b04a", 60, 24, 4).Path(dark, "M42 94h36l4 11H38z").Dot("#ffffff", 49, 44, 1.8).Dot("#ffffff", 71, 44, 1.8);
                break;
            default:
                s.Ground(42).Rect(dark, 18, 58, 84, 46, 4).Rect(wood, 22, 66, 76, 34, 2).Path(wood, "M16 60l8-22h72l8 22z").Rect(light, 24, 40, 72, 3).Place(38, 84, 1.3, 0, p => p.Motif(light, 5)).Place(82, 84, 1.3, 0, p => p.Motif(light, 5)).Rect("#d9b23c", 54, 56, 12, 15, 3).Dot(dark, 60, 63, 2.4);
                break;
        }
    }

    private static void Scroll(Sketch s, string light) => s.Line(light, 3.4, "M0-8c2-12 10-20 22-20 8 0 11 8 6 12-4 3-9 0-7-4").Leaf(6, -13, .7, -20, light).Leaf(14, -22, .6, 70, light);

    private static void CarvingNear(Sketch s)
    {
        var (wood, dark, light) = WoodTone(s);
        s.Rect(wood, 0, 0, 120, 120).Line(dark, 1.2, "M0 14c40 8 80-8 120 2M0 40c30-6 60 8 120 0M0 88c40-8 90 6 120-2M0 110c50 6 80-6 120 0").Define("k", p => Scroll(p, light)).Define("d", p => Scroll(p, dark));
        for (var i = 0; i < 4; i++) s.Again("d", 62, 63, 1.7, i * 90).Again("k", 60, 60, 1.7, i * 90);
        s.Dot(dark, 61, 62, 15).Dot(light, 60, 60, 14).Place(60, 60, 1.3, 0, p => p.Motif(dark, 5));
        s.Place(100, 96, 1, -50, p => p.Rect("#c5ced4", -30, -3, 24, 6).Rect("#b3361f", -6, -5, 30, 10, 4));
    }

    private static void Room(Sketch s)
    {
        s.Rect("#f4ecdd", 0, 0, 120, 120).Rect(Brown, 0, 94, 120, 5).Rect("#b98a5c", 0, 99, 120, 21);
        if (s.Form(3) == 0) s.Rect("#8f9aa0", 59, 0, 2, 16).Place(26, 2, .57, 0, Carving);
        else s.Place(26, 22, .57, 0, Carving);
        s.Rect("#8a5a34", 10, 82, 100, 6, 2).Rect("#6b3f22", 18, 88, 5, 22).Rect("#6b3f22", 97, 88, 5, 22).Path(Clay, "M20 62h18l-3 20H23z").Leaf(29, 63, 1.2, -35).Leaf(29, 63, 1.3, 5, Lime).Leaf(29, 63, 1.1, 40);
        s.Rect("#24597d", 82, 76, 22, 6, 1).Rect("#e9b949", 84, 70, 19, 6, 1).Rect("#a3413a", 80, 64, 22, 6, 1);
    }

    private static void Chair(Sketch s)
    {
        var (wood, dark, light) = WoodTone(s);
        var seat = s.Pick("seat", "#c0563f", "#2f6f5a", "#d9b98a", "#3f5f86", "#e2b04a");
        s.Beside("plant", "mug", "yarn", "flower");
        s.Ground(40);
        switch (s.Form(3))
        {
            case 0:
                s.Rect(wood, 32, 16, 6, 90, 2).Rect(wood, 82, 62, 6, 44, 2).Rect(wood, 42, 66, 5, 38, 2).Rect(dark, 72, 66, 5, 36, 2).Rect(wood, 32, 20, 46, 7, 3).Rect(wood, 74, 16, 6, 50, 2).Line(light, 4, "M46 28v34M56 28v34M66 28v34").Path(seat, "M30 60h54c5 0 7 3 7 6v4H28v-4c0-3 1-6 2-6z").Rect(dark, 28, 69, 63, 5, 2);
                break;
            case 1:
                s.Oval(light, 60, 48, 46, 12).Oval(wood, 60, 45, 46, 12).Oval("#ffffff22", 52, 43, 28, 6).Line(dark, 6, "M32 54l-8 50M88 54l8 50M60 58v46").Rect(dark, 34, 80, 52, 4, 2).Path("#ffffff", "M50 30h18l-2 14H52z").Leaf(59, 31, .9, -30).Leaf(59, 31, 1, 15, Lime);
                break;
            default:
                s.Rect(dark, 24, 98, 6, 8).Rect(dark, 90, 98, 6, 8).Rect(wood, 18, 20, 84, 80, 4).Rect(dark, 22, 24, 37, 46, 2).Rect(dark, 61, 24, 37, 46, 2).Rect(light, 25, 27, 31, 40, 1).Rect(light, 64, 27, 31, 40, 1).Rect(light, 22, 74, 76, 10, 2).Rect(light, 22, 87, 76, 10, 2).Dot("#e2b04a", 60, 79, 2.2).Dot("#e2b04a", 60, 92, 2.2).Dot("#e2b04a", 55, 48, 2).Dot("#e2b04a", 65, 48, 2);
                s.Place(40, 47, .9, 0, p => p.Motif(wood, 5)).Place(80, 47, .9, 0, p => p.Motif(wood, 5));
                break;
        }
    }

    private static void ChairNear(Sketch s)
    {
        var (wood, dark, light) = WoodTone(s);
        s.Rect(wood, 0, 0, 120, 120).Line(light, 2, "M0 12c40 10 60-8 120 4M0 26c34 8 70-6 120 2M0 92c30-8 60 8 120-2M0 106c50 8 80-6 120 2").Line(light, 2, "M34 60c0-22 48-22 48 0s-48 22-48 0z").Line(light, 2, "M44 60c0-12 28-12 28 0s-28 12-28 0z").Line(light, 2, "M0 44c14 2 20-8 40-10s44 4 80-2M0 76c20 0 24 8 44 10s40-4 76 0").Oval(dark, 58, 60, 6, 4);
        s.Path(dark, "M84 0h8v120h-8z").Rect("#00000018", 92, 0, 4, 120).Rect(light, 92, 0, 28, 120).Path(dark, "M92 44l18-6v44l-18-6z");
    }

    private static (string Pot, string Dark, string Leaf, string Light) PlantTone(Sketch s) =>
        s.Tone(("#b5562f", "#8a3d1e", "#1b7a4d", "#7fae4a"), ("#f4efe4", "#cfc6b2", "#2c8f5f", "#9cc66a"), ("#24597d", "#183f5a", "#3a8a4a", "#a8c957"), ("#e2b04a", "#b58620", "#14633f", "#5fa36f"), ("#3d3a44", "#26242c", "#4f8f3a", "#c3d46a"));

    private static void Plant(Sketch s)
    {
        var (pot, dark, leaf, light) = PlantTone(s);
        s.Ground(30);
        switch (s.Form(4))
        {
            case 0:
                foreach (var (turned, size) in ((int, double)[])[(-62, 2), (58, 2.1), (-34, 2.5), (32, 2.5), (0, 2.7)]) s.Leaf(60, 78, size, turned, turned % 4 == 0 ? light : leaf);
                break;
            case 1:
                foreach (var x in (int[])[44, 52, 60, 68, 76]) s.Path(x % 3 == 0 ? light : leaf, Invariant($"M{x - 5} 80c-2-24 {(x - 60) / 2} -44 {(x - 56) / 2 + 4}-{58 + x % 7} 6 18 8 40 6 {58 + x % 7}z"));
                break;
            case 2:
                s.Line("#6b3f22", 4, "M60 82V46").Line("#6b3f22", 3, "M60 62l16-10M60 56L46 46").Dot(leaf, 60, 34, 20).Dot(light, 44, 42, 11).Dot(leaf, 78, 46, 11).Dot("#e2566a", 52, 28, 4).Dot("#e2566a", 68, 36, 4).Dot("#f2a0b0", 46, 44, 3.4).Dot("#e2566a", 80, 46, 3.4).Dot("#f2a0b0", 64, 22, 3.2);
                break;
            default:
                s.Path(leaf, "M48 82V36c0-16 24-16 24 0v46z").Path(leaf, "M48 66H38c-6 0-8-4-8-9V46c0-7 9-7 9 0v9h9zM72 60h9c6 0 8-4 8-9V42c0-7-9-7-9 0v8h-8z").Line(light, 1.6, "M54 34v46M60 30v50M66 34v46M34 44v14M84 40v12").Dot("#e2566a", 60, 23, 5).Dot("#f2cf5a", 60, 23, 2);
                break;
        }
        s.Path(pot, "M38 80h44l-5 22a5 5 0 0 1-5 4H48a5 5 0 0 1-5-4z").Rect(dark, 35, 75, 50, 8, 3).Place(60, 94, .6, 0, p => p.Motif("#ffffff70"));
    }

    private static void PlantNear(Sketch s)
    {
        var (_, _, leaf, light) = PlantTone(s);
        s.Rect(light, 0, 0, 120, 120).Leaf(10, 130, 4, 10, leaf).Leaf(112, 124, 4.2, -24, leaf).Path(leaf, "M60 118C16 92 16 44 60 4c44 40 44 88 0 114z").Line("#ffffff80", 2.4, "M60 116V20M60 96c-12-2-20-8-26-18M60 96c12-2 20-8 26-18M60 72c-10-2-18-8-22-16M60 72c10-2 18-8 22-16M60 48c-6-1-11-5-14-11M60 48c6-1 11-5 14-11");
        s.Dot("#ffffffb0", 40, 50, 4).Dot("#ffffff", 39, 49, 1.4).Dot("#ffffffb0", 80, 82, 5).Dot("#ffffff", 79, 80, 1.7).Dot("#ffffffb0", 70, 34, 3);
    }

    private static (string Frame, string Dark, string Glow) LampTone(Sketch s) =>
        s.Tone(("#b98655", "#8a5a2b", "#ffe3a0"), ("#6b3f22", "#45260f", "#ffd98a"), ("#d8b679", "#a8824a", "#fff0c2"), ("#3d3a34", "#22201c", "#ffdc94"), ("#a3552f", "#743818", "#ffe8b8"));

    private static void Lamp(Sketch s)
    {
        var (frame, dark, glow) = LampTone(s);
        s.Cloth("b", 9, 9, s.Pick("cross", 0, 45), p => p.Rect(glow, 0, 0, 9, 9).Line(frame, 2, "M0 0h9M0 0v9"));
        switch (s.Form(3))
        {
            case 0:
                s.Line(dark, 2, "M60 6v18").Dot("#ffe9b060", 60, 62, 52).Path("url(#b)", "M48 24h24c20 14 26 36 12 62H36c-14-26-8-48 12-62z").Rect(dark, 46, 21, 28, 6, 3).Rect(dark, 34, 84, 52, 6, 3).Line(Red, 2.4, "M60 90v8").Path(Red, "M57 98h6l2 10h-10z");
                break;
            case 1:
                s.Ground(30).Dot("#ffe9b060", 60, 44, 42).Path("url(#b)", "M42 20h36l12 44H30z").Rect(dark, 40, 17, 40, 5, 2).Rect(dark, 28, 62, 64, 5, 2).Rect(frame, 57, 67, 6, 30).Path(dark, "M40 98h40l4 8H36z");
                break;
            default:
                s.Ground(30).Dot("#ffe9b060", 60, 66, 46).Rect("url(#b)", 34, 34, 52, 66, 8).Rect(dark, 30, 30, 60, 7, 3).Rect(dark, 30, 98, 60, 8, 3).Line(dark, 3, "M46 30c0-20 28-20 28 0");
                break;
        }
    }

    private static void LampNear(Sketch s)
    {
        var (frame, dark, glow) = LampTone(s);
        s.Rect(dark, 0, 0, 120, 120).Cloth("b", 20, 20, s.Pick("cross", 0, 45), p => p.Rect(glow, 0, 0, 20, 20).Rect(frame, 0, 0, 20, 5).Rect(frame, 0, 0, 5, 20).Rect(dark, 0, 4, 20, 1.2)).Rect("url(#b)", 8, 14, 104, 92, 6).Dot("#fff8dc90", 60, 60, 34).Dot("#fffdf0c0", 60, 60, 18);
        s.Rect(frame, 0, 8, 120, 10).Rect(frame, 0, 102, 120, 10).Line("#00000030", 1.5, "M30 8v10M66 8v10M96 8v10M20 102v10M54 102v10M88 102v10");
    }
}
