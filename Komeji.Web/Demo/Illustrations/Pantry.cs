using static System.FormattableString;
using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>From kitchen, field and sea: sambal, terasi, beras, gula aren, ikan asin, buah, telur asin.</summary>
internal static class Pantry
{
    public static readonly Kind[] All =
    [
        new("sambal", Sauce, SauceNear, s => Scenes.Goods(s, Sauce, s.Form(3) != 2)),
        new("terasi", Paste, PasteNear, s => Scenes.Goods(s, Paste, s.Form(2) == 1)),
        new("beras", Rice, RiceNear, s => Scenes.Goods(s, Rice)),
        new("gula-aren", PalmSugar, PalmSugarNear, s => Scenes.Goods(s, PalmSugar, s.Form(3) != 0)),
        new("ikan-asin", DriedFish, DriedFishNear, s => Scenes.Goods(s, DriedFish, s.Form(3) == 1)),
        new("buah", Fruit, FruitNear, s => Scenes.Goods(s, Fruit, false)),
        new("telur-asin", SaltedEggs, SaltedEggsNear, s => Scenes.Goods(s, SaltedEggs, s.Form(2) == 1)),
    ];

    private static (string Sauce, string Deep, string Lid) SauceTone(Sketch s) =>
        s.Tone(("#c0281a", "#8f1a10", "#14633f"), ("#d9570f", "#a83c06", "#6b3f22"), ("#7f9a2b", "#5a7015", "#c0281a"), ("#8a3b1e", "#5f2410", "#e9b949"), ("#a81e2d", "#74111c", "#1d2b3a"));

    private static void Sauce(Sketch s)
    {
        var (sauce, deep, lid) = SauceTone(s);
        s.Ground(36);
        switch (s.Form(3))
        {
            case 0:
                s.Jar(sauce, lid).Rect(Cream, 34, 58, 52, 28).Chilli(46, 68, .9, 8, Orange).Line(deep, 2, "M48 82h24");
                break;
            case 1:
                s.Bottle(sauce, lid).Label(60, 76, 37, 30, Cream, deep).Line("#ffffff50", 2, "M56 24v12");
                break;
            default:
                s.Path("#5c6166", "M16 66h88c0 20-14 32-28 36H44c-14-4-28-16-28-36z").Oval("#747a80", 60, 66, 44, 15).Oval("#44494d", 60, 67, 37, 11).Oval(sauce, 60, 69, 30, 8).Dot(deep, 52, 68, 2).Dot("#f3c15e", 62, 70, 1.4).Dot("#f3c15e", 70, 67, 1.4).Dot("#f3c15e", 46, 71, 1.2);
                s.Line("#3d4246", 11, "M74 62l22-30").Line("#5c6166", 7, "M75 61l21-29").Rect("#44494d", 46, 101, 28, 5, 2).Chilli(24, 52, 1, -20);
                break;
        }
        if (s.Chance("chilli", 60)) s.Chilli(90, 96, .9, s.Number("bend", -30, 20), s.Pick("ripe", Red, Orange, "#5f8f2f"));
        if (s.Chance("garlic", 40)) s.Path("#f6efe0", "M22 90c-1-4 1-6 1-9 2 3 3 5 2 9 7 2 7 15-1.5 15S15 92 22 90z").Line("#d9cbb0", 1, "M23 92v12M19 96c-1 3 0 6 2 8M27 96c1 3 0 6-2 8");
    }

