using static System.FormattableString;
using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>Dry food to nibble: keripik, kerupuk, rengginang, kue kering, wingko, suwar-suwir, abon.</summary>
internal static class Snacks
{
    public static readonly Kind[] All =
    [
        new("keripik", Chips, ChipsNear, s => Scenes.Goods(s, Chips)),
        new("kerupuk", Crackers, CrackersNear, s => Scenes.Goods(s, Crackers)),
        new("rengginang", RiceCrackers, RiceCrackersNear, s => Scenes.Goods(s, RiceCrackers, s.Form(3) != 0)),
        new("kue-kering", Cookies, CookiesNear, s => Scenes.Goods(s, Cookies)),
        new("wingko", Wingko, WingkoNear, s => Scenes.Goods(s, Wingko, s.Form(2) == 1)),
        new("suwar-suwir", Toffees, ToffeesNear, s => Scenes.Goods(s, Toffees)),
        new("abon", Floss, FlossNear, s => Scenes.Goods(s, Floss)),
    ];

    private static (string Body, string Dark, string Paper, string Food) ChipTone(Sketch s) => s.Tone(
        ("#d98b3a", "#b96c22", "#fbe7b8", "#e8b04a"), ("#b8321f", "#8c2113", "#ffe6b3", "#e2a13c"), ("#2c7a4f", "#14633f", "#f6e9b9", "#d9b04a"),
        ("#7a4a28", "#5a3218", "#f2d9ae", "#c98b45"), ("#dfae36", "#b98718", "#fff4d2", "#efc75e"));

    private static void Chips(Sketch s)
    {
        var (body, dark, paper, food) = ChipTone(s);
        s.Ground(34).Define("k", p => Chip(p, food, dark));
        switch (s.Form(3))
        {
            case 0:
                s.Line(dark, 5, "M38 34l-5-12M52 34l-2-16M68 34l3-17M80 34l6-12").Line(food, 5, "M45 34l-3-14M60 34v-18M75 34l4-13");
                s.Path(body, "M30 34h60l-6 66a8 8 0 0 1-8 7H44a8 8 0 0 1-8-7z").Path(dark, "M30 34h60l-1.6 17H31.6z").Label(60, 77, 42, 34, paper, dark, 2);
                break;
            case 1:
                s.Pouch(body, dark).Label(60, 52, 44, 30, paper, dark);
                s.Oval(paper, 60, 84, 21, 13);
                s.Again("k", 50, 87, .62, -16).Again("k", 70, 88, .62, 14).Again("k", 60, 82, .68, 4);
                break;
            default:
                s.Rect(dark, 28, 26, 64, 13, 6).Path("#ffffff", "M32 39h56v60a7 7 0 0 1-7 7H39a7 7 0 0 1-7-7z").Path(body, "M36 50h48v48a5 5 0 0 1-5 5H41a5 5 0 0 1-5-5z");
                s.Again("k", 48, 56, 1, -20).Again("k", 70, 56, 1, 24).Again("k", 60, 52, 1, 4).Label(60, 80, 40, 30, paper, dark);
                break;
        }
        if (s.Chance("prop", 55)) s.Again("k", 24, 99, .9, -14);
        if (s.Chance("leaf", 45)) s.Leaf(98, 105, .8, 28).Leaf(95, 105, .7, -20, Lime);
        else if (s.Chance("hot", 45)) s.Chilli(84, 98, .8, 10);
    }

    private static void Chip(Sketch s, string food, string dark) => s
        .Oval("#00000022", 0, 1, 11, 8).Oval(food, 0, 0, 11, 8).Line("#ffffff66", 1.6, "M-7-1c4-4 9-4 13-1").Dot(dark, -3, 3, 1).Dot(dark, 4, 2, 1.2);

    private static void ChipsNear(Sketch s)
    {
        var (body, dark, _, food) = ChipTone(s);
        s.Dot("#ffffff66", 60, 60, 56).Dot(body, 60, 60, 50).Dot(dark, 60, 60, 43).Define("k", p => p.Place(0, 0, 1.4, 0, q => Chip(q, food, dark)));
        for (var i = 0; i < 9; i++) s.Again("k", 60 + 27 * Math.Cos(i * .7), 60 + 27 * Math.Sin(i * .7), 1, i * 47 + s.Number("spin", 0, 40));
        s.Again("k", 52, 54, 1.1, 20).Again("k", 70, 66, 1.1, -25).Again("k", 58, 72, 1, 60);
        s.Leaf(88, 40, 1.1, 60).Leaf(30, 88, 1, 220, Lime);
        if (s.Chance("hot", 45)) s.Chilli(62, 38, .9, 20);
    }

