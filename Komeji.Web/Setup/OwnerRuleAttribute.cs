namespace Komeji.Web.Setup;

/// <summary>
/// Says whose object an address shows or changes, beyond the area's policy: <c>pembeli pesanan</c>, <c>pemilik toko</c>. The
/// scoped query enforces it; this names it in the table of routes, which tests compare with what is tried.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OwnerRuleAttribute(string rule) : Attribute
{
    public string Rule { get; } = rule;
}
