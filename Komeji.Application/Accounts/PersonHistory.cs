namespace Komeji.Application.Accounts;

/// <summary>How what administrators do to an account is named among the state changes.</summary>
public static class PersonHistory
{
    public const string Subject = "user";
    public const string RoleGiven = "role.given";
    public const string RoleTaken = "role.taken";
    public const string Banned = "user.banned";
    public const string Unbanned = "user.unbanned";
    public const string Exported = "people.exported";
    public const string BooksExported = "books.exported";
    public const string TicketsExported = "tickets.exported";
    public const string SignedOut = "user.signed_out";
    public const string FactorOn = "factor.on";
    public const string FactorReplaced = "factor.replaced";
    public const string FactorOff = "factor.off";
    public const string FactorResetApproved = "factor_reset.approved";
    public const string FactorResetRefused = "factor_reset.refused";
    public const string ContactChanged = "user.contact";
    public const string NameChanged = "user.renamed";
}
