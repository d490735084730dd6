using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>What is drunk: kopi, teh, jamu, es, madu.</summary>
internal static class Drinks
{
    public static readonly Kind[] All =
    [
        new("kopi", Coffee, CoffeeNear, s => Scenes.Goods(s, Coffee, s.Form(3) != 0)),
        new("teh", Tea, TeaNear, s => Scenes.Goods(s, Tea, s.Form(3) == 1)),
        new("jamu", Tonic, TonicNear, s => Scenes.Goods(s, Tonic, s.Form(3) != 2)),
        new("es", Ice, IceNear, s => Scenes.Stall(s, Ice)),
        new("madu", Honey, HoneyNear, s => Scenes.Goods(s, Honey)),
    ];

    private static (string Cup, string Dark, string Pale) CoffeeTone(Sketch s) =>
        s.Tone(("#6b3f22", "#3d2213", "#c79a6d"), ("#1f4d3a", "#2a1a10", "#d9b98a"), ("#a8432a", "#3a1d12", "#e0b48c"), ("#2c3e50", "#2b1a12", "#b9c4cc"), ("#b07d3c", "#412613", "#ecd2a4"));

    private static void Coffee(Sketch s)
    {
        var (cup, dark, pale) = CoffeeTone(s);
        s.Ground(38).Define("k", p => p.Bean(0, 0, 1, 0, dark));
        switch (s.Form(3))
        {
            case 0:
                s.Path(cup, "M26 48h56v26a24 24 0 0 1-24 24h-8a24 24 0 0 1-24-24z").Line(cup, 7, "M82 54h8a12 12 0 0 1 0 24h-8").Oval(dark, 54, 49, 28, 7).Oval("#ffffff22", 50, 48, 15, 3);
                s.Steam(56, 18, pale).Rect(pale, 20, 101, 70, 6, 3).Place(54, 74, .9, 0, p => p.Motif("#ffffff55"));
                s.Again("k", 97, 98, .9, -20).Again("k", 104, 102, .8, 40);
                break;
            case 1:
                s.Pouch(cup, dark).Dot("#ffffff40", 60, 38, 3).Dot(dark, 60, 38, 1.4).Label(60, 68, 46, 36, Cream, cup);
                s.Again("k", 22, 101, 1, -15).Again("k", 32, 104, .9, 30).Again("k", 98, 102, 1, 12);
                break;
            default:
                s.Sack("#c9a06a", "#a87f4a", cup).Again("k", 60, 74, 2, -25).Again("k", 22, 102, 1.1, -15).Again("k", 98, 102, 1.1, 20).Again("k", 90, 105, .9, 70);
                break;
        }
    }

    private static void CoffeeNear(Sketch s)
    {
        var (cup, dark, pale) = CoffeeTone(s);
        if (s.Chance("near", 50))
        {
            s.Dot("#ffffff80", 60, 60, 55).Dot(pale, 60, 60, 48).Dot(cup, 60, 60, 38).Dot(dark, 60, 60, 33).Path("#ecd2a4", "M60 84c-16-10-18-26-9-28 5-1 8 3 9 6 1-3 4-7 9-6 9 2 7 18-9 28z").Line(cup, 7, "M92 44c16-8 24 8 10 18");
            s.Line("#c98b4a", 2.4, "M60 78c-9-7-11-16-6-17M60 78c9-7 11-16 6-17");
            return;
        }
        s.Cloth("w", 6, 6, 20, p => p.Rect("#c9a06a", 0, 0, 6, 6).Line("#b78d55", 1, "M0 1h6M1 0v6")).Rect("url(#w)", 0, 0, 120, 120).Define("k", p => p.Bean(0, 0, 1.5, 0, dark)).Define("l", p => p.Bean(0, 0, 1.5, 0, cup));
        for (var i = 0; i < 22; i++) s.Again(i % 3 == 0 ? "l" : "k", 60 + (8 + i * 2) * Math.Cos(i * 2.4), 62 + (8 + i * 2) * Math.Sin(i * 2.4), 1, i * 67);
    }

    private static (string Body, string Dark, string Drink) TeaTone(Sketch s) =>
        s.Tone(("#1b7a4d", "#0f5233", "#d98b3a"), ("#f4ecd8", "#b79a5c", "#c8641f"), ("#7a4a28", "#532f17", "#e0a13c"), ("#2d6a86", "#1b475c", "#d9772a"), ("#a34a5a", "#742f3d", "#e2a94f"));