    private static (string Tin, string Dark, string Food) CrackerTone(Sketch s) =>
        s.Tone(("#c0392b", "#8e2419", "#fbf1dc"), ("#2f6f9f", "#1f4f75", "#fdf4e2"), ("#1b7a4d", "#0f5735", "#f8e6c6"), ("#d39a2a", "#a87412", "#fff6e4"), ("#8a5a34", "#663f20", "#f7dfc0"));

    private static void Crackers(Sketch s)
    {
        var (tin, dark, food) = CrackerTone(s);
        s.Ground(36);
        if (s.Form(2) == 0)
        {
            s.Rect(dark, 32, 16, 56, 10, 4).Rect(tin, 26, 25, 68, 80, 5).Rect(dark, 26, 94, 68, 6).Rect("#ffffff30", 30, 28, 5, 62, 2);
            s.Rect(dark, 37, 33, 46, 44, 4).Rect("#dff0f6", 40, 36, 40, 38, 2);
            s.Define("k", p => Curl(p, food));
            s.Again("k", 51, 64, .8, 10).Again("k", 70, 65, .8, -20).Again("k", 60, 52, .85, 30).Again("k", 48, 47, .6, 0).Again("k", 73, 46, .6, 40);
            s.Line("#ffffffaa", 2, "M44 70l10-30").Place(60, 86, .6, 0, p => p.Motif("#ffffffcc"));
            return;
        }
        s.Define("k", p => Curl(p, food)).Path("#ffffffb0", "M30 34c-6 18-8 44-4 66 1 4 4 5 8 5h52c4 0 7-1 8-5 4-22 2-48-4-66z");
        foreach (var (x, y, t) in ((int, int, int)[])[(42, 88, 0), (62, 92, 40), (80, 86, 10), (46, 68, 70), (66, 70, 20), (82, 64, -30), (52, 50, 10), (70, 50, 60)]) s.Again("k", x, y, 1.05, t);
        s.Path(tin, "M34 36h52l5-14c-10 4-52 4-62 0z").Rect(dark, 36, 33, 48, 5, 2).Label(60, 78, 36, 26, White, tin);
    }

    private static void Curl(Sketch s, string food) => s.Path(food, "M-11 1c-2-6 4-8 7-6 1-5 9-4 9 0 5-2 8 4 4 7 3 4-3 8-7 5-3 4-10 2-9-2-3 0-4-2-4-4z").Line("#d9b98a", 1.3, "M-7 1c3-3 6 1 8-2 2-2 5-1 5 2M-5 5c3 1 4-2 7 0");

    private static void CrackersNear(Sketch s)
    {
        var (tin, dark, food) = CrackerTone(s);
        s.Rect(tin, 0, 0, 120, 120).Dot(dark, 60, 62, 50).Dot("#00000022", 60, 62, 44).Define("k", p => Curl(p, food));
        for (var i = 0; i < 8; i++) s.Again("k", 60 + 28 * Math.Cos(i * .785), 62 + 28 * Math.Sin(i * .785), 1.7, i * 50 + s.Number("spin", 0, 60));
        s.Again("k", 55, 56, 1.9, 15).Again("k", 68, 70, 1.8, 80);
    }

    private static (string Body, string Dark, string Food, string Seed) RiceTone(Sketch s) =>
        s.Tone(("#f2dcae", "#c99a4e", "#f7e8c6", "#e0bd7d"), ("#e7a9a0", "#b65b4c", "#f3c9c1", "#d98d80"), ("#cfa36a", "#936332", "#dcb888", "#b7874d"), ("#dfe3a6", "#96a04a", "#eef0c9", "#c3ca84"), ("#b98868", "#7a4a30", "#c99b7c", "#9b6a4a"));

