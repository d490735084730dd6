using static System.FormattableString;
using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>Work that is sold: servis laptop, ponsel, AC and motor, foto, jahit, cukur, les, desain, cetak.</summary>
internal static class Services
{
    public static readonly Kind[] All =
    [
        new("servis-laptop", Laptop, LaptopNear, s => Scenes.Service(s, Laptop)),
        new("servis-ponsel", Phone, PhoneNear, s => Scenes.Service(s, Phone)),
        new("servis-ac", Cooler, CoolerNear, s => Scenes.Doorstep(s, Cooler)),
        new("servis-motor", Scooter, ScooterNear, s => Scenes.Service(s, Scooter)),
        new("foto", Photo, PhotoNear, s => Scenes.Service(s, Photo)),
        new("jahit", Sewing, SewingNear, s => Scenes.Service(s, Sewing)),
        new("cukur", Barber, BarberNear, s => Scenes.Stall(s, Barber)),
        new("les", Lesson, LessonNear, s => Scenes.Service(s, Lesson)),
        new("cetak", Printing, PrintingNear, s => Scenes.Stall(s, Printing)),
        new("katering", Catering, CateringNear, s => Scenes.Service(s, Catering)),
    ];

    private static (string Shell, string Screen, string Tool) TechTone(Sketch s) =>
        s.Tone(("#1d2b3a", "#8fc9e8", "#d9480f"), ("#3f4a46", "#a9dcc0", "#e9b949"), ("#5b6b7a", "#f4d9a8", "#1b7a4d"), ("#26242c", "#c9b8ea", "#c0281a"), ("#7a6a58", "#bfe0ea", "#24597d"));

    private static void Laptop(Sketch s)
    {
        var (shell, screen, tool) = TechTone(s);
        s.Beside("mug", "driver", "check", "plant");
        s.Ground(46).Rect(shell, 26, 30, 68, 48, 6).Rect(screen, 32, 36, 56, 36).Path(shell, "M16 84h88l-6 10a6 6 0 0 1-4 2H26a6 6 0 0 1-4-2z").Rect("#ffffff40", 50, 84, 20, 3, 1.5);
        switch (s.Form(4))
        {
            case 0: s.Spanner(64, 64, 1, 0, tool); break;
            case 1: s.Place(70, 58, 1, 40, p => p.Rect("#b9c4cc", -2, -34, 4, 34).Rect(tool, -6, 0, 12, 26, 5)).Rect("#ffffff90", 38, 44, 18, 3, 1.5).Rect("#ffffff90", 38, 52, 12, 3, 1.5); break;
            case 2: s.Ring("#ffffffd0", 5, 60, 54, 11).Path(tool, "M68 40l10 2-5 9z").Rect("#ffffff80", 36, 67, 48, 2); s.Place(92, 70, .7, 0, p => p.Rect("#b9c4cc", -2, -34, 4, 34).Rect(tool, -6, 0, 12, 26, 5)); break;
            default: s.Line("#ffffffc0", 2.4, "M36 64l10-12 8 6 12-16 8 8 10-10").Dot(tool, 84, 76, 17).Line("#ffffff", 4, "M76 76l6 6 11-12"); break;
        }
    }

    private static void LaptopNear(Sketch s)
    {
        var (shell, _, tool) = TechTone(s);
        s.Rect("#14533c", 0, 0, 120, 120).Line("#3f8f6a", 2, "M0 20h30l10 10h40M0 36h20l14 14M120 30H96L84 42M0 96h26l12-12h30M120 92H94L80 78M60 0v26M72 0v20M48 120V96M60 120V94").Rect(shell, 40, 36, 42, 42, 3).Rect("#ffffff18", 46, 42, 30, 30, 2).Line("#c9d3cf", 2, "M36 42h4M36 50h4M36 58h4M36 66h4M82 42h4M82 50h4M82 58h4M82 66h4M46 32v4M54 32v4M62 32v4M70 32v4M46 78v4M54 78v4M62 78v4M70 78v4");
        s.Rect("#26242c", 8, 56, 16, 26, 2).Rect("#e9b949", 96, 50, 16, 8, 1).Rect("#c0281a", 96, 64, 16, 6, 1).Screw(14, 14).Screw(106, 14).Screw(14, 106).Place(92, 92, 1.2, -38, p => p.Rect("#dfe5e8", -2.5, -46, 5, 42).Rect(tool, -8, -6, 16, 40, 6).Rect("#ffffff40", -4, 0, 3, 26, 1.5));
    }

