using System.Globalization;
using System.Text;

namespace Komeji.Tests.Web.BadInput;

/// <summary>What somebody types who means harm, has a broken keyboard, or pasted from anywhere.</summary>
public static class HostileValues
{
    /// <summary>Found by the fuzz when it reaches a place that fails on it.</summary>
    public const string Planted = "' OR 1=1 --";

    const int Megabyte = 1024 * 1024;

    public static readonly IReadOnlyList<string> Texts =
    [
        "", " ", "\t", "\r\n", "\0", "a\0b", "\u0001\u001b[2J\u007f", "Siti\r\nBcc: x@jahat.test", "\u202Egnitsid\u202C", "\u2066x\u2069", "a\u200Bb\u200C\u200D", "\uFEFFawal", "\u00AD",
        "\uD800", "a\uDC00b", "\uDBFF\uDBFF", "\uFFFE", "\uFFFF", "\uFDD0", "👨‍👩‍👧‍👦", "é̸̢̧", "Ko\u0301", "Kоmеji", "ＫＯＭＥＪＩ", "ﷺ", "İıſK", "ẞß", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "٣", "٢٥٬٠٠٠", "٠٨١٢٣٤٥٦٧٨٩", "०१२३४", "１２３", "Ⅻ", "½", "²", "1e9", "1,5", "1.000", "0x10", "+5", "--1", "1 2", "NaN", "Infinity", "null", "undefined", "true", "[]", "{}", "[object Object]",
        "-1", "0", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "-99999999999999999999",
        "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "2026-13-01", "0000-00-00", "0001-01-01T00:00", "9999-12-31T23:59", "24:00", "99:99", "00:00",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{00000000-0000-0000-0000-000000000000}", "0000000000000000000000000000000",
        Planted, "'; DROP TABLE \"Orders\"; --", "\" OR \"\"=\"", "%", "_", "\\", "%%%%_____", "*", "?", "[a-", "(((", "a* OR b*", "NEAR(a b)", "\"a", "a:b", "a & ! | b", "<->", "':*",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}", "${jndi:ldap://127.0.0.1/a}", "@(1+1)", "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1",
        "../../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd", "%2e%2e%2f", "%00", "%", "%zz", "file:///etc/passwd", "http://127.0.0.1:22/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://2130706433/",
        "CON", "nul.webp", ".", "..", "....//", "35.78.10.1001", "35.78.10", "35", "99.99.99.9999", "terverifikasi", "kecil", "tambah", "hapus-0", "hapus-99999999999", "cari", "daftar",
        "(a+)+$", new('a', 41), new('a', 201), new('é', 2_001), new('٣', 30), new(' ', 5_000), new string('a', 99) + "👩🏽‍🌾", new string('a', 199) + "👩🏽‍🌾", new string('x', 10_000), string.Concat(Enumerable.Repeat("ﷺ", 2_000)),
    ];

    /// <summary>Where somebody else would like people to go after signing in.</summary>
    public static readonly IReadOnlyList<string> ReturnAddresses =
    [
        "https://jahat.test", "http://jahat.test/", "//jahat.test", "///jahat.test", "/\\jahat.test", "\\\\jahat.test", "/\t/jahat.test", "/\n/jahat.test", "https:jahat.test", "javascript:alert(1)", "data:text/html,x",
        "/%09/jahat.test", "~//jahat.test", "~/\\jahat.test", "jahat.test", "@jahat.test", "//jahat.test@komeji.id", "https://komeji.id.jahat.test", "/\u0000/jahat.test", "%2f%2fjahat.test", "?kembali=//jahat.test",
    ];

    public static readonly IReadOnlyList<string> Slugs =
    [
        "%00", "a%00b", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..%5cwin.ini", "%252e%252e%252f", "....%2f%2f", "%2fetc%2fpasswd", "%e2%80%ae", "%ff%fe", "%ed%a0%80", "%c0%af", "%f0%9f%98%80", "%27%20OR%201%3D1%20--", "%0d%0aSet-Cookie:%20a=b",
        "%20", "-", "~", "%D9%A3", "%D0%9Akomeji", new('a', 2_000), string.Concat(Enumerable.Repeat("%C3%A9", 300)), "CON", "%3Cscript%3E", "*", "a;b", "a:b", "@", "$", "KMJ-20261005-XXXXXX", "00000000-0000-0000-0000-000000000000", "-1", "9223372036854775808", "true",
    ];