    private static void RiceCrackers(Sketch s)
    {
        var (body, dark, food, seed) = RiceTone(s);
        s.Ground(38).Define("k", p => Grain(p, food, seed));
        switch (s.Form(3))
        {
            case 0:
                foreach (var (x, y) in ((int, int)[])[(36, 92), (60, 95), (84, 92), (46, 80), (74, 80), (60, 70)]) s.Again("k", x, y - 2, .9);
                s.Path("#c4954f", "M14 90h92l-9 13a6 6 0 0 1-5 3H28a6 6 0 0 1-5-3z").Line("#9a6a35", 2, "M18 96h84M22 101h76").Again("k", 60, 50, 1.25);
                break;
            case 1:
                s.Pouch("#ffffffc0", dark);
                s.Again("k", 46, 92, .85).Again("k", 73, 92, .85).Again("k", 60, 80, .85).Label(60, 52, 42, 30, body, dark);
                break;
            default:
                s.Rect(dark, 34, 16, 52, 12, 4).Rect("#ffffffc8", 30, 28, 60, 78, 8);
                for (var i = 0; i < 5; i++) s.Oval(i % 2 == 0 ? food : seed, 60, 95 - i * 11, 24, 7).Oval(dark, 60, 97.5 - i * 11, 24, 3).Oval(i % 2 == 0 ? food : seed, 60, 94 - i * 11, 24, 6);
                s.Label(60, 74, 38, 28, White, dark);
                break;
        }
    }

    private static void Grain(Sketch s, string food, string seed)
    {
        s.Dot("#00000026", 0, 1.2, 15).Dot(seed, 0, 0, 14.5).Dot(food, 0, 0, 11.5).Line("#ffffffa0", 4, "M-8-7h.1M0-10h.1M8-6h.1M-10 2h.1M10 3h.1M-6 9h.1M3 10h.1M-2-2h.1M4 3h.1")
            .Line(seed, 3.4, "M-4-6h.1M4-5h.1M-5 3h.1M-1 5h.1M7-1h.1M-12-3h.1M0 12h.1M12-3h.1");
    }

    private static void RiceCrackersNear(Sketch s)
    {
        var (_, _, food, seed) = RiceTone(s);
        s.Tray().Define("k", p => Grain(p, food, seed));
        foreach (var (x, y) in ((int, int)[])[(40, 40), (72, 34), (90, 60), (78, 86), (46, 88), (28, 66), (60, 61)]) s.Again("k", x, y, 1.12, s.Number("spin", 0, 90) + x);
    }

    private static (string Tin, string Dark, string Cookie, string Jam) CookieTone(Sketch s) =>
        s.Tone(("#b3361f", "#85220f", "#eebf68", "#b5562f"), ("#1f5c43", "#0f3d2a", "#f2cf85", "#7a4a28"), ("#c9a23c", "#98741a", "#f6e0b0", "#c0281a"), ("#5b3f7a", "#412a5c", "#efca86", "#8a4a8f"), ("#2e5f86", "#1d4463", "#e9b970", "#6b3f22"));

    private static void Cookies(Sketch s)
    {
        var (tin, dark, cookie, jam) = CookieTone(s);
        s.Ground(38).Define("k", p => Cookie(p, cookie, jam));
        if (s.Form(2) == 0)
        {
            s.Rect("#ffffffd0", 30, 40, 60, 65, 9);
            foreach (var (x, y) in ((int, int)[])[(44, 94), (60, 94), (76, 94), (52, 81), (68, 81), (44, 68), (60, 68), (76, 68), (52, 55), (68, 55)]) s.Again("k", x, y, .68);
            s.Rect(tin, 26, 26, 68, 15, 6).Rect("#ffffff38", 32, 29, 40, 3, 1.5).Label(60, 78, 38, 26, White, tin);
            return;
        }
        foreach (var (x, y) in ((int, int)[])[(38, 52), (54, 46), (68, 46), (83, 52)]) s.Again("k", x, y, .95);
        s.Rect(tin, 24, 56, 72, 49, 9).Rect(dark, 24, 56, 72, 7, 3).Label(60, 84, 46, 30, Cream, tin);
        s.Place(94, 92, 1, 68, p => p.Oval(dark, 0, 0, 22, 6).Oval(tin, 0, -2, 22, 6));
    }

