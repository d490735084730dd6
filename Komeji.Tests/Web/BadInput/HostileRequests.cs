using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Komeji.Tests.Web.Authorisation;

namespace Komeji.Tests.Web.BadInput;

/// <summary>A request, written out so that it can be sent again.</summary>
public sealed record HostileRequest(int Number, Identity Who, string Method, string Address, string? Kind, byte[] Body, IReadOnlyList<(string Name, string Value)> Headers)
{
    const int Shown = 3_000;

    public override string ToString()
    {
        var headers = string.Concat(Headers.Select(h => $"\n  {h.Name}: {Cut(h.Value)}"));
        return $"#{Number} as {Who}: {Method} {Cut(Address)}\n  Content-Type: {Kind}{headers}\n  {Body.Length} bytes, base64: {Cut(Convert.ToBase64String(Body))}";
    }

    static string Cut(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}

/// <summary>
/// Makes request number n of a seed, always the same one: an address of the product, mostly as somebody who may use it, with a
/// form of the values it takes, some of them hostile.
/// </summary>
/// <param name="addressOf">Fills an object of the product into a row's address.</param>
/// <param name="ids">Of things there are, for fields that name one.</param>
public sealed partial class HostileRequests(int seed, IReadOnlyList<FuzzTarget> targets, Func<AuthorisationRow, Identity, bool, Task<string>> addressOf, Func<IReadOnlyList<string>> ids)
{
    public const string TokenField = "__formulir";

    /// <summary>Stands where the sender puts its browser's own token.</summary>
    public const string TokenPlace = "TOKENTOKENTOKENTOKENTOKENTOKENTOKEN";

    readonly IReadOnlyList<FuzzTarget> uploads = OrAll(targets, t => t.Fields.Any(f => f.IsFile));
    readonly IReadOnlyList<FuzzTarget> posts = OrAll(targets, t => t.Row.Method == "POST");

    public async Task<HostileRequest> Make(int number)
    {
        var random = new Random(HashCode(seed, number));
        var target = Among(random.Next(20) switch { 0 => uploads, < 16 => posts, _ => targets }, random);
        var who = WhoSends(target.Row, random);
        var address = await Address(target, who, random);
        if (target.Row.Method == "GET")
        {
            return new HostileRequest(number, who, "GET", address + Query(target.Fields, random), null, [], Headers(random));
        }

        var (kind, body) = Body(Form(target.Fields, random), target.Fields.Any(f => f.IsFile), random);
        return new HostileRequest(number, who, target.Row.Method, address, kind, body, Headers(random));
    }

