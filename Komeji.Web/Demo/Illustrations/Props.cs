using static System.FormattableString;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>The small things many drawings share: labels, leaves, jars, pouches, bowls.</summary>
internal static class Props
{
    public const string Cream = "#fff3dc", Kraft = "#d3a565", KraftDark = "#b0813f", Brown = "#6b3f22", Dark = "#3d2213",
        Tan = "#c79a6d", Green = "#14633f", Leafy = "#1b7a4d", Lime = "#7fae4a", Red = "#c0281a", Orange = "#d9480f",
        Gold = "#e9b949", Ink = "#1d2b3a", Slate = "#33475b", Sky = "#8fc9e8", White = "#fdfdfa", Clay = "#b5562f";

    public static Sketch Leaf(this Sketch s, double x, double y, double scale, double turned, string fill = Leafy) =>
        s.Place(x, y, scale, turned, p => p.Path(fill, "M0 0C-8-6-8-16 0-24 8-16 8-6 0 0z").Line("#ffffff66", 1.2, "M0-3V-18"));

    public static Sketch Sprig(this Sketch s, double x, double y, double scale, double turned, string fill = Leafy) =>
        s.Place(x, y, scale, turned, p => p.Line(fill, 2, "M0 0V-26").Leaf(0, -14, .7, -55, fill).Leaf(0, -10, .7, 55, fill).Leaf(0, -22, .8, 0, fill));

    public static Sketch Chilli(this Sketch s, double x, double y, double scale, double turned, string fill = Red) =>
        s.Place(x, y, scale, turned, p => p.Path(fill, "M0 0c9-2 21 3 28 14-12-1-23-3-28-8-2-2-2-5 0-6z").Line(Leafy, 2.5, "M1 2c-3-2-5-4-5-8"));

    public static Sketch Bean(this Sketch s, double x, double y, double scale, double turned, string fill = Brown) =>
        s.Place(x, y, scale, turned, p => p.Oval(fill, 0, 0, 7, 5).Line("#00000055", 1.4, "M-6 0c4-3 8 3 12 0"));

    public static Sketch Steam(this Sketch s, double x, double y, string stroke = Tan) =>
        s.Place(x, y, 1, 0, p => p.Line(stroke, 4, "M-14 20c-6-8 6-12 0-20M0 20c-6-8 6-12 0-20M14 20c-6-8 6-12 0-20"));

    public static Sketch Ground(this Sketch s, double width = 40) => s.Oval("#14633f18", 60, 105.5, width, 3.6);

    /// <summary>A paper label: its shape and little picture follow the seed.</summary>
    public static Sketch Label(this Sketch s, double x, double y, double width, double height, string paper, string ink, int motif = -1)
    {
        double w = width / 2, h = height / 2;
        switch (s.Pick("label", 0, 1, 2, 3, 4))
        {
            case 0: s.Oval(paper, x, y, w, h); break;
            case 1: s.Rect(paper, x - w, y - h, width, height, 4); break;
            case 2: s.Path(paper, Invariant($"M{x - w} {y}l{w / 2}-{h}h{w}l{w / 2} {h}-{w / 2} {h}h-{w}z")); break;
            case 3: s.Path(paper, Invariant($"M{x - w * .85} {y + h}v-{h}a{w * .85} {h} 0 0 1 {w * 1.7} 0v{h}z")); break;
            default: s.Rect(paper, x - w, y - h, width, height, 2).Rect(ink, x - w + 3, y - h + 3, width - 6, 2).Rect(ink, x - w + 3, y + h - 5, width - 6, 2); break;
        }
        return s.Place(x, y, Math.Min(width, height) / 30, 0, p => p.Motif(ink, motif));
    }

    /// <summary>A small emblem around the origin, some 16 wide.</summary>
    public static Sketch Motif(this Sketch s, string ink, int motif = -1) => (motif < 0 ? s.Number("motif", 0, 6) : motif) switch
    {
        0 => s.Leaf(-1, 8, .6, -28, ink).Leaf(1, 8, .6, 28, ink),
        1 => s.Path(ink, "M-7 4a7 7 0 0 1 14 0z").Line(ink, 1.8, "M-10 0l-2-1M10 0l2-1M-5-6l-1-2M5-6l1-2M0-7v-3M-9 8h18"),
        2 => s.Line(ink, 2.6, "M-10-1c5-7 15-7 20 0M-8 5c5-5 11-5 16 0"),
        3 => s.Oval(ink, -4, -4, 5, 3, 45).Oval(ink, 4, -4, 5, 3, -45).Oval(ink, -4, 4, 5, 3, -45).Oval(ink, 4, 4, 5, 3, 45),
        4 => s.Path(ink, "M-11 7l8-14 4 6 3-4 8 12z").Path("#ffffffaa", "M-3-7l-2.6 4.6 2.6-1 2.4 1.2z"),
        5 => s.Oval(ink, 0, -5, 2.6, 4).Oval(ink, 5, -1.5, 2.6, 4, 72).Oval(ink, 3, 4.5, 2.6, 4, 144).Oval(ink, -3, 4.5, 2.6, 4, 216).Oval(ink, -5, -1.5, 2.6, 4, 288),
        _ => s.Rect(ink, -8, -6, 16, 3.4, 1.5).Rect(ink, -10, -.6, 20, 2, 1).Rect(ink, -6, 3.6, 12, 2, 1),
    };

