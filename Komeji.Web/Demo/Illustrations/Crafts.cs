using static System.FormattableString;
using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>Small things made by hand: sabun, lilin, boneka, mainan.</summary>
internal static class Crafts
{
    public static readonly Kind[] All =
    [
        new("sabun", Soap, SoapNear, s => Scenes.Goods(s, Soap, s.Form(3) != 0)),
        new("lilin", Candle, CandleNear, s => Scenes.Goods(s, Candle, false)),
        new("boneka", Doll, DollNear, s => Scenes.Goods(s, Doll)),
        new("mainan", Toy, ToyNear, s => Scenes.Goods(s, Toy)),
    ];

    private static (string Bar, string Dark, string Wrap) SoapTone(Sketch s) =>
        s.Tone(("#b7d3a0", "#86a86c", "#14633f"), ("#f0c8b8", "#d09a86", "#8a3f3a"), ("#e9c46a", "#c49a35", "#6b3f22"), ("#cdbbe0", "#9f88b8", "#4a3a6b"), ("#4a4744", "#2c2a28", "#c79a6d"));

    private static void Soap(Sketch s)
    {
        var (bar, dark, wrap) = SoapTone(s);
        s.Ground(42);
        switch (s.Form(3))
        {
            case 0:
                s.Path("#c79a6d", "M16 92h88v6a6 6 0 0 1-6 6H22a6 6 0 0 1-6-6z").Rect(dark, 24, 60, 72, 32, 12).Rect(bar, 24, 54, 72, 32, 12).Place(60, 70, 1.4, 0, p => p.Motif(dark)).Dot("#ffffffc0", 92, 44, 8).Dot("#ffffff", 89, 41, 2).Dot("#ffffffc0", 78, 34, 5).Dot("#ffffffc0", 100, 28, 4);
                break;
            case 1:
                s.Define("k", p => p.Rect(dark, 0, 3, 70, 25, 5).Rect(bar, 0, 0, 70, 23, 5).Rect(wrap, 20, 0, 30, 28, 1).Place(35, 13, .75, 0, q => q.Motif(Cream))).Again("k", 22, 77).Again("k", 28, 53).Again("k", 24, 29);
                break;
            default:
                s.Path(bar, "M42 46h36c6 0 10 5 10 11v40a8 8 0 0 1-8 8H40a8 8 0 0 1-8-8V57c0-6 4-11 10-11z").Rect(dark, 54, 30, 12, 18).Rect(wrap, 50, 22, 20, 10, 3).Path(wrap, "M50 24H34c-5 0-6 4-6 8h6c0-2 1-2 3-2h13z").Label(60, 76, 40, 36, White, wrap).Dot("#ffffffc0", 24, 48, 5).Dot("#ffffffc0", 32, 60, 3);
                break;
        }
        if (s.Chance("leaf", 60)) s.Leaf(100, 106, .9, 30, Lime).Leaf(96, 106, .8, -14);
    }

    private static void SoapNear(Sketch s)
    {
        var (bar, dark, wrap) = SoapTone(s);
        s.Path(dark, "M14 44c0-14 10-22 24-22h44c14 0 24 8 24 22v38c0 14-10 24-24 24H38c-14 0-24-10-24-24z").Path(bar, "M14 38c0-14 10-22 24-22h44c14 0 24 8 24 22v36c0 14-10 22-24 22H38c-14 0-24-8-24-22z").Line("#ffffff50", 5, "M28 60c10-12 20 10 32-2s18 8 30-4M28 76c12-10 22 8 34-2s16 4 28-2").Place(60, 44, 2, 0, p => p.Motif(wrap));
        foreach (var (x, y, r) in ((int, int, int)[])[(16, 100, 12), (32, 110, 9), (104, 98, 13), (90, 112, 8), (104, 22, 7), (14, 20, 8)]) s.Dot("#ffffffc8", x, y, r).Dot("#ffffff", x - r * .3, y - r * .3, r * .25);
        s.Leaf(46, 116, .9, -60).Leaf(52, 118, 1, -20, Lime);
    }

    private static (string Wax, string Cup, string Ink) CandleTone(Sketch s) =>
        s.Tone(("#f7ecd6", "#6b3f22", "#6b3f22"), ("#e9b9a8", "#f4e8dc", "#a3563f"), ("#cfe0c8", "#3f6f57", "#14633f"), ("#d9cdea", "#5b4a7d", "#4a3a6b"), ("#f2cf7a", "#24597d", "#24597d"));

