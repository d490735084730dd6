using Komeji.Domain.Accounts;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>
/// A row of <c>authorisation.csv</c>: who may use an address, and whose object it is about. The file is the reviewed truth; the
/// tests compare it with the endpoints there are and with what they answer.
/// </summary>
/// <param name="Who"><c>everyone</c>, <c>signed-in</c>, <c>seller</c>, or roles separated by <c>|</c>.</param>
/// <param name="Thing">Kind of object in the address, made by <see cref="TestObjects"/>; empty for none.</param>
/// <param name="Owned">The object belongs to one person; another finds nothing.</param>
/// <param name="MayBeAbsent">The page itself answers 404 when it is asked without the code or reason that leads to it.</param>
public sealed record AuthorisationRow(string Method, string Route, string Who, string Thing, bool Owned, bool MayBeAbsent)
{
    public bool Admits(Identity identity) => Who switch
    {
        "everyone" => true,
        "signed-in" => identity.SignedIn,
        "seller" => identity.Sells,
        _ => Who.Split('|').Any(identity.Roles.Contains),
    };

    public override string ToString() => $"{Method} {Route}";
}

/// <summary>Somebody the matrix tries every address as.</summary>
public sealed record Identity(string Name, bool SignedIn, bool Sells, params string[] Roles)
{
    public static readonly Identity Visitor = new("pengunjung", false, false);
    public static readonly Identity Buyer = new("pembeli", true, false);
    public static readonly Identity OtherBuyer = new("pembeli lain", true, false);
    public static readonly Identity Seller = new("penjual", true, true);
    public static readonly Identity OtherSeller = new("penjual lain", true, true);

    public static readonly IReadOnlyList<Identity> All =
    [
        Visitor, Buyer, OtherBuyer, Seller, OtherSeller, .. Komeji.Domain.Accounts.Roles.All.Select(role => new Identity(role, true, false, role)),
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
