using Komeji.Domain.Accounts;
using Komeji.Domain.Stores;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>
/// A row of <c>authorisation.csv</c>: who may use an address, and whose object it is about. The file is the reviewed truth; the
/// tests compare it with the endpoints there are and with what they answer.
/// </summary>
/// <param name="Who"><c>everyone</c>, <c>signed-in</c>, <c>self</c> (signed in and helping nobody), <c>seller</c> (with the right of <c>shop-rights.csv</c>), or roles separated by <c>|</c>.</param>
/// <param name="Thing">Kind of object in the address, made by <see cref="TestObjects"/>; empty for none.</param>
/// <param name="Owned">The object belongs to one person; another finds nothing.</param>
/// <param name="MayBeAbsent">The page itself answers 404 when it is asked without the code or reason that leads to it.</param>
public sealed record AuthorisationRow(string Method, string Route, string Who, string Thing, bool Owned, bool MayBeAbsent)
{
    public bool Admits(Identity identity) => Who switch
    {
        "everyone" => true,
        "signed-in" => identity.SignedIn,
        "self" => identity is { SignedIn: true, Helps: false },
        "seller" => identity.Works && identity.Rights.HasFlag(ShopRightsTable.Of(this)),
        _ => Who.Split('|').Any(identity.Roles.Contains),
    };

    public override string ToString() => $"{Method} {Route}";
}

/// <summary>Somebody the matrix tries every address as.</summary>
public sealed record Identity(string Name, bool SignedIn, bool Sells, params string[] Roles)
{
    /// <summary>What the person may do in the shop at hand: all in her own.</summary>
    public ShopRights Rights { get; init; } = Sells ? ShopRights.All : ShopRights.None;

    /// <summary>As a mentor, in a session of the first seller.</summary>
    public bool Helps { get; init; }

    /// <summary>For the first seller, as staff.</summary>
    public bool IsStaff => Rights is not (ShopRights.All or ShopRights.None) && !Helps;

    public bool Works => Sells || IsStaff || Helps;

    /// <summary>Whose shop the person's things are in.</summary>
    public Identity Shop => IsStaff || Helps ? Seller : this;

    public static readonly Identity Visitor = new("pengunjung", false, false);
    public static readonly Identity Buyer = new("pembeli", true, false);
    public static readonly Identity OtherBuyer = new("pembeli lain", true, false);
    public static readonly Identity Seller = new("penjual", true, true);
    public static readonly Identity OtherSeller = new("penjual lain", true, true);

    public static readonly IReadOnlyList<Identity> Staff = [.. ShopRightsOf.Staff.Each().Select(right => new Identity($"staf {right}", true, false) { Rights = right })];
    public static readonly Identity Mentor = new("pendamping bekerja", true, false, Komeji.Domain.Accounts.Roles.Mentor) { Rights = ShopRightsOf.Mentor, Helps = true };

    public static readonly IReadOnlyList<Identity> All =
    [
        Visitor, Buyer, OtherBuyer, Seller, OtherSeller, .. Staff, Mentor, .. Komeji.Domain.Accounts.Roles.All.Select(role => new Identity(role, true, false, role)),
    ];

    public override string ToString() => Name;
}

public static class AuthorisationTable
{
    public static readonly IReadOnlyList<AuthorisationRow> Rows =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Web", "Authorisation", "authorisation.csv"))
            .Skip(1).Where(line => line.Length > 0).Select(Read),
    ];

    static AuthorisationRow Read(string line)
    {
        var cells = line.Split(',');
        cells.Length.ShouldBe(5, line);
        return new AuthorisationRow(cells[0], cells[1], cells[2], cells[3], cells[4] == "own", cells[4] == "absent");
    }
}

/// <summary>
/// What of a shop an address of the seller's needs: the row of <c>shop-rights.csv</c> with the longest beginning decides. A page with
/// rights of its own is added there.
/// </summary>
public static class ShopRightsTable
{
    static readonly IReadOnlyList<(string Method, string Beginning, ShopRights Right)> Rows =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Web", "Authorisation", "shop-rights.csv"))
            .Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells => (cells[0], cells[1], Enum.Parse<ShopRights>(cells[2]))),
    ];

    public static ShopRights Of(AuthorisationRow row) => Rows
        .Where(r => (r.Method == "*" || r.Method == row.Method) && (row.Route == r.Beginning || row.Route.StartsWith(r.Beginning + "/", StringComparison.Ordinal)))
        .OrderByDescending(r => r.Beginning.Length).ThenBy(r => r.Method == "*").First().Right;
}