    private static void Cookie(Sketch s, string cookie, string jam)
    {
        switch (s.Pick("cookie", 0, 1, 2))
        {
            case 0: s.Dot("#c98b3a", 0, 1, 11).Dot(cookie, 0, 0, 11).Dot(jam, 0, 0, 4.6).Dot("#ffffff66", -1.4, -1.6, 1.4); break;
            case 1: s.Path("#c98b3a", "M-11 3a11 9 0 0 0 22 0z").Path(cookie, "M-11 2C-11-14 11-14 11 2c-6 4-16 4-22 0z").Line(jam, 2, "M0-9v4").Dot("#ffffff88", -4, -4, 1.6); break;
            default: s.Path(cookie, "M-10 6C-12-10 12-10 10 6c-2-6-6-8-10-8s-8 2-10 8z").Dot("#ffffffc0", -6, -2, 1.3).Dot("#ffffffc0", 0, -5, 1.3).Dot("#ffffffc0", 6, -2, 1.3); break;
        }
    }

    private static void CookiesNear(Sketch s)
    {
        var (tin, dark, cookie, jam) = CookieTone(s);
        s.Dot(dark, 60, 61, 54).Dot(tin, 60, 60, 54).Dot("#fff6e2", 60, 60, 47).Define("k", p => Cookie(p, cookie, jam));
        for (var i = 0; i < 9; i++) s.Again("k", 60 + 33 * Math.Cos(i * .698), 60 + 33 * Math.Sin(i * .698), 1);
        for (var i = 0; i < 4; i++) s.Again("k", 60 + 13 * Math.Cos(i * 1.57 + .5), 60 + 13 * Math.Sin(i * 1.57 + .5), 1);
    }

    private static (string Box, string Band, string Crust) WingkoTone(Sketch s) =>
        s.Tone(("#f1c94b", "#b3361f", "#d9953c"), ("#f6efe0", "#14633f", "#c98038"), ("#e88f3c", "#7a2f14", "#e0a24a"), ("#d8e3c4", "#8a5a34", "#cf8f42"), ("#f3b7a4", "#8c2f3a", "#d18a3c"));

    private static void Wingko(Sketch s)
    {
        var (box, band, crust) = WingkoTone(s);
        s.Beside("leaf", "mug", "tag");
        s.Ground(42);
        if (s.Form(2) == 0)
        {
            s.Plate().Define("k", p => p.Oval("#a8672a", 0, 3, 21, 9).Oval("#f6e3b4", 0, 0, 21, 9).Oval(crust, 0, -3, 21, 9).Oval("#b9752c", 0, -3, 13, 5));
            s.Again("k", 42, 86).Again("k", 78, 86).Again("k", 60, 72).Steam(60, 34, "#d9b98a");
            return;
        }
        s.Path(band, "M22 56l10-14h56l10 14z").Rect(box, 20, 55, 80, 50, 4).Rect(band, 20, 74, 80, 10).Label(60, 79, 44, 32, White, band);
        s.Oval("#a8672a", 60, 46, 17, 7).Oval(crust, 60, 43, 17, 7).Oval("#b9752c", 60, 43, 10, 4);
    }

    private static void WingkoNear(Sketch s)
    {
        var (_, _, crust) = WingkoTone(s);
        s.Dot("#7fae4a", 60, 62, 54).Path("#5f9138", "M60 8v108M12 40l96 44M12 84l96-44").Line("#5f913888", 2, "M60 8v108M14 36l92 52M14 88l92-52");
        s.Dot("#f6e3b4", 60, 63, 37).Dot(crust, 60, 60, 37).Dot("#b9752c55", 60, 60, 28);
        for (var i = 0; i < 14; i++) s.Oval("#fff6e0", 60 + (10 + i * 1.6) * Math.Cos(i * 2.4), 60 + (10 + i * 1.6) * Math.Sin(i * 2.4), 2.6, 1.4, i * 70);
        s.Path("#f6e3b4", "M60 60l36-10a37 37 0 0 1-4 30z").Line("#c99a4e", 1.5, "M64 61l28 14M66 59l27-6");
    }

    private static (string A, string B, string C) ToffeeTone(Sketch s) =>
        s.Tone(("#e2703a", "#f0c33c", "#4f9a5b"), ("#b3361f", "#f2a0a0", "#f6dfae"), ("#6a4a8f", "#e5a7cf", "#f0c33c"), ("#8a5a34", "#d3a565", "#f3e2bd"), ("#2f7f8f", "#f0c33c", "#d9480f"));

