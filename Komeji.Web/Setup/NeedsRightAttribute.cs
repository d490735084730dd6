using Komeji.Domain.Stores;
using Microsoft.AspNetCore.Authorization;

namespace Komeji.Web.Setup;

/// <summary>
/// What somebody must be allowed in the shop to come here at all; the use case asks once more, by the database. Every controller of the
/// Seller area says so.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsRightAttribute(ShopRights right) : AuthorizeAttribute(Access.PolicyOf(right))
{
    public ShopRights Right { get; } = right;
}
