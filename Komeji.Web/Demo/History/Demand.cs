using Bogus;

namespace Komeji.Web.Demo.History;

/// <summary>
/// What people want: few products much, most hardly ever (Zipf's law). The first products of the market, which the demo sellers
/// list among others, are wanted most.
/// </summary>
/// <param name="products">How many there are.</param>
/// <param name="orders">How many orders will be drawn.</param>
sealed class Demand(int products, int orders)
{
    /// <summary>Flattens the head of the law: the most wanted product is in about one of a hundred orders.</summary>
    const double Head = 10;

    /// <summary>Pieces in an order of one product, and a margin for luck.</summary>
    const double PiecesAnOrder = 4;

    readonly double whole = Math.Log((products + Head) / Head);

    /// <summary>The number of a product.</summary>
    public int Draw(Randomizer dice) =>
        Math.Min(products - 1, (int)(Head * (Math.Exp(dice.Double() * whole) - 1)));

    /// <summary>Pieces a product should have in stock for all the orders to come.</summary>
    public int Pieces(int product) =>
        orders == 0 ? 0 : 2 + (int)Math.Min(900_000, Math.Ceiling(orders * PiecesAnOrder * Math.Log((product + 1 + Head) / (product + Head)) / whole));
}
