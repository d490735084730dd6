using static System.FormattableString;
using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>Cloth and what is worn: batik, tenun, kaos, jilbab, tas anyaman, sepatu, sandal, perhiasan.</summary>
internal static class Clothes
{
    public static readonly Kind[] All =
    [
        new("batik", Batik, BatikNear, s => Wardrobe(s, p => Batik(p, p.Form(2) * 2), p => Batik(p, 1))),
        new("tenun", Woven, WovenNear, s => Wardrobe(s, p => Woven(p, 2), p => Woven(p, 1))),
        new("kaos", Shirt, ShirtNear, s => Wardrobe(s, p => Shirt(p, 0), p => Shirt(p, 1))),
        new("jilbab", Veil, VeilNear, s => Scenes.Goods(s, p => Veil(p, 1))),
        new("tas-anyaman", Bag, BagNear, s => Scenes.Goods(s, Bag)),
        new("sepatu", Shoe, ShoeNear, s => Scenes.Goods(s, Shoe)),
        new("sandal", Sandals, SandalsNear, s => Scenes.Goods(s, Sandals)),
        new("perhiasan", Jewel, JewelNear, s => Scenes.Goods(s, Jewel, false)),
    ];

    private const string ShirtShape = "M46 22c4 9 24 9 28 0l24 10 8 26-15 5-3-8v50H32V55l-3 8-15-5 8-26z";

    private static void Wardrobe(Sketch s, Action<Sketch> hung, Action<Sketch> folded)
    {
        if (s.Chance("wardrobe", 50))
        {
            Scenes.Goods(s, folded);
            return;
        }
        s.Rect("#f7efe2", 0, 0, 120, 120).Rect("#e6d8bf", 0, 98, 120, 22).Line(Brown, 3, "M18 18h84M24 18v92M96 18v92M16 110h16M88 110h16");
        s.Line("#8f9aa0", 2, "M60 18v6M60 24L38 36h44z").Place(21, 22, .64, 0, hung);
        s.Path(Clay, "M4 92h18l-3 20H7z").Leaf(13, 93, 1.3, -30).Leaf(13, 93, 1.4, 20).Leaf(13, 93, 1.5, -4, Lime);
    }

    private static (string Ground, string Line, string Spot) BatikTone(Sketch s) =>
        s.Tone(("#7a4a28", "#e9c893", "#c98b45"), ("#1f3a5f", "#e8e2cf", "#7fa3c9"), ("#8c2323", "#f0cfa0", "#e2a13c"), ("#1d4d3b", "#efe3b8", "#c79a3d"), ("#3b2a4d", "#e6cfe0", "#b98bb8"), ("#22201d", "#e3b873", "#b5702f"), ("#f0e2c4", "#7a4a28", "#b5562f"));

    private static Sketch BatikCloth(Sketch s)
    {
        var (ground, line, spot) = BatikTone(s);
        return s.Pick("motif", 0, 1, 2, 3, 4) switch
        {
            0 => s.Cloth("b", 21, 21, 0, p => p.Rect(ground, 0, 0, 21, 21).Faint(1, q => q.Place(10.5, 10.5, 1.05, 0, m => m.Motif(line, 3))).Dot(spot, 10.5, 10.5, 1.6).Dot(spot, 0, 0, 2).Dot(spot, 21, 0, 2).Dot(spot, 0, 21, 2).Dot(spot, 21, 21, 2)),
            1 => s.Cloth("b", 16, 18, 42, p => p.Rect(ground, 0, 0, 16, 18).Rect(spot, 0, 0, 3, 18).Path(line, "M5 1c7 0 8 8 3 9 4 0 5 6-1 7 9 1 9-5 6-8 4-4 0-9-8-8z").Dot(line, 1.5, 9, 1)),
            2 => s.Cloth("b", 30, 20, 0, p => p.Rect(ground, 0, 0, 30, 20).Line(line, 2, "M2 14c0-8 8-8 8-2 2-9 14-9 14 0 3-2 6 0 6 3M7 14c0-3 3-3 3 0M13 14c0-5 7-5 7 0").Line(spot, 1.6, "M0 19c8-2 20 2 30 0").Dot(spot, 27, 5, 1.6).Dot(spot, 4, 4, 1.2)),
            3 => s.Cloth("b", 20, 20, 45, p => p.Rect(ground, 0, 0, 20, 20).Line(spot, 1.4, "M0 0h20M0 0v20").Place(10, 10, .7, 0, m => m.Motif(line, 5)).Dot(ground, 10, 10, 1.4).Dot(spot, 10, 10, 1)),
            _ => s.Cloth("b", 26, 26, 0, p => p.Rect(ground, 0, 0, 26, 26).Leaf(9, 16, .6, -40, line).Leaf(9, 16, .6, 20, spot).Leaf(9, 16, .6, 80, line).Dot(spot, 9, 16, 1.8).Line(line, 1.2, "M20 26c0-8-6-6-5-12M20 2c5 1 5 7 1 7").Dot(line, 22, 20, 1.4).Dot(spot, 3, 4, 1.4)),
        };
    }