    private static void Tea(Sketch s)
    {
        var (body, dark, drink) = TeaTone(s);
        s.Ground(40);
        switch (s.Form(3))
        {
            case 0:
                s.Path(body, "M34 58h48c6 10 6 34-6 46H40c-12-12-12-36-6-46z").Line(body, 6, "M82 68c16-6 18 22-2 24").Path(body, "M34 74C22 74 22 58 14 56c-1 8 2 30 22 30z").Rect(dark, 36, 52, 44, 7, 3).Path(body, "M42 52c2-10 30-10 32 0z").Dot(dark, 58, 42, 4);
                s.Place(58, 82, 1.3, 0, p => p.Motif(dark == "#b79a5c" ? Leafy : "#ffffff70")).Steam(20, 34, "#c9d6cc");
                break;
            case 1:
                s.Rect(dark, 30, 30, 60, 12, 3).Rect(body, 30, 40, 60, 65, 4).Path("#00000018", "M78 40h12v61a4 4 0 0 1-4 4h-8z").Label(58, 72, 42, 36, White, dark, 0);
                s.Line("#c9c2ae", 1.6, "M74 42c14 4 20 14 18 28").Rect(Cream, 86, 70, 13, 15, 2).Leaf(92.5, 83, .42, 0);
                break;
            default:
                s.Path("#ffffffb8", "M34 42h46l-5 58a6 6 0 0 1-6 5H45a6 6 0 0 1-6-5z").Path(drink, "M35.4 56h43.2l-3.8 42a5 5 0 0 1-5 4.6H44.2a5 5 0 0 1-5-4.6z").Line("#ffffff90", 4, "M44 62l3 32").Line("#dfe8e2", 5, "M80 56c14-2 14 24-3 26");
                s.Sprig(56, 44, 1, 12).Steam(56, 10, "#c9d6cc").Rect(dark, 24, 103, 66, 5, 2.5);
                break;
        }
        if (s.Chance("leaf", 60)) s.Leaf(98, 106, .9, 35).Leaf(95, 106, .8, -15, Lime);
    }

    private static void TeaNear(Sketch s)
    {
        var (body, dark, drink) = TeaTone(s);
        s.Dot("#ffffff90", 60, 60, 55).Dot(body, 60, 60, 46).Dot("#ffffff", 60, 60, 40).Dot(drink, 60, 60, 36).Dot("#ffffff22", 52, 52, 22);
        s.Leaf(54, 74, 1.3, -30, Leafy).Leaf(58, 76, 1.4, 12, "#2c8f5f").Line(dark, 2, "M90 40c10-8 14-14 18-24").Rect(Cream, 100, 4, 14, 16, 2).Leaf(107, 18, .45, 0).Dot("#ffffff70", 78, 48, 3).Dot("#ffffff50", 74, 80, 2);
    }

    private static (string Drink, string Cap, string Ink) TonicTone(Sketch s) =>
        s.Tone(("#e9b949", "#6b3f22", "#1b7a4d"), ("#d97b2a", "#14633f", "#8a3d10"), ("#c9a88a", "#3d2213", "#8a5a34"), ("#7d9a3c", "#4f5f22", "#4f6a1c"), ("#a8442e", "#5b1d12", "#a8442e"));

    private static void Tonic(Sketch s)
    {
        var (drink, cap, ink) = TonicTone(s);
        s.Ground(36);
        switch (s.Form(3))
        {
            case 0:
                s.Bottle(drink, cap).Path("#fff6df", "M40 61h40v28H40z").Place(60, 75, 1.2, 0, p => p.Motif(ink));
                break;
            case 1:
                s.Place(-17, 9, .9, 0, p => p.Bottle(drink, cap).Rect("#fff6df", 40, 62, 40, 26).Leaf(60, 84, .8, 15, ink));
                s.Place(31, 9, .9, 0, p => p.Bottle(s.Pick("other", "#e9b949", "#a8442e", "#7d9a3c"), cap).Rect("#fff6df", 40, 62, 40, 26).Leaf(60, 84, .8, -15, ink));
                break;
            default:
                s.Path("#ffffffb8", "M36 40h48l-5 60a6 6 0 0 1-6 5H47a6 6 0 0 1-6-5z").Path(drink, "M37.2 54h45.6l-3.6 44a5 5 0 0 1-5 4.6H45.8a5 5 0 0 1-5-4.6z").Line("#ffffff80", 4, "M45 62l3 30").Oval("#ffffff50", 60, 54, 22.6, 4).Leaf(78, 50, .9, 50).Leaf(82, 46, .7, 10, Lime);
                break;
        }
        Turmeric(s, 22, 100, .55, s.Pick("root", "#d98b2a", "#c79a6d", "#b5762f"));
    }

