using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>
/// How many appointments of a service begin on a day, and of these at one time. <see cref="Taken"/> is moved only by conditional
/// updates in the database, like stock.
/// </summary>
public sealed class BookedPlaces
{
    /// <summary>Stands for the whole day.</summary>
    public const int WholeDay = -1;

    BookedPlaces() { }

    public ProductId ProductId { get; private set; }

    /// <summary>In WIB.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Minutes after midnight in WIB, or <see cref="WholeDay"/>.</summary>
    public int Minute { get; private set; }

    public int Taken { get; private set; }
}