    private static void Batik(Sketch s) => Batik(s, s.Form(3));

    private static void Batik(Sketch s, int form)
    {
        var (ground, line, spot) = BatikTone(s);
        BatikCloth(s);
        switch (form)
        {
            case 0:
                s.Rect("url(#b)", 22, 20, 76, 82, 5).Rect(ground, 22, 20, 76, 7, 3).Rect(spot, 22, 88, 76, 3).Rect(ground, 22, 93, 76, 9).Line(line, 1.4, "M22 91l6-4 6 4 6-4 6 4 6-4 6 4 6-4 6 4 6-4 6 4 6-4 6 4 4-3");
                s.Line(line, 2.4, "M22 103l6 6 6-6 6 6 6-6 6 6 6-6 6 6 6-6 6 6 6-6 6 6 4-4");
                break;
            case 1:
                s.Ground(44).Rect("#e7ded0", 16, 92, 88, 13, 5).Rect("url(#b)", 18, 74, 84, 20, 6).Rect(spot, 18, 70, 84, 6, 3).Rect("url(#b)", 20, 40, 80, 32, 7).Path("#00000022", "M20 62c20 6 60 6 80 0v4c0 4-3 6-7 6H27c-4 0-7-2-7-6z").Rect(ground, 54, 40, 12, 54).Rect(line, 56, 40, 2, 54).Path(Cream, "M66 58h18v12H66z").Rect(Brown, 69, 61, 12, 2).Rect(Tan, 69, 65, 8, 2);
                break;
            default:
                s.Path("url(#b)", ShirtShape).Path(ground, "M46 22c4 9 24 9 28 0l5 2-13 15-6-6-6 6-13-15z").Line(line, 1.4, "M60 34v70").Dot(line, 63, 46, 1.5).Dot(line, 63, 60, 1.5).Dot(line, 63, 74, 1.5).Dot(line, 63, 88, 1.5).Rect("#00000026", 70, 50, 14, 14, 2);
                break;
        }
    }

    private static void BatikNear(Sketch s)
    {
        var (ground, line, spot) = BatikTone(s);
        BatikCloth(s).Rect("#fdf8ee", 0, 0, 120, 120).Place(0, 0, 1.6, 0, p => p.Rect("url(#b)", 0, 0, 75, 75));
        if (s.Chance("near", 50))
        {
            s.Path("#00000026", "M0 92c40-16 80 10 120-8v36H0z").Path(ground, "M0 98c40-16 80 10 120-8v30H0z").Line(line, 2, "M0 104c40-16 80 10 120-8M0 110c40-16 80 10 120-8").Line(spot, 3, "M0 100c40-16 80 10 120-8");
            return;
        }
        s.Place(84, 62, 1.1, 34, p => p.Rect("#8a5a34", -3, -50, 6, 62, 3).Path("#b5702f", "M-9 12h18l-2 12c-1 6-13 6-14 0z").Line("#b5702f", 3, "M0 28v9").Dot(Dark, 0, 38, 1.6).Rect(Gold, -4, 6, 8, 7, 2));
        s.Line(Dark, 2.2, "M30 98c8 6 18 2 26-2");
    }