    private static void Phone(Sketch s)
    {
        var (shell, screen, tool) = TechTone(s);
        s.Beside("check", "star", "mug", "plant", "box");
        s.Ground(30).Rect(shell, 36, 14, 48, 91, 9).Rect(screen, 40, 22, 40, 74, 3).Rect("#ffffff50", 53, 17, 14, 2.4, 1.2);
        switch (s.Form(3))
        {
            case 0: s.Line("#ffffffd8", 2, "M80 30L62 48l8 6-18 16 6 8-10 12M62 48L50 40M70 54l10 2M52 70l-10-2").Spanner(76, 92, .9, 0, tool); break;
            case 1: s.Rect("#ffffffc0", 50, 44, 20, 32, 4).Rect("#ffffffc0", 55, 40, 10, 5, 1).Rect(tool, 53, 60, 14, 13, 2).Path("#f2cf5a", "M62 46l-7 12h5l-2 10 8-13h-5z"); break;
            default: s.Dot("#ffffffc0", 60, 58, 16).Line(tool, 4, "M52 58l6 6 11-12").Place(92, 72, .8, 26, p => p.Rect("#b9c4cc", -2, -34, 4, 34).Rect(tool, -6, 0, 12, 26, 5)); break;
        }
    }

    private static void PhoneNear(Sketch s)
    {
        var (shell, screen, tool) = TechTone(s);
        s.Rect("#d9c4a0", 0, 0, 120, 120).Line("#c4ab80", 2, "M0 30h120M0 60h120M0 90h120M30 0v120M60 0v120M90 0v120").Place(58, 60, 1, -14, p => p.Rect(shell, -28, -54, 56, 108, 9).Rect("#2c2a30", -24, -46, 48, 92, 3).Rect("#e9e4d6", -18, -20, 26, 54, 3).Rect(tool, -18, -20, 26, 10, 2).Rect("#14533c", -20, -42, 40, 18, 2).Rect("#b9c4cc", 11, -20, 10, 28, 2).Dot("#5b6b7a", 13, -33, 5).Line("#3f8f6a", 1.4, "M-16-36h18M-16-30h12"));
        s.Screw(102, 26).Screw(110, 40).Screw(98, 44).Rect(screen, 92, 62, 20, 40, 3).Line("#ffffff", 1.6, "M110 66L98 80l6 4-8 14");
    }

    private static (string Body, string Wall, string Tool) CoolerTone(Sketch s) =>
        s.Tone(("#fdfdfa", "#7fb8d6", "#d9480f"), ("#f3eee2", "#5fa38a", "#24597d"), ("#e9edf0", "#8f9fd0", "#1b7a4d"), ("#fbf6ea", "#6fb0b8", "#c0281a"), ("#3f4a52", "#8fc9e8", "#e9b949"));

    private static void Cooler(Sketch s)
    {
        var (body, air, tool) = CoolerTone(s);
        s.Beside("spray", "driver", "check", "leaf", "box");
        s.Rect("#00000014", 14, 26, 94, 38, 8).Rect(body, 13, 22, 94, 38, 8).Rect("#00000012", 13, 46, 94, 2).Rect("#5b6b7a", 22, 51, 76, 5, 2).Dot(tool, 98, 34, 2.4).Rect("#00000018", 22, 31, 18, 3, 1.5);
        switch (s.Form(3))
        {
            case 0: s.Line(air, 4, "M34 68c-6 10 4 14-2 24M60 68c-6 10 4 16-2 30M86 68c-6 10 4 14-2 24"); break;
            case 1: s.Line(air, 4, "M32 68c-5 8 4 12-2 20M52 68c-5 8 4 12-2 20").Spanner(84, 96, 1, 0, tool); break;
            default:
                s.Place(64, 86, 1, 0, p => p.Line(air, 3.4, "M0-18v36M-15-9l30 18M-15 9l30-18M-4-14l4 4 4-4M-4 14l4-4 4 4").Line(air, 3, "M-15-4l5-1-1-6M15 4l-5 1 1 6M-15 4l5 1-1 6M15-4l-5-1 1-6"));
                s.Path(tool, "M20 84h16v20H20z").Rect("#5b6b7a", 24, 76, 8, 8).Path("#5b6b7a", "M22 70h16v6H22z").Dot(air, 44, 72, 2).Dot(air, 49, 69, 1.6);
                break;
        }
    }