    private static void Candle(Sketch s)
    {
        var (wax, cup, ink) = CandleTone(s);
        s.Ground(38);
        switch (s.Form(3))
        {
            case 0:
                s.Rect("#ffffffc0", 32, 44, 56, 61, 7).Rect(wax, 35, 56, 50, 46, 5).Oval("#00000014", 60, 57, 25, 4).Line(Dark, 2, "M60 57V46").Label(60, 82, 38, 30, cup == "#f4e8dc" ? White : cup, cup == "#f4e8dc" ? ink : Cream);
                Flame(s, 60, 44, 1);
                break;
            case 1:
                foreach (var (x, top, width) in ((int, int, int)[])[(22, 62, 22), (49, 44, 24), (77, 72, 22)])
                {
                    s.Rect(wax, x, top, width, 105 - top, 3).Rect("#00000010", x + width - 6, top, 6, 105 - top).Oval(cup, x + width / 2.0, top, width / 2.0, 3.4).Line(Dark, 1.8, Invariant($"M{x + width / 2.0} {top}v-8"));
                    Flame(s, x + width / 2.0, top - 9, .8);
                }
                break;
            default:
                s.Rect(cup, 30, 58, 60, 47, 8).Oval(wax, 60, 59, 30, 7).Oval("#00000012", 60, 60, 18, 4).Line(Dark, 2, "M60 59V48").Place(60, 84, 1.5, 0, p => p.Motif("#ffffffa0"));
                Flame(s, 60, 46, 1.1);
                break;
        }
        s.Line("#8a5a34", 2, "M100 106c-2-10-1-16 3-24").Oval("#9b7fc0", 102, 80, 2.4, 4).Oval("#9b7fc0", 99, 87, 2.4, 4, -20).Oval("#9b7fc0", 104, 90, 2.4, 4, 20);
    }

    private static void Flame(Sketch s, double x, double y, double scale) =>
        s.Place(x, y, scale, 0, p => p.Dot("#ffe08a40", 0, -10, 17).Path("#f29a2e", "M0-26c8 9 9 14 8 18-1 5-4 8-8 8s-7-3-8-8c-1-4 1-9 8-18z").Path("#ffe08a", "M0-15c4 5 4 8 4 10 0 3-2 5-4 5s-4-2-4-5c0-2 0-5 4-10z"));

    private static void CandleNear(Sketch s)
    {
        var (wax, cup, ink) = CandleTone(s);
        s.Rect("#2f2620", 0, 0, 120, 120).Dot("#ffdf9a18", 60, 50, 60).Dot("#ffdf9a20", 60, 46, 42).Path(cup, "M10 84h100v36H10z").Oval(wax, 60, 84, 50, 15).Oval("#fff6dc80", 60, 84, 34, 9).Line(Dark, 3, "M60 84V66");
        Flame(s, 60, 64, 2);
        s.Oval(ink, 34, 86, 4, 2, 30).Oval(ink, 86, 88, 4, 2, -20).Oval("#9b7fc0", 44, 92, 4, 2).Oval("#9b7fc0", 78, 78, 4, 2, 40);
    }

    private static (string Dress, string Trim, string Hair) DollTone(Sketch s) =>
        s.Tone(("#c0392b", "#f2cf5a", "#2b1a14"), ("#2f7f6f", "#fbe7c9", "#5b331c"), ("#5b6fb0", "#f4b8c4", "#1d1a22"), ("#e29a3c", "#7a2f22", "#3d2213"), ("#9b5a9b", "#f6e3a1", "#6b3f22"));

    private static void Doll(Sketch s)
    {
        var (dress, trim, hair) = DollTone(s);
        s.Beside("gift", "star", "yarn", "flower");
        s.Ground(32);
        if (s.Form(2) == 0)
        {
            s.Rect("#f0c9a4", 47, 86, 8, 18, 4).Rect("#f0c9a4", 65, 86, 8, 18, 4).Line("#f0c9a4", 7, "M44 62L28 76M76 62l16 14").Path(dress, "M48 56h24l16 36c-18 6-38 6-56 0z").Rect(trim, 33.5, 85, 53, 4, 2).Dot(trim, 60, 66, 2.2).Dot(trim, 60, 75, 2.2).Path(trim, "M52 56h16l-8 7z");
            s.Dot(hair, 60, 36, 24).Dot(hair, 36, 46, 8).Dot(hair, 84, 46, 8).Dot("#f3d3b3", 60, 39, 19).Path(hair, "M41 36c2-14 12-18 19-18s17 4 19 18c-8-2-14-6-19-12-5 6-11 10-19 12z");
            Face(s, 60, 41);
            s.Path(trim, "M34 40l-8-5v10zM34 40l8-5v10zM86 40l-8-5v10zM86 40l8-5v10z");
            return;
        }
        var fur = s.Pick("fur", "#b98655", "#d9b98a", "#8f6a4c", "#e8dccb", "#a9b4ba");
        s.Dot(fur, 38, 24, 11).Dot(fur, 82, 24, 11).Dot("#00000022", 38, 24, 6).Dot("#00000022", 82, 24, 6).Oval(fur, 32, 98, 14, 9, -20).Oval(fur, 88, 98, 14, 9, 20).Oval(fur, 26, 70, 9, 17, 30).Oval(fur, 94, 70, 9, 17, -30).Oval(fur, 60, 80, 28, 26).Oval("#ffffff66", 60, 84, 17, 17).Dot(fur, 60, 40, 27).Oval("#ffffff90", 60, 49, 13, 10).Oval(Dark, 60, 45, 4.6, 3.2);
        s.Dot(Dark, 48, 37, 3).Dot(Dark, 72, 37, 3).Line(Dark, 1.8, "M60 48v4M54 53c3 3 9 3 12 0").Path(dress, "M60 68l-18-8v16zM60 68l18-8v16z").Dot(trim, 60, 68, 4.5);
    }