    private static (string A, string B, string C) WovenTone(Sketch s) =>
        s.Tone(("#7d1f2b", "#e2b04a", "#2b1a22"), ("#1f4d5f", "#d7e0c8", "#c2622d"), ("#3f5a2a", "#ead9a0", "#a33b20"), ("#2b2b4f", "#e5a3a8", "#8fb4d6"), ("#c98a2b", "#5b2a1a", "#f4e6c4"));

    private static Sketch WovenCloth(Sketch s)
    {
        var (a, b, c) = WovenTone(s);
        return s.Pick("weave", 0, 1, 2) switch
        {
            0 => s.Cloth("b", 24, 30, 0, p => p.Rect(a, 0, 0, 24, 30).Path(b, "M12 2l8 8-8 8-8-8z").Path(c, "M12 6l4 4-4 4-4-4z").Rect(c, 0, 21, 24, 2).Rect(b, 0, 24, 24, 3).Path(b, "M0 6l4 4-4 4zM24 6l-4 4 4 4z")),
            1 => s.Cloth("b", 26, 26, 0, p => p.Rect(a, 0, 0, 26, 26).Rect(c, 0, 0, 9, 26).Faint(.75, q => q.Rect(c, 0, 0, 26, 9)).Rect(b, 16, 0, 2, 26).Rect(b, 0, 16, 26, 2).Rect(b, 4, 0, 1.2, 26).Rect(b, 0, 4, 26, 1.2)),
            _ => s.Cloth("b", 16, 36, 0, p => p.Rect(a, 0, 0, 16, 36).Path(b, "M0 4l8 6 8-6v4l-8 6-8-6z").Path(c, "M0 14l8 6 8-6v3l-8 6-8-6z").Rect(b, 0, 26, 16, 2).Rect(c, 0, 30, 16, 4).Dot(b, 4, 32, 1).Dot(b, 12, 32, 1)),
        };
    }

    private static void Woven(Sketch s) => Woven(s, s.Form(3));

    private static void Woven(Sketch s, int form)
    {
        var (a, b, c) = WovenTone(s);
        WovenCloth(s);
        switch (form)
        {
            case 0:
                s.Line(b, 1.6, "M26 98v9M32 98v9M38 98v9M44 98v9M50 98v9M56 98v9M62 98v9M68 98v9M74 98v9M80 98v9M86 98v9M92 98v9").Rect("url(#b)", 22, 24, 76, 76, 2).Rect(Brown, 12, 18, 96, 6, 3).Dot(Gold, 12, 21, 4).Dot(Gold, 108, 21, 4);
                break;
            case 1:
                s.Ground(44).Rect("url(#b)", 18, 76, 84, 28, 7).Rect("url(#b)", 20, 50, 80, 28, 7).Rect("url(#b)", 24, 26, 72, 26, 7).Path("#00000024", "M18 78h84v3H18zM20 52h80v3H20z").Rect(Cream, 50, 26, 22, 78, 2).Place(61, 65, 1, 0, p => p.Motif(a)).Line(c, 1.4, "M52 26v78M70 26v78");
                break;
            default:
                s.Path("url(#b)", "M26 22h68l4 82c-24 5-52 5-76 0z").Path("#00000026", "M26 22h68l.6 11c-22 6-48 6-69.2 0z").Line("#00000030", 2, "M44 34c-2 24-3 48-4 70M76 34c3 24 4 48 4 70").Oval(c, 60, 23, 34, 5).Oval("#00000044", 60, 24, 28, 3.4);
                break;
        }
    }