    private static void CoolerNear(Sketch s)
    {
        var (body, air, tool) = CoolerTone(s);
        s.Rect(body, 0, 0, 120, 120).Rect("#5b6b7a", 8, 12, 104, 70, 4).Cloth("b", 7, 7, 0, p => p.Rect("#dfe7ea", 0, 0, 7, 7).Line("#8fa0aa", 1, "M0 0h7M0 0v7")).Rect("url(#b)", 13, 17, 94, 60, 2).Path("#a89a86b0", "M13 17h46c6 16-6 40 2 60H13z");
        s.Place(72, 66, 1, 24, p => p.Rect(tool, -7, 4, 14, 52, 6).Rect("#3d3a34", -16, -6, 32, 11, 3).Line("#d9c9a0", 3, "M-13-7v-13M-8-7v-14M-3-7v-13M2-7v-14M7-7v-13M12-7v-14")).Dot("#ffffffd0", 40, 96, 8).Dot("#ffffffd0", 26, 104, 5).Dot(air, 104, 100, 5);
    }

    private static (string Body, string Dark, string Seat) RideTone(Sketch s) =>
        s.Tone(("#c0392b", "#8e2419", "#2b1a14"), ("#2f6f9f", "#1f4f75", "#3d2213"), ("#1b7a4d", "#0f5735", "#2b2a28"), ("#e2a12e", "#b0780f", "#3d2213"), ("#4a4f55", "#2f3338", "#8a5a34"));

    private static void Scooter(Sketch s)
    {
        var (body, dark, seat) = RideTone(s);
        s.Ground(50).Define("w", p => p.Dot(Dark, 0, 0, 16).Dot(s.Pick("rim", "#c5ced4", "#e9dcc0", "#f2cf5a", "#b9c4cc", "#d9b98a"), 0, 0, 10).Dot(Dark, 0, 0, 4)).Again("w", 28, 88).Again("w", 92, 88);
        if (s.Chance("box", 40)) s.Rect(dark, 8, 52, 20, 3, 1).Rect(dark, 4, 32, 22, 20, 4).Rect("#ffffff40", 7, 38, 16, 3, 1.5);
        else if (s.Chance("helmet", 50)) s.Path(Gold, "M28 53c-3-22 24-24 25-3l-7 1v4z").Path("#dff0f6", "M43 41c6 0 9 3 10 9l-9 1z");
        s.Path(body, "M16 82c0-16 8-24 22-24h22c2 10 6 16 16 18l6-34 8 2-4 40c-2 6-6 8-12 8H48c0-12-20-16-28-6z").Path(seat, "M20 54c6-5 36-6 42 0l-2 7H22z").Line(dark, 5, "M84 44l-4-16M80 28l-12-4M80 28h10").Dot("#f7e7a8", 90, 42, 5).Path(dark, "M80 76c4-8 20-8 26 2l-6 2c-4-5-12-5-16-1z");
        switch (s.Form(2))
        {
            case 0: s.Spanner(48, 30, .62, 0, "#5b6b7a"); break;
            default: s.Dot("#ffffff", 52, 20, 15).Line(Leafy, 4.5, "M45 20l6 6 10-12"); break;
        }
    }