    private static void SauceNear(Sketch s)
    {
        var (sauce, deep, _) = SauceTone(s);
        s.Dot("#3d4246", 60, 62, 56).Dot("#5c6166", 60, 60, 55).Dot("#44494d", 60, 60, 46).Path(sauce, "M24 62c0-24 20-36 40-34s36 18 32 40-24 32-42 28-30-14-30-34z").Path(deep, "M40 66c4-14 20-18 30-12s14 16 6 24-22 8-30 4-8-10-6-16z");
        for (var i = 0; i < 16; i++) s.Oval(i % 3 == 0 ? "#f7dca0" : "#f3c15e", 60 + (6 + i * 1.8) * Math.Cos(i * 2.4), 62 + (6 + i * 1.8) * Math.Sin(i * 2.4), 2, 1.3, i * 40);
        s.Chilli(26, 30, 1.5, 14).Chilli(78, 82, 1.3, -40, "#5f8f2f").Leaf(94, 44, 1.1, 40).Oval("#f6efe0", 84, 40, 7, 5, 20).Oval("#e3a7b6", 40, 94, 7, 5, -20);
    }

    private static (string Block, string Dark, string Wrap) PasteTone(Sketch s) =>
        s.Tone(("#6e3b32", "#4a241e", "#7fae4a"), ("#8a4a55", "#5e2c36", "#f0c33c"), ("#5a3a2a", "#3a2317", "#c0281a"), ("#7c4a2f", "#55301c", "#24597d"), ("#9a5a4a", "#6e392c", "#14633f"));

    /// <summary>The leaf or paper under an open block.</summary>
    private static string Sheet(Sketch s) => s.Pick("sheet", "#7fae4a", "#5f9a4a", "#d9b98a", "#8fae5f");

    private static void Paste(Sketch s)
    {
        var (block, dark, wrap) = PasteTone(s);
        s.Ground(40);
        if (s.Form(2) == 0)
        {
            s.Path(Sheet(s), "M12 92l22-10h58l16 10-18 12H30z").Line("#00000022", 1.4, "M20 92h80M36 84l-6 18M62 82v22M88 84l6 18");
            s.Path(dark, "M30 64l14-12h44l-10 12z").Rect(block, 30, 63, 48, 31, 2).Path(dark, "M78 64l10-12v28L78 94z").Line("#ffffff22", 1.6, "M36 72h16M44 82h22M58 76h12");
            Shrimp(s, 60, 42, 1, 0);
            return;
        }
        s.Path(wrap, "M24 44h72v56a5 5 0 0 1-5 5H29a5 5 0 0 1-5-5z").Path("#00000022", "M24 44l8-12h56l8 12z").Path(wrap, "M26 42l7-10h54l7 10z").Label(60, 76, 52, 38, Cream, dark, 6);
        Shrimp(s, 62, 62, .72, 0);
        s.Rect(block, 14, 90, 20, 14, 2).Rect(dark, 14, 90, 20, 3);
    }

    private static void Shrimp(Sketch s, double x, double y, double scale, double turned) => s.Place(x, y, scale, turned, p => p
        .Line("#e8875f", 9, "M-12 6c0-16 22-18 24-2").Path("#e8875f", "M-16 4l-8 8 11 2z").Line("#c9623c", 1.5, "M-7-3l3 5M0-7v6M7-4l-4 5").Line("#c9623c", 1.2, "M12 4c4 4 8 4 12 2M12 4c2 5 6 8 10 8").Dot(Dark, 10, 1, 1.5));

    private static void PasteNear(Sketch s)
    {
        var (block, dark, _) = PasteTone(s);
        s.Path(Sheet(s), "M60 2C100 20 116 60 112 112 60 118 20 100 6 60 20 24 36 8 60 2z").Line("#00000022", 2, "M14 66C50 60 90 40 104 20M30 92c30-4 60-20 78-40");
        s.Place(60, 64, 1, -14, p => p.Rect(dark, -36, -20, 72, 46, 4).Rect(block, -36, -26, 72, 44, 4).Line("#ffffff1c", 2.4, "M-28-14h20M-6-2h30M-24 8h16M10-16h16"));
        Shrimp(s, 30, 34, 1.2, -20);
        Shrimp(s, 88, 98, 1.2, 30);
        Shrimp(s, 92, 36, .9, 60);
    }