    private static void WovenNear(Sketch s)
    {
        var (a, b, c) = WovenTone(s);
        WovenCloth(s).Place(0, 0, 2, 0, p => p.Rect("url(#b)", 0, 0, 60, 60));
        s.Cloth("t", 3, 3, 0, p => p.Line("#ffffff20", .8, "M0 0h3").Line("#00000020", .8, "M0 1.5h3M1.5 0v3")).Rect("url(#t)", 0, 0, 120, 120);
        if (s.Chance("near", 55)) s.Rect("#f3e9d6", 0, 98, 120, 22).Line(a, 2.4, "M6 98v16M16 98v18M26 98v16M36 98v18M46 98v16M56 98v18M66 98v16M76 98v18M86 98v16M96 98v18M106 98v16M116 98v18").Rect(b, 0, 94, 120, 4).Rect(c, 0, 98, 120, 2);
    }

    private static (string Cloth, string Dark, string Print) ShirtTone(Sketch s) =>
        s.Tone(("#f4f1e8", "#d9d3c2", "#b3361f"), ("#22303c", "#141d26", "#f2cf5a"), ("#1b7a4d", "#0f5a37", "#fdf3d6"), ("#d9572a", "#ad3f18", "#fff4e0"), ("#3f6fa3", "#2b5180", "#ffffff"), ("#e8b93c", "#c4951c", "#3d2213"), ("#8a2f45", "#651d30", "#f7d7c4"));

    private static void Shirt(Sketch s) => Shirt(s, s.Form(2));

    private static void Shirt(Sketch s, int form)
    {
        var (cloth, dark, print) = ShirtTone(s);
        if (form == 0)
        {
            s.Path(cloth, ShirtShape).Path(dark, "M44 22c4 13 28 13 32 0l-3-1c-4 9-22 9-26 0z").Path("#0000000f", "M88 55v50h-9c4-16 6-34 9-50z").Line(dark, 1.4, "M32 55V40M88 55V40");
            Emblem(s, 60, 66, 1.6, print);
            return;
        }
        s.Ground(42).Path(dark, "M24 92h72v10a3 3 0 0 1-3 3H27a3 3 0 0 1-3-3z").Rect(s.Pick("under", "#f4f1e8", "#c0281a", "#1d2b3a", "#e9b949"), 23, 82, 74, 12, 4).Path(cloth, "M26 30c0-4 3-6 8-6h12c4 10 24 10 28 0h12c5 0 8 2 8 6v52H26z").Path(dark, "M44 24c5 14 27 14 32 0h-3c-4 9-22 9-26 0z").Path("#0000000f", "M84 40h10v42H84z");
        Emblem(s, 60, 59, 1.5, print);
    }

    private static void Emblem(Sketch s, double x, double y, double scale, string ink)
    {
        switch (s.Pick("emblem", 0, 1, 2, 3))
        {
            case 0: s.Place(x, y - 3, scale, 0, p => p.Motif(ink)).Rect(ink, x - 13, y + 15, 26, 3, 1.5); break;
            case 1: s.Ring(ink, 2, x, y, 16).Place(x, y, scale * .8, 0, p => p.Motif(ink)); break;
            case 2: s.Path(ink, Invariant($"M{x - 18} {y + 10}l12-24 7 9 5-6 12 21z")).Rect(ink, x - 14, y + 14, 28, 3, 1.5).Dot(ink, x + 12, y - 13, 4); break;
            default: s.Rect(ink, x - 20, y - 12, 40, 7, 2).Rect(ink, x - 15, y - 1, 30, 5, 2).Rect(ink, x - 20, y + 8, 40, 7, 2); break;
        }
    }

    private static void ShirtNear(Sketch s)
    {
        var (cloth, dark, print) = ShirtTone(s);
        s.Cloth("t", 4, 4, 0, p => p.Rect(cloth, 0, 0, 4, 4).Line("#0000000d", 1, "M0 0v4M2 0v4")).Rect("url(#t)", 0, 0, 120, 120).Path(dark, "M20 0c6 38 74 38 80 0H90c-6 26-54 26-60 0z").Path("#00000026", "M30 0h60c-6 26-54 26-60 0z").Rect(White, 52, 4, 16, 11, 1.5).Place(60, 9.5, .4, 0, p => p.Motif(Brown, 3));
        Emblem(s, 60, 76, 2.3, print);
        s.Path("#00000012", "M0 60c30 14 20 40 0 60zM120 50c-20 20-16 50 0 70z");
    }