    private static void ScooterNear(Sketch s)
    {
        var (body, dark, _) = RideTone(s);
        s.Rect("#d6dcdf", 0, 0, 120, 120).Path(body, "M0 0h120v30C80 40 40 26 0 40z").Define("k", p => p.Rect("#4a4f55", -5, -40, 10, 14, 2));
        for (var i = 0; i < 12; i++) s.Again("k", 54, 72, 1, i * 30);
        s.Dot("#4a4f55", 54, 72, 33).Dot("#8f9aa0", 54, 72, 25).Dot(dark, 54, 72, 10).Screw(54, 72).Dot("#4a4f55", 54, 56, 4).Dot("#4a4f55", 68, 80, 4).Dot("#4a4f55", 40, 80, 4).Spanner(92, 92, 1.6, 8, "#5b6b7a").Path("#d9a441", "M20 100c6 8 6 14 0 16s-8-6 0-16z");
    }

    private static (string Body, string Grip, string Lens) PhotoTone(Sketch s) =>
        s.Tone(("#2b2a30", "#4a4750", "#5fa3c9"), ("#8a5a34", "#d9c9b0", "#3f7f9a"), ("#1f4d3f", "#2f6f5a", "#c9a24a"), ("#b3361f", "#85230f", "#8fc9e8"), ("#d9d3c4", "#8f8778", "#6a5a9a"));

    private static void Photo(Sketch s)
    {
        var (body, grip, lens) = PhotoTone(s);
        s.Beside("star", "flower", "gift", "plant", "mug");
        if (s.Form(2) == 0)
        {
            s.Ground(44).Path(body, "M14 44a8 8 0 0 1 8-8h18l6-12h28l6 12h18a8 8 0 0 1 8 8v50a8 8 0 0 1-8 8H22a8 8 0 0 1-8-8z").Rect(grip, 14, 50, 92, 30).Dot("#e9edf0", 60, 66, 28).Dot(Dark, 60, 66, 24).Dot(lens, 60, 66, 17).Dot(Dark, 60, 66, 8).Oval("#ffffff90", 52, 58, 5, 3, -40).Rect("#f7e7a8", 84, 40, 14, 7, 2).Dot(Red, 26, 44, 3);
            return;
        }
        s.Place(44, 46, 1, -12, p => p.Rect(White, -30, -34, 60, 68, 2).Rect(lens, -25, -29, 50, 46).Path("#ffffffa0", "M-25 17l16-24 10 12 8-8 16 20z").Dot("#f7e7a8", 13, -18, 5));
        s.Place(78, 72, 1, 9, p => p.Rect("#00000018", -28, -30, 60, 68, 2).Rect(White, -30, -34, 60, 68, 2).Rect(grip, -25, -29, 50, 46).Dot("#f3d3b3", -8, -12, 7).Path(body, "M-20 17c0-14 5-20 12-20s12 6 12 20z").Dot("#e8bd98", 11, -9, 6.4).Path(lens, "M0 17c0-12 4-17 11-17s11 5 11 17z"));
    }

    private static void PhotoNear(Sketch s)
    {
        var (body, grip, lens) = PhotoTone(s);
        s.Rect(body, 0, 0, 120, 120).Rect(grip, 0, 20, 120, 80).Dot("#d9dee0", 60, 60, 56).Dot("#1d1b20", 60, 60, 50).Ring("#4a4750", 3, 60, 60, 42).Dot(lens, 60, 60, 34).Dot("#1d1b20", 60, 60, 20).Define("k", p => p.Path("#00000040", "M0-20L12-34 30-20 18-4z"));
        for (var i = 0; i < 6; i++) s.Again("k", 60, 60, 1, i * 60);
        s.Dot("#0d0c10", 60, 60, 10).Oval("#ffffffa0", 46, 42, 11, 6, -42).Dot("#ffffff70", 76, 76, 4);
    }

    private static (string Machine, string Dark, string Cloth) SewTone(Sketch s) =>
        s.Tone(("#24343f", "#e9b949", "#c0563f"), ("#f4efe4", "#8a5a34", "#2f7f6f"), ("#8fb8b0", "#3f5f5a", "#e2b04a"), ("#b3361f", "#f3e2bd", "#24597d"), ("#3f4f3a", "#d9b98a", "#9b5a9b"));