    /// <summary>A stand-up pouch, 30–90 wide, standing on the ground.</summary>
    public static Sketch Pouch(this Sketch s, string body, string dark) => s
        .Path(body, "M33 26h54l4 71c.4 5-3 8-8 8H37c-5 0-8.4-3-8-8z")
        .Path("#00000016", "M29.4 90c20 7 41 7 61.2 0l.4 7c.4 5-3 8-8 8H37c-5 0-8.4-3-8-8z")
        .Rect(dark, 33, 17, 54, 11, 2)
        .Line("#ffffff55", 1.2, "M37 20v5M42 20v5M47 20v5M52 20v5M57 20v5M63 20v5M68 20v5M73 20v5M78 20v5M83 20v5");

    public static Sketch Jar(this Sketch s, string content, string lid) => s
        .Rect(lid, 38, 22, 44, 15, 4).Rect("#ffffff30", 38, 27, 44, 3)
        .Path("#ffffff", "M42 37h36v7H42z")
        .Path(content, "M34 44h52v50a10 10 0 0 1-10 10H44a10 10 0 0 1-10-10z")
        .Path("#ffffff38", "M38 48h5v46h-3a2 2 0 0 1-2-2z");

    public static Sketch Bottle(this Sketch s, string content, string cap) => s
        .Path(content, "M50 18h20v20l10 16v42a8 8 0 0 1-8 8H48a8 8 0 0 1-8-8V54l10-16z")
        .Rect(cap, 49, 12, 22, 10, 3)
        .Path("#ffffff40", "M45 56l6-9v14l-2 38h-1a3 3 0 0 1-3-3z");

    public static Sketch Sack(this Sketch s, string body, string dark, string rope) => s
        .Path(dark, "M46 38c-6-6-9-11-10-19 8 3 14-1 24 1 10-2 16 2 24-1-1 8-4 13-10 19z")
        .Path(body, "M44 40c-12 13-18 36-14 58 .8 5 4 7 8 7h44c4 0 7.2-2 8-7 4-22-2-45-14-58z")
        .Rect(rope, 42, 36, 36, 6, 3).Line(rope, 2.4, "M74 40c6 2 7 8 5 13M72 41c2 4 1 9-2 12");

    public static Sketch Bowl(this Sketch s, string body, string dark, string food) => s
        .Oval(food, 60, 62, 36, 15)
        .Path(body, "M20 62h80c0 22-14 37-32 39H52C34 99 20 84 20 62z")
        .Rect(dark, 46, 100, 28, 5, 2).Path("#ffffff30", "M26 67h6c1 11 6 19 13 25-11-4-18-13-19-25z");

    public static Sketch Plate(this Sketch s, string body = White, string rim = "#d9e4dc") =>
        s.Oval(rim, 60, 96, 50, 10).Oval(body, 60, 94, 50, 9.5).Oval(rim, 60, 94, 34, 5.6);

    /// <summary>A woven winnowing tray (tampah) seen from above, filling the picture.</summary>
    public static Sketch Tray(this Sketch s) => s
        .Cloth("w", 8, 8, 0, p => p.Rect("#d8ae6d", 0, 0, 8, 8).Path("#c4954f", "M0 0h4v4H0zM4 4h4v4H4z"))
        .Dot("#9a6a35", 60, 60, 53).Dot("url(#w)", 60, 60, 48);

    public static Sketch Screw(this Sketch s, double x, double y) => s.Dot("#b9c4cc", x, y, 2.4).Line("#6d7b87", 1, Invariant($"M{x - 1.4} {y}h2.8"));

    /// <summary>The spanner of the mock, pointing up and to the right.</summary>
    public static Sketch Spanner(this Sketch s, double x, double y, double scale, double turned, string fill) =>
        s.Place(x, y, scale, turned, p => p.Path(fill, "M16-42a14 14 0 0 0-12 20L-16-2l8 8L12-14a14 14 0 0 0 18-16l-8 8-9-3-3-9 8-8z"));
}