    private static (string Sack, string Dark, string Grain) RiceTone(Sketch s) =>
        s.Tone(("#f3ead6", "#14633f", "#fdfaf0"), ("#d9b98a", "#6b3f22", "#fdf6e6"), ("#dfe9f2", "#24597d", "#ffffff"), ("#f0d6c0", "#b3361f", "#b5695a"), ("#e3e6c8", "#5c6b2f", "#4a3547"));

    private static void Rice(Sketch s)
    {
        var (sack, dark, grain) = RiceTone(s);
        s.Ground(40);
        switch (s.Form(3))
        {
            case 0:
                s.Sack(sack, "#00000022", dark).Path(sack, "M46 38c-6-6-9-11-10-19 8 3 14-1 24 1 10-2 16 2 24-1-1 8-4 13-10 19z").Label(60, 76, 44, 34, dark, sack);
                break;
            case 1:
                s.Path(sack, "M30 44h60l4 58a4 4 0 0 1-4 4H30a4 4 0 0 1-4-4z").Oval("#00000022", 60, 44, 31, 9).Path(grain, "M31 42c8-14 18-20 29-20s21 6 29 20c-12 9-46 9-58 0z").Oval(sack, 60, 47, 31, 5).Label(60, 78, 42, 32, dark, sack);
                s.Path("#c4954f", "M64 18l26-8 4 10-24 12z").Line("#9a6a35", 4, "M92 15l14-6");
                break;
            default:
                s.Pouch(sack, dark).Label(60, 48, 44, 26, dark, sack).Oval("#ffffff66", 60, 82, 23, 15).Oval(grain, 60, 84, 21, 12).Line("#00000018", 1.2, "M50 82l4 2M60 80l4 2M68 86l4 1M54 89l4 1M62 90l3-2");
                break;
        }
        s.Line("#b7a24a", 2, "M104 106C100 86 98 74 92 62").Oval("#d9bd5c", 91, 62, 2.4, 5, -24).Oval("#d9bd5c", 97, 68, 2.4, 5, 24).Oval("#d9bd5c", 92, 72, 2.4, 5, -34).Oval("#d9bd5c", 100, 78, 2.4, 5, 24).Oval("#d9bd5c", 95, 83, 2.4, 5, -34);
    }

    private static void RiceNear(Sketch s)
    {
        var (_, dark, grain) = RiceTone(s);
        s.Tray().Path(grain, "M22 70c4-26 24-40 42-38s36 16 34 42c-14 20-58 22-76-4z").Define("k", p => p.Oval("#00000014", 0, .8, 4.6, 1.9).Oval(grain, 0, 0, 4.6, 1.8));
        for (var i = 0; i < 20; i++) s.Again("k", 60 + (4 + i * 2) * Math.Cos(i * 2.4), 60 + (4 + i * 1.6) * Math.Sin(i * 2.4), 1.2, i * 53);
        s.Place(84, 82, 1, -38, p => p.Path(Brown, "M-20-12h30c10 0 10 24 0 24h-30z").Path(grain, "M-17-8H8c6 0 6 16 0 16h-25z").Line(Brown, 6, "M14 0h26")).Leaf(28, 98, 1, 200, dark);
    }

    private static (string Sugar, string Dark, string Tie) SugarTone(Sketch s) =>
        s.Tone(("#8a4a1f", "#5f2f10", "#e9d9a6"), ("#b5702f", "#84491a", "#7fae4a"), ("#5e3018", "#3f1d0c", "#d3a565"), ("#c98a45", "#96602a", "#c0281a"), ("#6f3d24", "#4a2513", "#1b7a4d"));