    private static void Sewing(Sketch s)
    {
        var (machine, trim, cloth) = SewTone(s);
        s.Beside("yarn", "tape", "tag", "box");
        s.Ground(46);
        if (s.Form(2) == 0)
        {
            s.Rect("#8a5a34", 10, 94, 100, 11, 3).Rect(machine, 18, 82, 84, 12, 3).Path(machine, "M28 28h62c8 0 12 5 12 12v44H82V54H44v12H30c-8 0-10-4-10-10V40c0-8 3-12 8-12z").Rect(trim, 34, 66, 4, 10).Line("#8f9aa0", 2, "M36 74v10").Dot(trim, 104, 48, 9).Dot(machine, 104, 48, 3).Rect(cloth, 54, 16, 12, 12, 2).Rect(trim, 52, 14, 16, 3, 1).Line(trim, 2.4, "M50 40h24M54 45h16").Path(cloth, "M12 84h44c4 6 0 14-6 20H8c6-6 8-14 4-20z");
            return;
        }
        s.Line("#b9c4cc", 6, "M28 26l46 58M92 26L46 84").Ring(cloth, 7, 40, 94, 11).Ring(cloth, 7, 80, 94, 11).Dot("#5b6b7a", 60, 66, 3).Place(92, 64, 1, 0, p => p.Rect(trim, -10, -17, 20, 4, 2).Rect(machine, -8, -13, 16, 22).Rect(trim, -10, 9, 20, 4, 2).Line("#ffffff50", 1.4, "M-8-8h16M-8-3h16M-8 2h16")).Place(24, 66, .8, 0, p => p.Rect(trim, -10, -17, 20, 4, 2).Rect(cloth, -8, -13, 16, 22).Rect(trim, -10, 9, 20, 4, 2).Line("#ffffff50", 1.4, "M-8-8h16M-8-3h16M-8 2h16"));
    }

    private static void SewingNear(Sketch s)
    {
        var (machine, trim, cloth) = SewTone(s);
        s.Rect(cloth, 0, 0, 120, 120).Path("#ffffff20", "M0 0h54v120H0z").Rect("#00000026", 52, 0, 3, 120);
        for (var y = 4; y < 120; y += 14) s.Rect(Cream, 43, y, 3, 8, 1.5).Rect(Cream, 62, y, 3, 8, 1.5);
        s.Place(84, 54, 1.2, 30, p => p.Line("#dfe5e8", 4, "M0-40v70").Line("#8f9aa0", 1.4, "M0-38v6").Line(Cream, 1.8, "M0-36c-20 4-26 30-12 40s-6 24-20 22")).Define("k", p => p.Dot(trim, 0, 0, 12).Dot(machine, 0, 0, 8.5).Dot(trim, -3, -3, 1.6).Dot(trim, 3, -3, 1.6).Dot(trim, -3, 3, 1.6).Dot(trim, 3, 3, 1.6)).Again("k", 22, 26).Again("k", 24, 62, .8).Again("k", 20, 96, 1, 30);
    }

    private static (string Main, string Steel, string Trim) BarberTone(Sketch s) =>
        s.Tone(("#c0281a", "#b9c4cc", "#24597d"), ("#14633f", "#c5ced4", "#e9b949"), ("#3d2213", "#d0d6da", "#c79a6d"), ("#24343f", "#b0bcc4", "#d9572a"), ("#7a3b52", "#c9cfd4", "#e9c893"));

    private static void Barber(Sketch s)
    {
        var (main, steel, trim) = BarberTone(s);
        s.Beside("spray", "mug", "star", "plant");
        switch (s.Form(3))
        {
            case 0:
                s.Line(steel, 6, "M32 20l40 52M72 20L40 72").Ring(main, 6.5, 32, 84, 12).Ring(main, 6.5, 76, 84, 12).Dot("#5b6b7a", 53, 48, 3).Place(96, 62, 1, 0, p => p.Rect(trim, -9, -44, 8, 88, 3).Line(trim, 3, "M0-38h8M0-31h8M0-24h8M0-17h8M0-10h8M0-3h8M0 4h8M0 11h8M0 18h8M0 25h8M0 32h8M0 39h8"));
                break;
            case 1:
                s.Ground(24).Rect(main, 40, 12, 40, 12, 5).Dot(trim, 60, 12, 7).Rect(White, 43, 24, 34, 66).Path(main, "M43 34l34-10v10L43 48zM43 60l34-14v10L43 74zM43 86l34-14v10l-20 8H43z").Path(trim, "M43 48l34-14v4L43 54zM43 74l34-14v4L43 80z").Rect(main, 40, 90, 40, 14, 4).Rect("#ffffff38", 46, 24, 5, 66);
                break;
            default:
                s.Ground(34).Rect("#5b6b7a", 54, 82, 12, 16).Rect(steel, 36, 97, 48, 8, 4).Rect(main, 34, 34, 48, 46, 10).Rect(main, 28, 68, 66, 16, 7).Rect(trim, 46, 20, 24, 16, 6).Rect(steel, 22, 58, 12, 7, 3).Rect(steel, 86, 58, 14, 7, 3).Line(steel, 4, "M90 84l8 12h8").Rect("#ffffff24", 40, 40, 36, 4, 2).Rect("#ffffff24", 40, 50, 36, 4, 2);
                break;
        }
    }

