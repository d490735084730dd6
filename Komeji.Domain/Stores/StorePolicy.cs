using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>What a shop promises its buyers beyond the law, in its own words. What takes a right from them is refused.</summary>
public sealed class StorePolicy : Aggregate
{
    public const int Longest = 2_000;

    StorePolicy() { }

    public StoreId StoreId { get; private set; }
    public string Returns { get; private set; } = "";
    public string Shipping { get; private set; } = "";
    public string Other { get; private set; } = "";
    public UserId ChangedBy { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static StorePolicy Of(StoreId storeId) => new() { StoreId = storeId };

    /// <exception cref="RuleBroken"><c>store.policy</c>, <c>store.void_clause</c></exception>
    public void Write(string returns, string shipping, string other, UserId by, DateTimeOffset now)
    {
        Returns = Require("Kebijakan pengembalian", returns);
        Shipping = Require("Kebijakan pengiriman", shipping);
        Other = Require("Ketentuan lain", other);
        (ChangedBy, ChangedAt) = (by, now);
    }

    static string Require(string where, string text)
    {
        var plain = text.Trim();
        if (plain.Length > Longest)
        {
            throw new RuleBroken("store.policy", $"{where} paling panjang 2.000 huruf.");
        }

        VoidClauses.Check(where, plain, "store.void_clause");
        return plain;
    }
}