    static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * 7_919));

    static List<FuzzTarget> OrAll(IReadOnlyList<FuzzTarget> targets, Func<FuzzTarget, bool> which) => [.. targets.Any(which) ? targets.Where(which) : targets];

    static T Among<T>(IReadOnlyList<T> some, Random random) => some[random.Next(some.Count)];

    /// <summary>Mostly somebody who may, of few people, so that objects made for them serve many requests.</summary>
    static Identity WhoSends(AuthorisationRow row, Random random) => (random.Next(6), row.Who) switch
    {
        (0, _) => Among([Identity.Visitor, Identity.Buyer, Identity.Seller], random),
        (_, "everyone") => Among([Identity.Visitor, Identity.Buyer], random),
        (_, "signed-in") => Identity.Buyer,
        (_, "seller") => Identity.Seller,
        _ => Identity.All.First(row.Admits),
    };

    async Task<string> Address(FuzzTarget target, Identity who, Random random) => random.Next(8) == 0
        ? Place().Replace(target.Row.Route, _ => Among(HostileValues.Slugs, random))
        : await addressOf(target.Row, who, target.Row.Owned && random.Next(10) == 0);

    static List<(string Name, string Value)> Headers(Random random) =>
        random.Next(6) != 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => HostileValues.Header(random)).DistinctBy(h => h.Name)];

    string Value(BoundField field, Random random, int hostile) => random.Next(100) switch
    {
        var dice when dice >= hostile => HostileValues.Plausible(random, field.Name, field.Type, ids()),
        _ when field.Name.EndsWith("embali", StringComparison.Ordinal) => Among(HostileValues.ReturnAddresses, random),
        _ => HostileValues.Text(random),
    };

    string Query(IReadOnlyList<BoundField> fields, Random random)
    {
        if (random.Next(30) == 0)
        {
            return Among(["?", "?&&&=&=", "?%zz=%zz", "?q=%00&hal=%00", "?q[]=a&q[]=b&q[0]=c", "?hal=1&hal=2&hal=x", "?" + new string('a', 6_000), "?q=" + new string('%', 500), "?q=%ed%a0%80", "?.=.&[]=[]&[a=1&a]=2"], random);
        }

        var pairs = fields.Where(_ => random.Next(3) > 0).Select(f => (f.Name, Value: Value(f, random, 70)))
            .Append((Name: Among(["hal", "q", "kembali", "u", "_", "area", "controller", "action", "id"], random), Value: HostileValues.Text(random)))
            .Select(p => Escape(p.Name) + "=" + Escape(p.Value.Length > 1_500 ? p.Value[..1_500] : p.Value));
        return "?" + string.Join('&', pairs);
    }

    List<(string Name, string Value)> Form(IReadOnlyList<BoundField> fields, Random random)
    {
        var hostile = Among([5, 20, 60, 100], random);
        var form = fields.Where(f => !f.IsFile && random.Next(12) > 0).Select(f => (Given(f.Name, random), Value(f, random, hostile))).ToList();
        if (random.Next(12) > 0)
        {
            form.Add((TokenField, TokenPlace));
        }

        switch (random.Next(25))
        {
            case 0:
                form.AddRange(form.ToList());
                break;
            case 1:
                form.AddRange(Enumerable.Range(0, 1_025).Select(i => (i.ToString(CultureInfo.InvariantCulture), "x")));
                break;
            case 2 when fields.Count > 0:
                var name = Among(fields, random).Name;
                form.AddRange(Enumerable.Range(0, 999 - form.Count).Select(i => ($"{name}[{i}]", HostileValues.Texts[i % 40])));
                break;
            case 3:
                form.AddRange([("", "x"), ("[]", "x"), ("[0", "x"), ("a].b", "x"), (".", "x"), (HostileValues.Noise(random, 20), "x"), (new string('k', 600), "x"), ("a" + string.Concat(Enumerable.Repeat("[0]", 100)), "x"), ("area", "Operations")]);
                break;
            default:
                break;
        }

        return form;
    }

    static string Given(string name, Random random) => random.Next(40) switch
    {
        0 => name + "[]",
        1 => name + "[0]",
        2 => name + "[x]",
        3 => name + "[2147483647]",
        4 => name.ToUpperInvariant(),
        5 => name + ".Value",
        6 => name.Replace("[0]", "[-1]", StringComparison.Ordinal).Replace(Guid.Empty.ToString(), "'", StringComparison.Ordinal),
        _ => name,
    };

    static (string? Kind, byte[] Body) Body(List<(string Name, string Value)> form, bool hasFile, Random random) => random.Next(hasFile ? 20 : 50) switch
    {
        0 => ("application/json", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 65)) + "1" + new string('}', 65))),
        1 => (Among<string?>(["text/plain", "application/xml", "application/octet-stream", "image/png", "x", ";;;", "multipart/form-data", "multipart/form-data; boundary=", null], random), Urlencoded(form, Encoding.UTF8)),
        2 => ("multipart/form-data; boundary=" + new string('b', 200), Multipart(form, hasFile, random, "beda")),
        3 => ("application/x-www-form-urlencoded; charset=" + Among(["utf-16", "utf-7", "bogus", "iso-8859-1", "utf-32", "\"utf-8"], random), Urlencoded(form, random.Next(2) == 0 ? Encoding.Unicode : Encoding.UTF8)),
        4 => ("application/x-www-form-urlencoded", Raw(form, random)),
        5 when random.Next(4) == 0 => ("application/x-www-form-urlencoded", Bomb()),
        _ when hasFile || random.Next(12) == 0 => ("multipart/form-data; boundary=batas", Multipart(form, hasFile, random, "batas")),
        _ => ("application/x-www-form-urlencoded", Urlencoded(form, Encoding.UTF8)),
    };

    static byte[] Urlencoded(IEnumerable<(string Name, string Value)> form, Encoding encoding) =>
        encoding.GetBytes(string.Join('&', form.Select(f => Escape(f.Name) + "=" + Escape(f.Value))));

    /// <summary>Bytes no encoder writes: broken escapes, overlong and half letters, nothing escaped.</summary>
    static byte[] Raw(IEnumerable<(string Name, string Value)> form, Random random) =>
        [.. Urlencoded(form, Encoding.UTF8), .. Encoding.UTF8.GetBytes("&" + Among(["a=%ED%A0%80", "a=%00", "%00=a", "a=%C0%80%FF", "a=%", "a=%u0000", "a==b=&&&", "=", "a;b=c"], random)), .. random.Next(2) == 0 ? [0, 0xFF, 0xFE, (byte)'&'] : Array.Empty<byte>()];

    /// <summary>A thousand times its size when it is unpacked.</summary>
    static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(new byte[8 * 1024 * 1024]);
        }

        return packed.ToArray();
    }

    static byte[] Multipart(IEnumerable<(string Name, string Value)> form, bool hasFile, Random random, string boundary)
    {
        using var body = new MemoryStream();
        void Line(string text) => body.Write(Encoding.UTF8.GetBytes(text + "\r\n"));
        foreach (var (name, value) in form.Where(f => f.Value.Length < 300_000))
        {
            Line($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name.Replace('"', '\'').ReplaceLineEnds()}\"\r\n{(random.Next(20) switch { 0 => "Content-Type: text/plain; charset=utf-16\r\n", 1 => "Content-Type: text/plain; charset=utf-7\r\n", _ => "" })}\r\n{value}");
        }

        for (var files = hasFile ? random.Next(0, 4) : 0; files > 0; files--)
        {
            var (name, kind, content) = HostileFiles.Any(random);
            Line($"--{boundary}\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n");
            body.Write(content);
            Line("");
        }

        if (random.Next(15) > 0)
        {
            Line($"--{boundary}--");
        }

        return body.ToArray();
    }

    static string Escape(string text) => Uri.EscapeDataString(text);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}

static class LineEnds
{
    /// <summary>One line, so that a field's name begins no header of its own.</summary>
    public static string ReplaceLineEnds(this string text) => text.Replace('\r', ' ').Replace('\n', ' ');
}