    private static void BarberNear(Sketch s)
    {
        var (main, steel, trim) = BarberTone(s);
        s.Rect("#e9dfd0", 0, 0, 120, 120).Path("#f3d3b3", "M20 120V64c0-30 18-46 42-46s42 16 42 46v56z").Path(Dark, "M16 74C10 26 36 6 62 6s52 18 46 68c-6-10-6-22-10-30-20 6-52 6-70 0-6 8-8 20-12 30z").Line("#00000018", 2, "M34 50c16 6 44 6 60 0").Oval("#e8bd98", 18, 82, 6, 10).Oval("#e8bd98", 106, 82, 6, 10);
        s.Place(82, 44, 1, -34, p => p.Rect(trim, -6, -34, 10, 70, 3).Line(trim, 3, "M4-30h9M4-22h9M4-14h9M4-6h9M4 2h9M4 10h9M4 18h9M4 26h9")).Place(30, 40, .8, 30, p => p.Line(steel, 6, "M-8-40L4 10M8-40L-4 10").Ring(main, 5, -9, 20, 9).Ring(main, 5, 9, 20, 9));
    }

    private static (string Cover, string Dark, string Mark) BookTone(Sketch s) =>
        s.Tone(("#24597d", "#183f5a", "#e9b949"), ("#1b7a4d", "#0f5735", "#d9480f"), ("#b3361f", "#85230f", "#f2cf5a"), ("#6a4a8f", "#4a3268", "#7fd0a4"), ("#d98b3a", "#a8641c", "#24597d"));

    private static void Lesson(Sketch s)
    {
        var (cover, dark, mark) = BookTone(s);
        s.Beside("apple", "pencil", "mug", "star", "plant");
        s.Ground(46);
        switch (s.Form(3))
        {
            case 0:
                s.Path(cover, "M10 36h46l4 4 4-4h46v62H66l-6 4-6-4H10z").Path(White, "M16 30c16-4 34-2 44 6v58c-12-8-28-9-44-5z").Path("#f4efe2", "M104 30c-16-4-34-2-44 6v58c12-8 28-9 44-5z").Line("#c9c2ae", 2.4, "M24 44c10-1 20 0 28 3M24 56c10-1 20 0 28 3M24 68c10-1 20 0 28 3").Place(82, 60, 1.3, 0, p => p.Motif(mark)).Path(mark, "M92 28v24l6-5 6 5V30z");
                break;
            case 1:
                s.Rect("#8a5a34", 10, 18, 100, 72, 4).Rect("#1f4d3a", 15, 23, 90, 62, 2).Line("#f4efe2", 2.6, "M24 35l4-3v15M35 40h9M39.5 35v10M52 35c2-5 11-4 10 2-1 4-7 6-10 10h11M71 37h9M71 43h9M88 32c8-2 10 6 3 7 7 1 5 9-4 8").Line("#f4efe2", 2.5, "M28 74l14-20 14 20z").Line(mark, 2.5, "M66 72c6-18 14-18 20 0M64 72h30").Rect("#8a5a34", 24, 90, 6, 15).Rect("#8a5a34", 90, 90, 6, 15).Rect(White, 70, 84, 12, 4, 1);
                break;
            default:
                s.Rect(dark, 22, 88, 76, 16, 3).Rect(White, 30, 91, 66, 10).Rect(cover, 28, 70, 72, 17, 3).Rect(White, 36, 73, 62, 11).Rect(mark, 20, 53, 68, 16, 3).Rect(White, 20, 56, 60, 10).Path("#22303c", "M60 12l40 16-40 16-40-16z").Path("#22303c", "M38 36v12c10 8 34 8 44 0V36l-22 9z").Line(mark, 2.6, "M96 30v18").Dot(mark, 96, 50, 4);
                break;
        }
    }