    private static void PalmSugar(Sketch s)
    {
        var (sugar, dark, tie) = SugarTone(s);
        s.Beside("mug", "tag");
        s.Ground(42).Define("k", p => p.Path(dark, "M-24 14v-9h48v9c0 6-48 6-48 0z").Path(sugar, "M-24 6C-22-18 22-18 24 6c-8 6-40 6-48 0z").Path("#ffffff2c", "M-17 1c2-9 9-13 16-13-6 3-10 8-11 14z"));
        switch (s.Form(3))
        {
            case 0:
                s.Again("k", 38, 90).Again("k", 83, 90).Again("k", 60, 66).Line(tie, 3, "M60 51v26M38 76v26M83 76v26");
                break;
            case 1:
                s.Pouch("#ffffffc8", dark).Again("k", 60, 88, .85).Label(60, 52, 44, 30, tie, dark);
                break;
            default:
                foreach (var y in (int[])[46, 68, 90]) s.Rect(dark, 32, y, 56, 15, 5).Rect(sugar, 32, y - 4, 56, 13, 5).Rect("#ffffff2c", 38, y - 2, 18, 3, 1.5);
                s.Rect(tie, 55, 41, 10, 65).Path(tie, "M60 40c-16-14-22-2-14 2 4 2 10 0 14-2zM60 40c16-14 22-2 14 2-4 2-10 0-14-2z");
                break;
        }
        s.Leaf(101, 106, .9, 30, Lime).Leaf(97, 106, 1, -8);
    }

    private static void PalmSugarNear(Sketch s)
    {
        var (sugar, dark, tie) = SugarTone(s);
        s.Path(Lime, "M4 84C30 50 84 30 118 34 112 70 70 104 14 110z").Line("#5f8f2f", 2, "M10 96C40 74 84 50 112 40");
        s.Dot(dark, 50, 60, 33).Dot(sugar, 50, 56, 33).Dot("#ffffff22", 42, 46, 15).Path(dark, "M76 74l24-10 12 12-10 18-24 2z").Path(sugar, "M76 72l24-10 12 10-24 12z").Line(tie, 3, "M22 44c18 8 40 8 56 2");
        for (var i = 0; i < 9; i++) s.Rect(i % 2 == 0 ? sugar : dark, 16 + i * 9, 100 + i * 7 % 9, 5, 4, 1);
    }

    private static (string Fish, string Dark, string Pack) FishTone(Sketch s) =>
        s.Tone(("#c9b28a", "#8f7650", "#24597d"), ("#b8bfc4", "#7a858d", "#14633f"), ("#d8a765", "#a0703a", "#b3361f"), ("#a9a08a", "#6f6653", "#e2a13c"), ("#c49a86", "#8f6350", "#2f7f8f"));

    private static void DriedFish(Sketch s)
    {
        var (fish, dark, pack) = FishTone(s);
        s.Beside("leaf", "tag", "lime");
        s.Ground(40).Define("k", p => p.Path(dark, "M22 0l14-9-3 9 3 9z").Path(fish, "M-30 0c8-12 36-13 54 0-18 13-46 12-54 0z").Dot(Dark, -20, -2, 1.8).Line(dark, 1.4, "M-13-6c3 4 3 8 0 12M-4-5l4 5-4 5M4-5l4 5-4 5M12-3l3 3-3 3"));
        switch (s.Form(3))
        {
            case 0:
                s.Path("#c4954f", "M14 84h92l-8 18a6 6 0 0 1-5 4H27a6 6 0 0 1-5-4z").Again("k", 56, 78, 1.05, -6).Again("k", 64, 64, 1.05, 6).Again("k", 56, 50, 1.05, -3).Line("#9a6a35", 2, "M16 90h88M20 97h80");
                break;
            case 1:
                s.Pouch("#ffffffc8", pack).Again("k", 59, 84, .74, -12).Again("k", 61, 95, .74, 8).Label(60, 54, 44, 30, pack, White);
                break;
            default:
                s.Rect(Brown, 12, 22, 96, 5, 2);
                for (var i = 0; i < 4; i++) s.Line(Tan, 1.6, Invariant($"M{24 + i * 24} 26v12")).Again("k", 24 + i * 24, 66, .86, 90);
                break;
        }
    }