    private static void Face(Sketch s, double x, double y) => s.Place(x, y, 1, 0, p => p
        .Dot(Dark, -7, 0, 2).Dot(Dark, 7, 0, 2).Line("#b5563f", 2, "M-4 7c2 3 6 3 8 0").Oval("#e8917a70", -11, 6, 3.6, 2.4).Oval("#e8917a70", 11, 6, 3.6, 2.4));

    private static void DollNear(Sketch s)
    {
        var (dress, trim, hair) = DollTone(s);
        s.Cloth("b", 18, 18, 0, p => p.Rect(dress, 0, 0, 18, 18).Dot(trim, 5, 5, 2).Dot(trim, 14, 14, 2)).Path("url(#b)", "M20 120c2-22 18-32 40-32s38 10 40 32z").Dot(hair, 60, 48, 42).Dot("#f3d3b3", 60, 54, 34).Path(hair, "M26 50c2-28 20-34 34-34s32 6 34 34c-14-4-26-12-34-22-8 10-20 18-34 22z").Place(60, 58, 1.7, 0, p => Face(p, 0, 0));
        s.Path(trim, "M40 100l-18-10v20zM40 100l18-10v20z").Dot(dress, 40, 100, 5).Line("#ffffff80", 1.6, "M88 108l4 4M92 108l-4 4M98 102l4 4M102 102l-4 4");
    }

    private static (string Body, string Dark, string Wheel) ToyTone(Sketch s) =>
        s.Tone(("#d9432f", "#a82c1b", "#e9b949"), ("#2f7fb0", "#1f5a80", "#f2cf5a"), ("#4f9a3f", "#34702a", "#d9572a"), ("#e2a12e", "#b0780f", "#2f6f9f"), ("#c79a6d", "#94663a", "#b3361f"));

    private static void Toy(Sketch s)
    {
        var (body, dark, wheel) = ToyTone(s);
        s.Ground(42).Define("w", p => p.Dot(Dark, 0, 0, 13).Dot(wheel, 0, 0, 9).Dot(dark, 0, 0, 3));
        switch (s.Form(3))
        {
            case 0:
                s.Path(body, "M14 62c0-4 3-6 7-6h16l10-20c1-3 4-4 7-4h26c4 0 6 2 7 5l6 19h8c4 0 7 3 7 7v25H14z").Path("#dff0f6", "M50 40h14v16H42zM69 40h12l5 16H69z").Rect(dark, 14, 80, 94, 8, 3).Dot("#f7e7a8", 103, 70, 4).Again("w", 36, 90).Again("w", 86, 90);
                break;
            case 1:
                s.Path(dark, "M18 92c20 14 64 14 84 0l-4 9c-18 8-58 8-76 0z").Path(body, "M30 88V58c0-4 3-8 8-8h34c2-12 6-20 14-26l12 14-8 6-4 44h-8V74H46v14z").Dot(Dark, 90, 36, 2.4).Path(wheel, "M76 28c-6 6-9 14-8 24l-6-1c0-10 4-19 9-25z").Path(wheel, "M48 50h20v8c0 6-20 6-20 0z").Line(wheel, 5, "M32 54c-8 2-12 10-10 22").Dot("#ffffff80", 40, 66, 3);
                break;
            default:
                foreach (var (x, y, tone) in ((int, int, string)[])[(20, 70, body), (50, 70, wheel), (80, 70, dark), (35, 36, wheel), (66, 36, body)]) s.Rect(tone, x, y, 30, 34, 4).Place(x + 15, y + 17, 1.1, 0, p => p.Motif("#ffffffb0", x % 4 + 1));
                break;
        }
        if (s.Chance("kite", 45)) s.Path(wheel, "M100 6l12 14-12 16-12-16z").Line(dark, 1.5, "M100 6v30M88 20h24M100 36c-4 6 4 8 0 14");
    }

    private static void ToyNear(Sketch s)
    {
        var (body, dark, wheel) = ToyTone(s);
        s.Rect(body, 0, 0, 120, 120).Rect(dark, 0, 78, 120, 42).Dot(Dark, 62, 72, 44).Dot(wheel, 62, 72, 34).Define("k", p => p.Rect("#ffffff50", -3, -30, 6, 22, 3));
        for (var i = 0; i < 8; i++) s.Again("k", 62, 72, 1, i * 45);
        s.Dot(dark, 62, 72, 10).Screw(62, 72).Path("#ffffff30", "M0 0h120L80 24H0z").Line("#ffffff40", 2, "M8 40h20M14 50h10");
    }
}
