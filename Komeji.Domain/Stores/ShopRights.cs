namespace Komeji.Domain.Stores;

/// <summary>What somebody may do in a shop.</summary>
[Flags]
public enum ShopRights
{
    None = 0,

    /// <summary>Products, pictures, imports, showcases.</summary>
    Products = 1,

    /// <summary>Orders with shipping, services and the schedule, and what buyers ask.</summary>
    Orders = 2,

    /// <summary>The shop's page, its policies, holidays and where it delivers.</summary>
    Page = 4,

    /// <summary>To look at the balance, and at what an order brings.</summary>
    Money = 8,

    /// <summary>To write down the business and its papers; sending them to the office is the owner's.</summary>
    Papers = 16,

    /// <summary>
    /// What is the owner's alone: staff, the bank account, sending papers and looking at scans, answers about fees, payouts, opening
    /// and closing.
    /// </summary>
    Own = 32,

    All = Products | Orders | Page | Money | Papers | Own,
}

public static class ShopRightsOf
{
    /// <summary>What an owner can give to staff.</summary>
    public const ShopRights Staff = ShopRights.Products | ShopRights.Orders | ShopRights.Page | ShopRights.Money;

    /// <summary>What a mentor can be let do in a session: never orders, which show buyers' addresses, nor money.</summary>
    public const ShopRights Mentor = ShopRights.Products | ShopRights.Page | ShopRights.Papers;

    public static IEnumerable<ShopRights> Each(this ShopRights rights) =>
        Enum.GetValues<ShopRights>().Where(r => r is not (ShopRights.None or ShopRights.All) && rights.HasFlag(r));
}