    private static void DriedFishNear(Sketch s)
    {
        var (fish, dark, _) = FishTone(s);
        s.Tray().Define("k", p => p.Path(dark, "M30 0l18-12-4 12 4 12z").Path(fish, "M-40 0c10-16 48-17 72 0-24 17-62 16-72 0z").Dot(Dark, -28, -3, 2.4).Line(dark, 1.8, "M-18-8c4 5 4 11 0 16M-6-7l5 7-5 7M4-7l5 7-5 7M14-5l5 5-5 5"));
        s.Again("k", 54, 36, .9, -14).Again("k", 62, 60, .9, 8).Again("k", 56, 86, .9, -10).Leaf(96, 34, 1, 30).Chilli(84, 92, .9, -10);
    }

    private static void Fruit(Sketch s)
    {
        var form = s.Form(5);
        s.Ground(40);
        if (s.Chance("basket", 40))
        {
            s.Place(4, -10, .94, 0, p => Pieces(p, form)).Cloth("w", 8, 8, 0, p => p.Rect("#d8ae6d", 0, 0, 8, 8).Path("#b98655", "M0 0h4v4H0zM4 4h4v4H4z"));
            s.Path("url(#w)", "M16 74h88l-8 26a7 7 0 0 1-7 6H31a7 7 0 0 1-7-6z").Rect("#9a6a35", 13, 70, 94, 7, 3.5);
            return;
        }
        Pieces(s, form);
    }

    private static void Pieces(Sketch s, int form)
    {
        s.Define("k", p => One(p, form));
        switch (s.Number("heap", 0, 2))
        {
            case 0: s.Again("k", 38, 82, .92).Again("k", 84, 82, .92, 8).Again("k", 61, 58, .92, -6); break;
            case 1: s.Again("k", 32, 84, .8, -8).Again("k", 60, 86, .8).Again("k", 88, 84, .8, 8).Again("k", 46, 62, .8, 6).Again("k", 74, 62, .8, -6); break;
            default: s.Again("k", 42, 72, 1.15, -10).Again("k", 80, 78, 1, 12); break;
        }
    }

    private static void One(Sketch s, int form)
    {
        switch (form)
        {
            case 0: s.Path("#c9452f", "M0-17c10-8 25 0 24 16C23 16 8 26 0 22c-8 4-23-6-24-23-1-16 14-24 24-16z").Path("#8fae3c", "M-22-6c-2 10 2 20 10 25-4-9-6-18-3-28z").Line(Brown, 3, "M0-16c0-5 1-8 4-11").Leaf(3, -20, .7, 60).Oval("#ffffff50", 11, -8, 3.4, 6, 30); break;
            case 1: s.Path("#efa52e", "M-12-20c16-8 36 6 36 22 0 14-12 22-26 20-16-2-24-14-22-26 1-8 6-13 12-16z").Path("#c9573a", "M-12-20c10-5 22-2 30 6-12-2-24 4-32 14-6 6-10 4-10-2 1-8 6-15 12-18z").Line(Brown, 3, "M-10-20l-4-6").Leaf(-13, -24, .7, 70); break;
            case 2: s.Dot("#f08c24", 0, 1, 23).Dot("#ffffff30", -8, -7, 7).Dot("#c96a10", 0, -19, 2.4).Dot("#d97612", 10, 6, 1).Dot("#d97612", 4, 14, 1).Dot("#d97612", -8, 10, 1).Leaf(1, -18, .8, 50).Leaf(0, -18, .6, -40, Lime); break;
            case 3: s.Path("#6b3a22", "M0-27C14-16 24 0 20 14 16 26-16 26-20 14-24 0-14-16 0-27z").Line("#8f5a36", 1.6, "M-14-4c5 4 9 4 14 0s9-4 14 0M-18 6c6 4 12 4 18 0s12-4 18 0M-14 16c5 3 9 3 14 0s9-3 14 0M-8-13c3 2 5 2 8 0s5-2 8 0"); break;
            default: s.Line("#f0c33c", 11, "M-18-16c-2 18 8 32 26 36").Line("#e3ae22", 11, "M-6-20c-2 16 6 28 22 34").Line("#f3cf5a", 11, "M6-22c-2 12 4 22 16 28").Line(Brown, 6, "M-16-22c6-3 14-4 22-3"); break;
        }
    }