    private static void LessonNear(Sketch s)
    {
        var (cover, dark, mark) = BookTone(s);
        s.Rect("#fbf8ef", 0, 0, 120, 120).Line("#cfe0ea", 1.6, "M0 22h120M0 38h120M0 54h120M0 70h120M0 86h120M0 102h120").Rect("#e8a0a0", 18, 0, 1.6, 120).Line(dark, 3, "M27 27l4-3v16M40 32h10M45 27v10M58 27c2-6 12-5 11 2-1 5-8 7-11 11h12M79 29h9M79 36h9M96 24c9-2 11 6 3 8 8 1 6 10-4 8").Line(cover, 3, "M30 96l26-40 26 40z").Ring(mark, 3, 92, 64, 12).Line(cover, 2, "M56 56v40");
        s.Place(92, 92, 1, -42, p => p.Path("#f0c9a4", "M-6-30h12L0-46z").Path(Dark, "M-2.5-39h5L0-46z").Rect(mark, -6, -30, 12, 56).Rect("#ffffff40", -2, -30, 4, 56).Rect("#b9c4cc", -6, 26, 12, 5).Rect("#e58a9a", -6, 31, 12, 9, 3));
    }

    private static (string Main, string Second, string Third) InkTone(Sketch s) =>
        s.Tone(("#1b7a4d", "#d9480f", "#e9b949"), ("#2f7fb0", "#c0392b", "#f2cf5a"), ("#7a4a8f", "#2f9f8f", "#e29a3c"), ("#b3361f", "#24597d", "#d9b98a"), ("#22303c", "#d9572a", "#7fd0a4"));

    private static void Printing(Sketch s)
    {
        var (main, second, third) = InkTone(s);
        s.Beside("pencil", "mug", "tag");
        s.Ground(44);
        switch (s.Form(3))
        {
            case 0:
                s.Rect("#fdfdfa", 36, 14, 48, 34, 2).Rect("#5b6b7a", 18, 42, 84, 42, 7).Rect("#3f4a52", 18, 62, 84, 10).Dot(third, 90, 52, 3).Path("#fdfdfa", "M32 70h56v34H32z").Place(60, 86, 1.3, 0, p => p.Motif(main)).Rect(second, 38, 98, 44, 3, 1.5).Rect(main, 42, 20, 36, 4, 2).Rect("#c9cfd4", 42, 28, 24, 3, 1.5);
                break;
            case 1:
                s.Place(46, 60, 1, -14, p => p.Rect(main, -34, -22, 68, 42, 4).Dot(third, -18, -2, 9).Rect("#ffffff", -2, -10, 30, 4, 2).Rect("#ffffff90", -2, -2, 22, 3, 1.5).Rect("#ffffff90", -2, 4, 26, 3, 1.5)).Place(74, 78, 1, 8, p => p.Rect("#00000018", -32, -18, 68, 42, 4).Rect("#fdfdfa", -34, -22, 68, 42, 4).Place(-16, -2, 1.1, 0, m => m.Motif(second)).Rect(main, 2, -10, 26, 4, 2).Rect("#c9cfd4", 2, -2, 20, 3, 1.5).Rect("#c9cfd4", 2, 4, 24, 3, 1.5));
                break;
            default:
                s.Rect("#8f9aa0", 58, 8, 4, 98).Rect("#5b6b7a", 42, 101, 36, 5, 2).Rect(main, 28, 14, 64, 82, 2).Dot(third, 60, 40, 19).Place(60, 40, 1.4, 0, p => p.Motif(main)).Rect("#ffffff", 36, 68, 48, 6, 3).Rect("#ffffff90", 42, 79, 36, 4, 2).Rect(second, 28, 88, 64, 8, 2);
                break;
        }
    }