    private static void Turmeric(Sketch s, double x, double y, double scale, string fill) => s.Place(x, y, scale, 0, p => p
        .Path(fill, "M-24 4c-2-8 8-12 16-8-2-10 10-14 14-6 6-6 16-2 14 6 8 0 10 10 2 12-10 4-38 6-46-4z").Line("#00000030", 1.8, "M-14-2v8M-4-8v6M8-9v7M14 0v6"));

    private static void TonicNear(Sketch s)
    {
        var (drink, cap, ink) = TonicTone(s);
        s.Tray();
        Turmeric(s, 44, 44, 1.15, "#d98b2a");
        Turmeric(s, 76, 60, 1, "#c79a6d");
        s.Dot(cap, 40, 82, 18).Dot(drink, 40, 82, 15).Oval("#ffffff40", 36, 78, 6, 4).Leaf(76, 98, 1.3, 30, ink).Leaf(72, 100, 1.2, -10, Lime).Oval("#e8a53c", 84, 36, 8, 7).Oval("#f3c15e", 84, 36, 5.6, 4.8);
    }

    private static (string Drink, string Deep, string Straw) IceTone(Sketch s) =>
        s.Tone(("#f4b8c4", "#e2728c", "#c0281a"), ("#b9dfa6", "#5f9f4a", "#14633f"), ("#f2cf8a", "#d98b3a", "#6b3f22"), ("#c9a98a", "#8a5a34", "#1d2b3a"), ("#f6e27a", "#e2b01f", "#1b7a4d"));

    private static void Ice(Sketch s)
    {
        var (drink, deep, straw) = IceTone(s);
        s.Beside("lime", "cherry", "leaf", "mug", "tag");
        s.Ground(30);
        if (s.Form(2) == 0)
        {
            s.Line(straw, 5, "M68 40l8-30h10").Path("#ffffffc0", "M34 36h52l-6 64a6 6 0 0 1-6 5H46a6 6 0 0 1-6-5z").Path(drink, "M35.5 50h49l-4.6 49a4 4 0 0 1-4 3.6H44a4 4 0 0 1-4-3.6z").Path(deep, "M38 78h44l-2 21a4 4 0 0 1-4 3.6H44a4 4 0 0 1-4-3.6z");
            s.Place(50, 58, 1, 15, p => p.Rect("#ffffffa0", -7, -7, 14, 14, 3)).Place(68, 62, 1, -20, p => p.Rect("#ffffffa0", -7, -7, 14, 14, 3)).Place(58, 72, 1, 40, p => p.Rect("#ffffff80", -6, -6, 12, 12, 3));
            s.Rect("#ffffffd8", 31, 31, 58, 6, 3).Leaf(44, 34, .8, -30);
            return;
        }
        s.Path("#ffffffb0", "M26 56h68c0 20-12 32-26 34v8h12v6H40v-6h12v-8c-14-2-26-14-26-34z").Path(drink, "M30 60h60c-1 16-12 25-24 26H54C42 85 31 76 30 60z").Path("#ffffff", "M32 58c0-24 14-34 28-34s28 10 28 34c-8 4-14-2-19 2-6 4-12-2-18 1-6 2-12 0-19-3z").Path(deep, "M44 30c4-5 10-8 16-8s12 3 16 8c-2 8-6 4-8 8-3 5-6-1-9 3-3 5-7 0-8-4-2-4-6 0-7-7z");
        s.Dot(straw, 60, 22, 5).Line(deep, 1.5, "M38 50l4-4M80 48l-4-5M58 54l4-5").Dot(Lime, 44, 70, 4).Dot(deep, 58, 74, 4).Dot(Gold, 74, 69, 4);
    }