    private static void FruitNear(Sketch s)
    {
        var form = s.Form(5);
        s.Tray().Define("k", p => One(p, form)).Again("k", 42, 42, .9, -12).Again("k", 84, 46, .9, 16).Again("k", 40, 84, .9, 10);
        var (rind, flesh, heart) = form switch { 0 => ("#c9452f", "#fbf3d6", "#6b3f22"), 1 => ("#c98a2b", "#f9c23c", "#e0a11e"), 2 => ("#f08c24", "#fdc877", "#f59d33"), 3 => ("#6b3a22", "#f7ecd0", "#8f5a36"), _ => ("#e3ae22", "#fbf0c6", "#c9a23c") };
        s.Dot(rind, 80, 84, 25).Dot(flesh, 80, 84, 22);
        for (var i = 0; i < 6; i++) s.Oval(heart, 80 + 10 * Math.Cos(i * 1.047), 84 + 10 * Math.Sin(i * 1.047), form == 2 ? 8 : 3.6, form == 2 ? 4 : 1.8, i * 60);
        s.Leaf(62, 64, 1, 20).Leaf(66, 62, .8, 70, Lime);
    }

    private static (string Shell, string Dark, string Box) EggTone(Sketch s) =>
        s.Tone(("#8fc5bd", "#5f978f", "#d9b98a"), ("#a9c9dc", "#7399b0", "#14633f"), ("#b9cfae", "#88a37b", "#b3361f"), ("#d8d3c4", "#a8a28f", "#24597d"), ("#9bb9c9", "#6b8c9e", "#e2a13c"));

    private static void SaltedEggs(Sketch s)
    {
        var (shell, dark, box) = EggTone(s);
        s.Beside("tag", "box", "plant");
        s.Ground(42).Define("k", p => p.Path(shell, "M0-22c11 0 17 16 17 26 0 11-8 17-17 17S-17 15-17 4c0-10 6-26 17-26z").Oval("#ffffff60", -6, -6, 3.4, 7, 20).Dot(dark, 5, 6, 1.2).Dot(dark, 8, -2, .9).Dot(dark, 2, 13, 1));
        if (s.Form(2) == 0)
        {
            s.Again("k", 34, 82).Again("k", 68, 80, 1, 6).Path("#fdfaf0", "M92 84c-16 0-20 6-20 10 0 7 9 12 20 12s19-5 19-12c0-5-4-10-19-10z").Oval("#ef8b1e", 91, 95, 10, 6.5).Oval("#ffffff50", 88, 93, 3, 1.6);
            s.Leaf(16, 106, 1, -30).Leaf(20, 106, .9, 10, Lime);
            return;
        }
        s.Path("#00000020", "M18 66h84v10H18z").Again("k", 38, 60, .9).Again("k", 60, 58, .9).Again("k", 82, 60, .9).Path(box, "M14 66h92l-6 34a6 6 0 0 1-6 5H26a6 6 0 0 1-6-5z").Rect("#00000018", 14, 66, 92, 6).Label(60, 88, 42, 26, Cream, dark);
    }

    private static void SaltedEggsNear(Sketch s)
    {
        var (shell, dark, _) = EggTone(s);
        s.Dot("#ffffff90", 60, 60, 56).Dot(dark, 60, 60, 52).Dot(White, 60, 60, 48).Define("h", p => p.Oval(shell, 0, 0, 21, 17).Oval("#fdfaf0", 0, 0, 19, 15).Dot("#ef8b1e", 0, 0, 9.5).Dot("#d9700c", 2, 2, 5).Oval("#ffffff70", -4, -4, 3, 1.6, -30));
        s.Again("h", 42, 46, 1, -20).Again("h", 78, 50, 1, 30).Again("h", 58, 82, 1.05, 6).Leaf(92, 88, 1.1, 40).Leaf(24, 78, 1, -60, Lime).Chilli(50, 18, .7, 10);
    }
}
