using static Komeji.Web.Demo.Illustrations.Props;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>Places a product is seen in: on a table, on a shelf, in its parcel, at a market stall, at a doorstep.</summary>
internal static class Scenes
{
    /// <summary>Table, shelf or stall; what can travel as it stands may also look out of its parcel.</summary>
    public static void Goods(Sketch s, Action<Sketch> thing, bool travels = true)
    {
        switch (s.Number("scene", 0, travels ? 3 : 2))
        {
            case 0: Table(s, thing); break;
            case 1: Shelf(s, thing); break;
            case 2: Stall(s, thing); break;
            default: Parcel(s, thing); break;
        }
    }

    /// <summary>Services: the stall with its sign, or the visit at home.</summary>
    public static void Service(Sketch s, Action<Sketch> sign)
    {
        if (s.Chance("scene", 50)) Stall(s, sign);
        else Doorstep(s, sign);
    }

    public static void Table(Sketch s, Action<Sketch> thing)
    {
        var (wood, edge) = s.Pick("wood", ("#c79a6d", "#a87b4c"), ("#b98655", "#94663a"), ("#d8b384", "#b98f5c"));
        s.Rect(wood, 0, 88, 120, 32).Rect(edge, 0, 88, 120, 3).Line("#ffffff30", 1.5, "M10 101h34M70 108h40M52 96h20");
        if (s.Chance("cloth", 50))
        {
            var (cloth, thread) = s.Pick("clothtone", ("#7a4a28", "#e9c893"), ("#14633f", "#cfe6d6"), ("#a3341f", "#f3cfa9"));
            s.Path(cloth, "M22 91h76l8 20H14z").Line(thread, 1.6, "M19 105h82").Line(thread, 1.6, "M24 96l6 5 6-5 6 5 6-5 6 5 6-5 6 5 6-5 6 5 6-5 6 5 6-5");
        }
        if (s.Chance("window", 55)) s.Rect("#ffffff", 8, 10, 34, 38, 3).Rect("#d4ebf5", 11, 13, 28, 32).Path("#a9cdb4", "M11 45v-8l9-8 8 8 6-5 5 5v8z").Rect("#ffffff", 24, 13, 2, 32);
        else s.Line("#8a5a34", 1.5, "M20 0v18M12 18h16").Path("#b5562f", "M10 18h20l-3 14H13z").Leaf(15, 20, .7, -70).Leaf(25, 20, .7, 60).Leaf(20, 20, .8, 0).Leaf(14, 34, .6, 200, Lime).Leaf(26, 34, .6, 160, Lime);
        s.Oval("#00000014", 64, 101, 34, 4).Place(19, 16.5, .76, 0, thing);
    }

    public static void Shelf(Sketch s, Action<Sketch> thing)
    {
        s.Rect("#f7efe2", 0, 0, 120, 120).Define("t", thing);
        foreach (var y in (double[])[56, 112]) s.Rect("#b98655", 0, y, 120, 5).Rect("#94663a", 0, y + 5, 120, 3);
        s.Again("t", 2, 9.6, .44).Again("t", 38, 9.6, .44).Again("t", 73, 9.6, .44);
        s.Again("t", 6, 64.5, .45).Again("t", 46, 64.5, .45);
        s.Path("#b5562f", "M98 96h16l-2.4 16H100z").Sprig(106, 97, .9, 0).Leaf(103, 97, .8, -50).Leaf(109, 97, .8, 50);
    }

    public static void Parcel(Sketch s, Action<Sketch> thing)
    {
        s.Oval("#14633f18", 60, 110, 50, 4).Path("#8f6430", "M18 58h84l-6 12H24z").Place(27, 6, .56, 0, thing);
        s.Path("#e9dcc3", "M20 66l7-7 6 6 8-8 7 8 8-7 7 7 8-8 7 7 8-6 7 6 7-4v12H20z");
        s.Path(Kraft, "M16 66h88v38a5 5 0 0 1-5 5H21a5 5 0 0 1-5-5z").Path(KraftDark, "M16 66L4 78l12 3zM104 66l12 12-12 3z").Rect("#e6c48d", 52, 66, 16, 43);
        s.Path("#fdfaf3", "M24 84h20v16H24z").Rect(Brown, 27, 87, 14, 2).Rect(Tan, 27, 91, 10, 2).Rect(Tan, 27, 95, 12, 2);
        s.Place(86, 92, .8, 0, p => p.Motif(Brown, 3));
    }

    public static void Stall(Sketch s, Action<Sketch> thing)
    {
        var (stripe, pale) = s.Pick("awning", (Green, "#f4efe2"), ("#b3361f", "#fbeede"), ("#b7791f", "#fff6e0"), ("#24597d", "#eaf3f7"));
        s.Rect("#fffaf0", 16, 30, 88, 62).Rect(Brown, 14, 30, 4, 82).Rect(Brown, 102, 30, 4, 82);
        s.Place(27, 31, .56, 0, thing);
        for (var i = 0; i < 7; i++) s.Path(i % 2 == 0 ? stripe : pale, FormattableString.Invariant($"M{18 + i * 12} 12h12l{(i - 2) * 2 - 1} 20a{6.9} 6 0 0 1-{13.8} 0z"));
        s.Rect(Brown, 15, 10, 90, 4, 2).Path("#b98655", "M8 90h104v7H8z").Path("#94663a", "M12 97h96v18H12z").Line("#b98655", 1.6, "M36 97v18M60 97v18M84 97v18");
    }

    public static void Doorstep(Sketch s, Action<Sketch> sign)
    {
        var (wall, roof) = s.Pick("house", ("#fbf1df", "#a3512d"), ("#eef3ec", "#7b4a2a"), ("#f6e6d8", "#8f3d24"));
        s.Rect("#d3e6d9", 0, 100, 120, 20).Rect(wall, 14, 46, 92, 60).Path(roof, "M4 50L60 14l56 36z").Line("#ffffff30", 2, "M24 44h72M36 36h48M48 28h24");
        s.Rect(Brown, 20, 62, 24, 44, 2).Dot(Gold, 39, 85, 1.8).Rect("#8a5a34", 23, 66, 18, 14, 1);
        s.Dot("#ffffff", 76, 74, 30).Ring("#e4e2da", 2, 76, 74, 30).Place(51, 49, .42, 0, sign);
        s.Leaf(6, 106, .9, -25).Leaf(11, 106, .9, 15, Lime).Leaf(110, 106, .9, 20).Leaf(115, 106, .8, -12, Lime);
    }
}