    private static void IceNear(Sketch s)
    {
        var (drink, deep, straw) = IceTone(s);
        s.Dot("#ffffffa0", 60, 60, 55).Dot("#dcecef", 60, 60, 50).Dot(drink, 60, 60, 45);
        foreach (var (x, y, t) in ((int, int, int)[])[(42, 44, 12), (74, 40, -24), (60, 66, 40), (84, 68, 8), (38, 74, -30)]) s.Place(x, y, 1, t, p => p.Rect("#ffffffb0", -11, -11, 22, 22, 5).Line("#ffffff", 2, "M-6-6h6"));
        s.Dot(deep, 56, 42, 6).Dot(deep, 72, 80, 6).Dot(straw, 50, 88, 5).Oval(Lime, 90, 50, 7, 4, 30).Oval(Lime, 30, 58, 7, 4, -50).Leaf(62, 60, 1, 30).Line(straw, 6, "M66 56L98 8");
    }

    private static (string Honey, string Deep, string Lid) HoneyTone(Sketch s) =>
        s.Tone(("#f0a92b", "#e59b16", "#6b3f22"), ("#c97416", "#a85a0c", "#14633f"), ("#f6c65a", "#e8a62a", "#b3361f"), ("#8c4a17", "#6b3510", "#d3a565"), ("#e28f1c", "#c2740c", "#2c3e50"));

    private static void Honey(Sketch s)
    {
        var (honey, deep, lid) = HoneyTone(s);
        s.Ground(36);
        switch (s.Form(3))
        {
            case 0:
                s.Rect(lid, 40, 20, 40, 12, 4).Path(honey, "M36 38h48c8 8 8 18 8 26v30a10 10 0 0 1-10 10H38a10 10 0 0 1-10-10V64c0-8 0-18 8-26z").Rect("#ffffff80", 42, 32, 36, 6).Path("#ffffff40", "M34 50h6v44h-3a3 3 0 0 1-3-3z");
                s.Path("#fff1cf", "M60 51l15 8.5v17L60 85l-15-8.5v-17z").Path(deep, "M60 60l7 4v8l-7 4-7-4v-8z");
                break;
            case 1:
                s.Bottle(honey, lid).Label(60, 75, 38, 28, "#fff1cf", deep).Line("#ffffff50", 2, "M56 24v12");
                break;
            default:
                s.Jar(honey, lid).Path("#fff1cf", "M60 52l18 10v20L60 92 42 82V62z").Path(deep, "M60 61l10 5.6v11.2L60 83.4l-10-5.6V66.6z").Line(Brown, 1.6, "M36 38c8 4 40 4 48 0");
                break;
        }
        if (s.Chance("bee", 60)) Bee(s, 96, 40, .9);
        if (s.Chance("dip", 50)) s.Place(100, 100, .8, 30, p => p.Line(Kraft, 4, "M0 0v-34").Oval(KraftDark, 0, 0, 8, 10).Line(deep, 2, "M-7-3h14M-8 2h16"));
    }

    private static void Bee(Sketch s, double x, double y, double scale) => s.Place(x, y, scale, -12, p => p
        .Oval("#ffffffd0", -3, -7, 4, 7, -24).Oval("#ffffffd0", 4, -7, 4, 7, 24).Oval(Gold, 0, 0, 10, 6.5).Line(Dark, 2.6, "M-3-5v10M3-5v10").Dot(Dark, 9, -1, 3));

    private static void HoneyNear(Sketch s)
    {
        var (honey, deep, _) = HoneyTone(s);
        s.Rect(honey, 0, 0, 120, 120).Cloth("w", 24, 41.6, 0, p => p.Line(deep, 3, "M0 7l12-7 12 7v14l-12 7L0 21zM12 28v14M0 7V-7M24 7V-7M0 48v-6")).Rect("url(#w)", 0, 0, 120, 120);
        s.Path("#ffffff38", "M0 0h120v26c-10 0-8 22-16 22s-6-14-14-14-6 36-16 36-6-30-14-30-8 14-16 14-6-20-14-20-6 10-14 10-6-14-16-14z");
        Bee(s, 40, 88, 1.5);
        Bee(s, 84, 96, 1.2);
    }
}