    private static (string Cloth, string Dark, string Pin) VeilTone(Sketch s) =>
        s.Tone(("#c98a8f", "#a3666c", "#f6e3c4"), ("#7f9a86", "#5d7964", "#e9c893"), ("#8c7aa8", "#6a5987", "#f3d7e4"), ("#c9a77d", "#a3835a", "#ffffff"), ("#4f7f95", "#365f73", "#f2cf5a"), ("#3d3a44", "#26242c", "#d9b98a"), ("#b5563f", "#8d3c29", "#fbe7c9"));

    private static void Veil(Sketch s) => Veil(s, s.Form(2));

    private static void Veil(Sketch s, int form)
    {
        var (cloth, dark, pin) = VeilTone(s);
        s.Beside("flower", "gift", "tag", "plant");
        if (form == 0)
        {
            s.Path(cloth, "M60 12c24 0 32 20 31 42 0 20 10 30 13 50-28 6-60 6-88 0 3-20 13-30 13-50C28 32 36 12 60 12z").Path("#f3d3b3", "M60 26c14 0 19 12 18 24-1 13-9 21-18 21s-17-8-18-21c-1-12 4-24 18-24z").Path(dark, "M60 19c18 0 25 14 24 31-2-12-9-24-24-24s-22 12-24 24c-1-17 6-31 24-31z");
            s.Line(dark, 2, "M44 66c8 14 24 14 32 0M40 74c12 16 30 14 40-2M34 84c16 14 38 14 52-2").Dot(pin, 60, 80, 3).Line(Dark, 1.8, "M50 48c2 2 5 2 7 0M63 48c2 2 5 2 7 0").Line("#b5563f", 2, "M55 60c3 3 7 3 10 0").Oval("#e8a48c80", 49, 56, 3, 2).Oval("#e8a48c80", 71, 56, 3, 2);
            return;
        }
        s.Ground(44).Rect(dark, 20, 84, 80, 20, 8).Rect(cloth, 18, 64, 84, 22, 9).Rect(pin, 22, 46, 76, 20, 8).Path(cloth, "M26 46c0-20 16-24 34-24s34 4 34 24z").Line(dark, 2, "M34 44c4-12 14-16 26-16M30 76h60M40 94h50").Path(White, "M72 70h18v18H72z").Place(81, 79, .8, 0, p => p.Motif(dark, 5));
    }

    private static void VeilNear(Sketch s)
    {
        var (cloth, dark, pin) = VeilTone(s);
        s.Rect(cloth, 0, 0, 120, 120).Path(dark, "M0 20C40 44 70 10 120 36V52C76 30 44 64 0 42z").Path("#ffffff24", "M0 56c40 22 80-14 120 8v12C84 56 40 92 0 68z").Path(dark, "M0 84c36 20 84-14 120 6v14c-40-18-80 16-120-4z").Path("#00000014", "M0 106c40 14 80-10 120 6v8H0z");
        s.Place(62, 60, 1.5, 20, p => p.Line("#c9b27a", 2, "M-24 12L22-10").Motif(pin, 5).Dot(dark, 0, 0, 2));
        if (s.Chance("lace", 50)) s.Line("#ffffff90", 1.6, "M0 112c5 6 10 6 15 0 5 6 10 6 15 0 5 6 10 6 15 0 5 6 10 6 15 0 5 6 10 6 15 0 5 6 10 6 15 0 5 6 10 6 15 0 5 6 10 6 15 0");
    }

    private static (string Straw, string Dark, string Strap) BagTone(Sketch s) =>
        s.Tone(("#d3a565", "#8a5a2b", "#8a5a2b"), ("#e6cf9a", "#b5483a", "#7a2f22"), ("#b9c08a", "#5f7a3a", "#6b3f22"), ("#c99a6d", "#3f5f78", "#2b4459"), ("#e8b0a0", "#9a4a52", "#7a3540"));

