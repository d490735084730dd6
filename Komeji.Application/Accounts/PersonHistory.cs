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
    public const string NameChanged = "user.renamed";
}