    private static void PrintingNear(Sketch s)
    {
        var (main, second, third) = InkTone(s);
        s.Rect("#f7f4ec", 0, 0, 120, 120);
        string[] inks = [main, second, third, Ink, Sky];
        for (var i = 0; i < 5; i++) s.Place(34, 108, 1, -34 + i * 19, p => p.Rect("#00000014", -9, -88, 24, 92, 3).Rect("#fdfdfa", -12, -90, 24, 92, 3).Rect(inks[i], -10, -88, 20, 60, 2).Rect("#c9cfd4", -7, -22, 14, 2.4).Rect("#c9cfd4", -7, -16, 9, 2.4));
        s.Dot("#5b6b7a", 34, 100, 4).Ring(Ink, 1.5, 102, 102, 7).Line(Ink, 1.5, "M91 102h22M102 91v22");
    }

    private static void Catering(Sketch s)
    {
        var (main, _, third) = InkTone(s);
        s.Beside("mug", "leaf", "gift", "lime", "flower");
        s.Ground(46);
        switch (s.Form(3))
        {
            case 0:
                s.Path(Gold, "M60 20l26 58H34z").Path("#00000014", "M60 20l26 58H66z").Plate("#e6cf9a", "#b98655").Dot(Red, 30, 88, 6).Oval("#fdfaf0", 88, 86, 9, 7).Dot("#ef8b1e", 88, 86, 3.5).Leaf(46, 92, .8, -70).Leaf(76, 94, .7, 80, Lime).Oval(Brown, 44, 84, 8, 5, -20).Oval("#a8672a", 74, 84, 8, 5, 20);
                break;
            case 1:
                s.Path("#c5ced4", "M16 84c0-26 20-42 44-42s44 16 44 42z").Path("#ffffff60", "M28 78c2-16 12-25 24-28-8 8-12 16-13 28z").Rect("#8f9aa0", 10, 84, 100, 8, 4).Dot(main, 60, 37, 6).Rect(main, 26, 92, 68, 12, 3).Steam(60, 6, "#c9d6cc");
                break;
            default:
                s.Rect(main, 14, 44, 92, 60, 8).Rect("#ffffff28", 18, 48, 84, 52, 6).Rect(White, 22, 52, 40, 44, 4).Path("#fdfaf0", "M26 80c4-16 28-16 32 0v10H26z").Dot("#3d2213", 42, 74, 1.6).Rect(Cream, 66, 52, 32, 20, 4).Oval("#a8672a", 82, 62, 11, 6).Rect(Cream, 66, 76, 32, 20, 4).Leaf(76, 94, .6, -20).Leaf(82, 94, .6, 20, Lime).Dot(third, 91, 86, 4);
                break;
        }
    }

    private static void CateringNear(Sketch s)
    {
        var rice = s.Pick("rice", "#fdfaf0", "#f0c84a", "#f3e3c0");
        if (s.Form(2) == 0) s.Tray();
        else s.Dot("#ffffff90", 60, 60, 56).Dot("#d9e4dc", 60, 60, 52).Dot(White, 60, 60, 49);
        s.Dot("#3a7a3f", 60, 60, 44).Line("#2c6331", 1.6, "M18 50c30 10 60-10 84 4M20 74c30-8 60 8 80-4").Dot(rice, 60, 58, 19).Line("#00000014", 1.4, "M52 54l4 2M60 50l4 2M64 60l4 1M54 64l4 1");
        s.Oval("#a8672a", 34, 44, 11, 8, -30).Oval("#c98345", 34, 42, 7, 4, -30).Oval("#fdfaf0", 88, 46, 10, 8, 20).Dot("#ef8b1e", 88, 46, 4.5).Dot(Red, 36, 80, 6).Dot("#e2703a", 47, 87, 5).Oval(Lime, 84, 80, 12, 5, -30).Oval(Leafy, 78, 87, 10, 4, 10).Chilli(52, 22, .8, 20, Invariant($"{s.Pick("ripe", Red, Orange)}"));
    }
}