    private static Sketch Weave(Sketch s)
    {
        var (straw, dark, _) = BagTone(s);
        return s.Pick("weave", 0, 1, 2) switch
        {
            0 => s.Cloth("b", 11, 11, 0, p => p.Rect(straw, 0, 0, 11, 11).Line(dark, 2.6, "M0 0h11M0 0v11")),
            1 => s.Cloth("b", 12, 12, 45, p => p.Rect(straw, 0, 0, 12, 12).Rect(dark, 0, 0, 6, 6).Rect("#ffffff30", 6, 6, 6, 6)),
            _ => s.Cloth("b", 14, 14, 0, p => p.Rect(straw, 0, 0, 14, 14).Path(dark, "M0 0l7 7 7-7v4l-7 7-7-7z").Path("#ffffff40", "M0 9l7 7 7-7v3l-7 7-7-7z")),
        };
    }

    private static void Bag(Sketch s)
    {
        var (straw, dark, strap) = BagTone(s);
        Weave(s).Ground(40);
        switch (s.Form(3))
        {
            case 0:
                s.Line(strap, 6, "M40 50c0-32 40-32 40 0").Path("url(#b)", "M22 50h76l-8 49a8 8 0 0 1-8 7H38a8 8 0 0 1-8-7z").Rect(strap, 20, 47, 80, 8, 3);
                break;
            case 1:
                s.Line(strap, 5, "M30 54C20 8 100 8 90 54").Path("url(#b)", "M22 52c10 6 66 6 76 0 6 26 4 44-6 50-16 6-48 6-64 0-10-6-12-24-6-50z").Path(strap, "M46 50h28v18c0 8-28 8-28 0z").Dot(Gold, 60, 66, 4);
                break;
            default:
                s.Path("url(#b)", "M18 62h84v38a6 6 0 0 1-6 6H24a6 6 0 0 1-6-6z").Path(straw, "M14 48h92l-4 16H18z").Line(dark, 2, "M16 56h88").Line(strap, 5, "M44 48c0-20 32-20 32 0").Place(60, 84, 1.4, 0, p => p.Dot(Cream, 0, 0, 11).Motif(strap, 5));
                break;
        }
        if (s.Chance("tassel", 40)) s.Line(Red, 2, "M84 56v10").Path(Red, "M81 66h6l3 14H78z");
    }

    private static void BagNear(Sketch s)
    {
        var (_, _, strap) = BagTone(s);
        Weave(s).Place(0, 0, 2.2, 0, p => p.Rect("url(#b)", 0, 0, 55, 55)).Rect(strap, 0, 0, 120, 20).Line("#ffffff70", 1.6, "M4 15h8M18 15h8M32 15h8M46 15h8M60 15h8M74 15h8M88 15h8M102 15h8").Path(strap, "M26 0h20v44a10 10 0 0 1-20 0z").Dot(Gold, 36, 40, 4.6).Dot("#00000030", 36, 40, 2).Path("#00000014", "M0 20h120v5H0z");
    }

    private static (string Upper, string Dark, string Sole) ShoeTone(Sketch s) =>
        s.Tone(("#7a4a28", "#55301a", "#f1e7d3"), ("#22303c", "#141d26", "#ffffff"), ("#b3361f", "#85230f", "#f4ead6"), ("#3f6f57", "#2a5140", "#ecd9b0"), ("#d9b98a", "#b08e5c", "#6b3f22"));

