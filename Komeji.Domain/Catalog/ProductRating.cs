namespace Komeji.Domain.Catalog;

/// <summary>What buyers think of it, kept for cards: moved by conditional updates with each review, and counted again every night.</summary>
public sealed partial class Product
{
    /// <summary>Reviews that are shown.</summary>
    public int Reviews { get; private set; }

    /// <summary>The stars of these together.</summary>
    public int Stars { get; private set; }
}

/// <summary>So many reviews with so many stars together.</summary>
public readonly record struct Rating(int Reviews, int Stars)
{
    /// <summary>The average in tenths of a star, half a tenth up: 46 is 4,6; 0 without reviews.</summary>
    public int Tenths => Reviews == 0 ? 0 : (int)(((20L * Stars) + Reviews) / (2L * Reviews));
}