    static readonly (string Name, Func<Random, string> Value)[] HeaderMakers =
    [
        ("Accept-Language", _ => "ar-SA,fa;q=0.9,*;q=abc,;;;,id-ID"), ("Accept-Language", _ => new string('a', 4_000)),
        ("User-Agent", _ => new string('u', 199) + "👩🏽‍🌾"), ("User-Agent", _ => "\u001b[2J \u202E ' OR 1=1"), ("User-Agent", _ => "Mozilla/5.0 " + new string('a', 8_000)),
        ("Referer", _ => "http://[::bad"), ("Referer", _ => "https://jahat.test/%00"), ("Referer", r => "http://localhost/" + Slugs[r.Next(Slugs.Count)]),
        ("Host", _ => "jahat.test"), ("Host", _ => "a b"), ("Host", _ => "localhost:99999"), ("Host", _ => "[::1"), ("Host", _ => ""),
        ("X-Forwarded-For", _ => "127.0.0.1, ' OR 1=1 --"), ("X-Forwarded-For", _ => new string('1', 3_000)), ("X-Forwarded-Host", _ => "jahat.test"), ("X-Forwarded-Proto", _ => "javascript"),
        ("Origin", _ => "null"), ("Origin", _ => "https://jahat.test"), ("Sec-Fetch-Site", _ => "cross-site"), ("HX-Request", _ => "true"), ("Range", _ => "bytes=9999999999-1,-,0-0,1-1"), ("If-None-Match", _ => "\"\"\"\", W/"),
        ("If-Modified-Since", _ => "Thu, 99 Foo 0001"), ("Accept", _ => "application/json;q=x, */*;q=2"), ("Accept-Encoding", _ => "gzip;q=9,br,bogus"), ("X-HTTP-Method-Override", _ => "DELETE"), ("X-Original-URL", _ => "/operator"),
        ("Authorization", _ => "Bearer ' OR 1=1"), ("Authorization", _ => "Negotiate AAAA"), ("traceparent", _ => "00-zz-zz-01"), ("baggage", _ => new string('b', 9_000)),
    ];

    public static string Text(Random random) => random.Next(2_000) switch
    {
        < 1_500 => Texts[random.Next(Texts.Count)],
        < 1_700 => Noise(random, random.Next(1, 60)),
        < 1_750 => Noise(random, random.Next(60, 3_000)),
        < 1_994 => Texts[random.Next(Texts.Count)] + Texts[random.Next(Texts.Count)],
        < 1_999 => new string('x', random.Next(190_000, 210_000)),
        _ => new string((char)('a' + random.Next(26)), 5 * Megabyte),
    };

    /// <summary>Any characters, halves of pairs among them.</summary>
    public static string Noise(Random random, int length)
    {
        var noise = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            noise.Append((char)(random.Next(4) switch { 0 => random.Next(0x20), 1 => random.Next(0x20, 0x7F), 2 => random.Next(0x80, 0x3000), _ => random.Next(0x10000) }));
        }

        return noise.ToString();
    }

    public static (string Name, string Value) Header(Random random)
    {
        var (name, value) = HeaderMakers[random.Next(HeaderMakers.Length)];
        return (name, value(random));
    }

    /// <summary>A value such a field may well have, so that what lies behind the first checks is reached.</summary>
    public static string Plausible(Random random, string name, Type type, IReadOnlyList<string> ids) => type switch
    {
        _ when type == typeof(Guid) => ids.Count == 0 ? Guid.Empty.ToString() : ids[random.Next(ids.Count)],
        _ when type == typeof(bool) => random.Next(2) == 0 ? "true" : "false",
        _ when type == typeof(DateOnly) => new DateOnly(2026, 10, 5).AddDays(random.Next(60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { IsEnum: true } => Enum.GetNames(type)[random.Next(Enum.GetNames(type).Length)],
        _ when type == typeof(string) => Typed(random, name),
        _ => random.Next(0, 30).ToString(CultureInfo.InvariantCulture),
    };

    static string Typed(Random random, string field)
    {
        var name = field.Split('.', '[', ']').Last(part => part.Length > 0 && !Guid.TryParse(part, out _));
        return name switch
        {
            "Contact" => random.Next(2) == 0 ? $"orang{random.Next(1000)}@uji.test" : $"0812{random.Next(10_000_000, 99_999_999)}",
            "Phone" or "Telepon" => "0812-3456-7890",
            "Kode" => random.Next(2) == 0 ? "35.78.10.1001" : "123456",
            "Code" => "123456",
            "Kecamatan" => "35.78.10",
            "Kabupaten" => "35.78",
            "Provinsi" => "35",
            "Wilayah" or "Territory" => "35.78",
            "Password" or "NewPassword" => "sandi-baru-yang-panjang",
            "RtRw" => "003/007",
            "PostalCode" => "60136",
            "Harga" or "Ongkos" or "Min" or "Maks" => "25.500",
            "Stok" => "12",
            "Buka" => "08:00",
            "Tutup" => "16:00",
            "Satuan" => "g",
            "Kurir" => "jne:REG",
            "Role" or "peran" => "operator",
            "Value" => "5",
            "Hari" or "hari" => "2026-10-07",
            "Jam" => "2026-10-07T09:00",
            "Urut" => "termurah",
            "Langkah" or "langkah" => random.Next(3) switch { 0 => "cari", 1 => "daftar", _ => "tambah" },
            "Token" => new string('a', 64),
            "Kembali" or "kembali" => "/akun",
            _ => "Keterangan yang wajar nomor " + random.Next(1000).ToString(CultureInfo.InvariantCulture),
        };
    }
}