    private static void Shoe(Sketch s)
    {
        var (upper, dark, sole) = ShoeTone(s);
        s.Beside("box", "tag", "plant", "star");
        s.Ground(46);
        if (s.Form(2) == 0)
        {
            s.Path(upper, "M14 50c10 8 22 6 30-2 8 14 24 22 44 26 14 2 20 8 20 18H14c-4-14-4-28 0-42z").Path(dark, "M14 50c10 8 22 6 30-2l4 6c-8 10-24 12-35 6z").Rect(sole, 12, 90, 98, 10, 5).Rect("#00000026", 12, 97, 98, 6, 3).Line(sole, 3, "M52 62l-8 8M62 68l-7 8M72 72l-6 9").Path(dark, "M92 75c10 2 16 8 16 17H86c0-8 2-13 6-17z").Dot(sole, 26, 76, 4);
            if (s.Chance("stripe", 50)) s.Line(sole, 3, s.Pick("stripes", "M34 66l-6 18M44 70l-6 16", "M34 82c8-10 18-8 26 2", "M30 70l20 14M50 70L30 84"));
            return;
        }
        s.Define("k", p => p.Path(dark, "M-16-42h24l4 34c16 6 34 8 38 24h-66z").Path(upper, "M-14-42h20l4 36c14 6 32 8 36 20h-60z").Rect(sole, -18, 14, 70, 8, 3).Line(sole, 2.6, "M4-30h8M6-20h8M8-10h9").Line("#00000040", 2, "M-14-30c-2 14-2 28 0 42"));
        s.Again("k", 52, 54, .9).Again("k", 36, 82, 1);
        if (s.Chance("strap", 50)) s.Rect(dark, 20, 62, 28, 5, 2).Rect(Gold, 40, 61, 7, 7, 2);
    }

    private static void ShoeNear(Sketch s)
    {
        var (upper, dark, sole) = ShoeTone(s);
        s.Rect(upper, 0, 0, 120, 120).Path(dark, "M34 0h52l-8 120H42z").Path("#00000030", "M42 0h36l-6 110H48z");
        for (var y = 16; y < 116; y += 22) s.Line(sole, 6, Invariant($"M32 {y}L88 {y + 14}M88 {y}L32 {y + 14}")).Dot(Gold, 30, y, 4).Dot(Gold, 90, y, 4);
        s.Line("#ffffff66", 1.6, "M24 2v4M23 12v4M22 22v4M21 32v4M20 42v4M19 52v4M18 62v4M17 72v4M16 82v4M15 92v4M14 102v4M96 2v4M97 12v4M98 22v4M99 32v4M100 42v4M101 52v4M102 62v4M103 72v4M104 82v4");
    }

    private static (string Pad, string Edge, string Strap) SandalTone(Sketch s) =>
        s.Tone(("#d3a565", "#8a5a2b", "#6b3f22"), ("#c79a6d", "#3d2213", "#14633f"), ("#e6cf9a", "#a87f4a", "#b3361f"), ("#b98655", "#5f3c1f", "#1f3a5f"), ("#efe0c2", "#b5562f", "#d9480f"));

    private static void Sandals(Sketch s)
    {
        var (pad, edge, strap) = SandalTone(s);
        s.Define("k", p => p.Path(edge, "M-2-48c20 0 26 26 20 44-4 14-2 26-4 36-3 14-25 14-28 0-2-12 0-22-4-36-6-20-4-44 16-44z").Path(pad, "M-2-43c15 0 20 22 15 38-4 14-2 26-4 35-2 10-18 10-20 0-2-11 0-21-4-35-5-18-2-38 13-38z").Line("#00000024", 1.6, s.Pick("sole", "M0 0", "M-8 16h14M-9 22h16M-9 28h16", "M-8 16l7 6 7-6M-8 24l7 6 7-6", "M-5 18a5 5 0 0 0 9 0M-6 27a6 6 0 0 0 11 0")));
        var cross = s.Form(2) == 0;
        foreach (var (x, turned) in ((int, int)[])[(36, -6), (85, 6)])
            s.Again("k", x, 66, .95, turned).Place(x, 66, .95, turned, p => _ = cross
                ? p.Line(strap, 6, "M-1-30C-6-20-16-14-18-4M-1-30c8 8 16 16 17 26").Dot(s.Pick("bead", strap, Gold, "#ffffff", Red), -1, -31, 4)
                : p.Path(strap, "M-22-26c14-9 32-9 42 0l-2 15c-10-8-28-8-38 0z").Place(0, -21, .7, 0, m => m.Motif("#ffffffa0", 3)));
    }

