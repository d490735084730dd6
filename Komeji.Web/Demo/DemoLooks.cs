namespace Komeji.Web.Demo;

/// <summary>
/// Which of a kind's drawn forms a name means: a horse is no car. Kinds that are not here look right in every form.
/// </summary>
static class DemoLooks
{
    static readonly (string Kind, int Forms, (string Beginning, int Form)[] Looks)[] All =
    [
        ("buah", 5, [("Apel", 0), ("Mangga", 1), ("Jeruk", 2), ("Salak", 3), ("Pisang", 4)]),
        ("mainan", 3, [("Mobil", 0), ("Kuda", 1), ("Balok", 2), ("Puzzle", 2)]),
        ("mebel", 3, [("Kursi", 0), ("Meja", 1), ("Lemari", 2)]),
        ("gerabah", 3, [("Kendi", 0), ("Vas", 0), ("Kuali", 1), ("Teko", 2)]),
        ("ukiran", 3, [("Hiasan", 0), ("Topeng", 1), ("Kotak", 2)]),
        ("tanaman", 4, [("Aglonema", 0), ("Lidah", 1), ("Bonsai", 2), ("Bibit", 2), ("Kaktus", 3)]),
        ("perhiasan", 3, [("Cincin", 0), ("Kalung", 1), ("Anting", 2)]),
        ("tas-anyaman", 3, [("Tas belanja", 0), ("Tas", 1), ("Keranjang", 2)]),
        ("sepatu", 2, [("Sepatu boots", 1), ("Sepatu", 0)]),
        ("lampu-bambu", 3, [("Kap", 0), ("Lampu", 1), ("Lampion", 2)]),
        ("boneka", 2, [("Boneka beruang", 1), ("Boneka", 0)]),
        ("katering", 3, [("Tumpeng", 0), ("Jajan", 1), ("Nasi", 2)]),
        ("cetak", 3, [("Cetak stiker", 1), ("Cetak spanduk", 2), ("Jasa desain", 1), ("Jasa cetak", 0)]),
    ];

    static readonly ILookup<string, (string Beginning, int Form, int Forms)> ByKind =
        All.SelectMany(k => k.Looks, (k, look) => (k.Kind, Look: (look.Beginning, look.Form, k.Forms))).ToLookup(l => l.Kind, l => l.Look);

    public static (int Form, int Forms)? Find(string kind, string name) =>
        ByKind[kind].FirstOrDefault(l => name.StartsWith(l.Beginning, StringComparison.Ordinal)) is { Beginning: not null } look ? (look.Form, look.Forms) : null;
}
