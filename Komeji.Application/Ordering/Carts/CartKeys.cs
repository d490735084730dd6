using System.Security.Cryptography;
using System.Text;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Ordering.Carts;

/// <summary>Whose cart: a person's by the account, a visitor's by the token in a cookie, of which only the hash is kept.</summary>
static class CartKeys
{
    public static IQueryable<Cart> Of(this IQueryable<Cart> carts, UserId? owner, string? visitorToken) =>
        owner is { } person ? carts.Where(c => c.OwnerId == person) : carts.OfVisitor(visitorToken);

    public static IQueryable<Cart> OfVisitor(this IQueryable<Cart> carts, string? visitorToken)
    {
        // A person's cart has an empty hash: without a token nothing may match.
        var hash = string.IsNullOrEmpty(visitorToken) ? "-" : Hash(visitorToken);
        return carts.Where(c => c.OwnerId == null && c.TokenHash == hash);
    }

    /// <summary>The name under which one cart's commands, its checkout among them, take turns.</summary>
    public static string Turn(UserId? owner, string? visitorToken) =>
        "cart:" + (owner?.Value.ToString() ?? Hash(visitorToken ?? ""));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