    private static void SandalsNear(Sketch s)
    {
        var (pad, edge, strap) = SandalTone(s);
        s.Path(edge, "M60-20c54 0 70 60 54 110-4 20 0 40-4 50H14c-6-30-4-50-10-66C-8 20 20-20 60-20z").Cloth("t", 8, 8, 30, p => p.Rect(pad, 0, 0, 8, 8).Line("#0000001c", 1.4, "M0 4h8M4 0v8")).Path("url(#t)", "M60-10c46 0 58 54 44 98-4 18 0 32-2 42H22c-4-24-4-44-8-60C2 24 22-10 60-10z");
        s.Path(strap, "M-4 40c34-22 94-22 128 0v36c-34-24-94-24-128 0z").Line("#ffffff80", 1.8, "M0 46c34-19 88-19 120 0M0 70c34-21 88-21 120 0").Place(60, 47, 1.5, 0, p => p.Motif("#ffffffb0", 3)).Dot(Gold, 16, 52, 3).Dot(Gold, 104, 52, 3);
    }

    private static (string Metal, string Shade, string Stone) JewelTone(Sketch s) =>
        s.Tone(("#c5ced4", "#8d9aa3", "#2f7f8f"), ("#e2b94a", "#b58c1e", "#b3361f"), ("#d3dade", "#98a4ac", "#7a4a8f"), ("#d89a6a", "#a86a3c", "#1b7a4d"), ("#c9c2b0", "#948c78", "#24597d"));

    private static void Jewel(Sketch s)
    {
        var (metal, shade, stone) = JewelTone(s);
        s.Beside("flower", "gift", "plant");
        switch (s.Form(3))
        {
            case 0:
                s.Ground(28).Ring(shade, 9, 60, 74, 29).Ring(metal, 6, 60, 73, 29).Path(metal, "M44 44h32l-6 10H50z").Path(stone, "M48 24h24l8 10-20 18-20-18z").Path("#ffffff60", "M48 24h12l-6 10H40z").Path("#00000022", "M60 24h12l8 10H66z");
                break;
            case 1:
                s.Line(shade, 2.6, "M24 18c2 34 20 50 36 54 16-4 34-20 36-54").Dot(metal, 34, 46, 3).Dot(metal, 86, 46, 3).Dot(metal, 44, 60, 3).Dot(metal, 76, 60, 3).Path(metal, "M60 66c14 4 20 14 18 24-3 12-12 16-18 17-6-1-15-5-18-17-2-10 4-20 18-24z").Path(stone, "M60 75c9 3 12 9 11 16-2 7-7 9-11 10-4-1-9-3-11-10-1-7 2-13 11-16z").Oval("#ffffff70", 56, 87, 2.6, 5, 16);
                break;
            default:
                s.Define("k", p => p.Line(shade, 2.4, "M0-34c6-6 10 2 4 6").Dot(metal, 2, -24, 4).Oval(metal, 2, 2, 14, 21).Oval(stone, 2, 4, 9, 15).Place(2, 4, .8, 0, m => m.Motif("#ffffffb0", 3)).Dot(metal, 2, 29, 4));
                s.Again("k", 36, 62, 1.05).Again("k", 80, 62, 1.05);
                break;
        }
    }

    private static void JewelNear(Sketch s)
    {
        var (metal, shade, stone) = JewelTone(s);
        s.Rect("#2a2230", 0, 0, 120, 120).Path("#3a3042", "M0 90c40-24 80 10 120-14v44H0z").Ring(shade, 6, 60, 60, 42).Dot(metal, 60, 60, 39).Define("k", p => p.Leaf(0, -14, .85, 0, shade).Dot("#ffffff80", 0, -34, 1.8));
        for (var i = 0; i < 8; i++) s.Again("k", 60, 60, 1, i * 45);
        s.Dot(shade, 60, 60, 17).Dot(stone, 60, 60, 14.5).Path("#ffffff50", "M50 56c2-7 9-9 13-8-5 3-8 6-9 11z");
    }
}