    private static void Toffees(Sketch s)
    {
        var (a, b, c) = ToffeeTone(s);
        s.Ground(40);
        if (s.Form(2) == 0)
        {
            s.Pouch("#ffffffc8", a);
            Sweets(s, a, b, c, [(46, 94), (66, 95), (56, 84), (77, 86), (43, 80)], .8);
            s.Label(60, 52, 44, 32, b, a);
            return;
        }
        Sweets(s, a, b, c, [(40, 62), (60, 56), (80, 62), (50, 50), (70, 49)], 1);
        s.Path(KraftDark, "M18 66h84l-4 8H22z").Rect(Kraft, 18, 66, 84, 38, 5).Label(60, 86, 42, 26, Cream, a);
    }

    private static void Sweets(Sketch s, string a, string b, string c, (int X, int Y)[] places, double scale)
    {
        foreach (var (name, tone) in ((string, string)[])[("s0", a), ("s1", b), ("s2", c)])
            s.Define(name, p => p.Path(tone, "M-17-7l7 4v6l-7 4zM17-7l-7 4v6l7 4zM-9-6H9q2 0 2 2V4q0 2-2 2H-9q-2 0-2-2V-4q0-2 2-2z").Rect("#ffffff50", -7, -3, 14, 3, 1.5));
        for (var i = 0; i < places.Length; i++) s.Again(Invariant($"s{i % 3}"), places[i].X, places[i].Y, scale, i * 37 % 90 - 30);
    }

    private static void ToffeesNear(Sketch s)
    {
        var (a, b, c) = ToffeeTone(s);
        s.Tray();
        Sweets(s, a, b, c, [(36, 40), (70, 32), (90, 58), (58, 56), (32, 70), (66, 82), (88, 84), (48, 94)], 1.25);
    }

    private static (string Body, string Dark, string Food) FlossTone(Sketch s) =>
        s.Tone(("#8c2f1c", "#651d0f", "#c58240"), ("#1b5f4a", "#0e4232", "#b5702f"), ("#c98a2b", "#96611a", "#a85f2c"), ("#4a3a6b", "#33264e", "#c98a4a"), ("#2a5a82", "#1b4060", "#d39a56"));

    private static void Floss(Sketch s)
    {
        var (body, dark, food) = FlossTone(s);
        s.Ground(36);
        if (s.Form(2) == 0)
        {
            s.Pouch(body, dark).Label(60, 50, 42, 28, Cream, body).Oval(Cream, 60, 85, 22, 14);
            s.Place(60, 86, .6, 0, p => Fluff(p, food));
            return;
        }
        s.Jar(food, dark).Rect(Cream, 34, 58, 52, 30).Place(60, 73, 1.1, 0, p => p.Motif(body)).Line("#ffffff50", 1.6, "M46 52c6-3 10 3 16-1s8 1 12-1M44 96c8-3 12 2 18-1s8 1 12-1");
        s.Place(96, 98, .5, 0, p => Fluff(p, food));
    }

    private static void Fluff(Sketch s, string food) => s
        .Path(food, "M-32 10c-4-10 4-18 12-16 2-10 18-12 22-4 10-4 18 2 18 9 8 0 12 6 10 12-12 5-48 6-62-1z")
        .Line("#00000026", 2, "M-24 4c6-6 12 2 18-4s12 0 16-4M-16 11c8-5 14 1 22-4s12 1 18-3M-8-6c5-5 10 0 15-3").Line("#ffffff40", 2, "M-20-1c6-5 10 1 16-3M6 2c6-4 10 0 16-3");

    private static void FlossNear(Sketch s)
    {
        var (body, _, food) = FlossTone(s);
        s.Oval("#14633f18", 60, 106, 48, 5).Place(60, 48, 1.2, 0, p => Fluff(p, food)).Place(54, 38, .9, 8, p => Fluff(p, food));
        s.Bowl(body, "#00000030", "none").Line("#ffffff70", 2, "M30 76l5 5 5-5 5 5 5-5 5 5 5-5 5 5 5-5 5 5 5-5 5 5 5-5").Leaf(92, 44, .9, 40).Line(Invariant($"{food}"), 2, "M14 104c4-3 7 1 10-2M98 102c3-2 6 1 9-1");
    }
}
