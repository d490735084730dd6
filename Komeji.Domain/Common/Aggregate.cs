namespace Komeji.Domain.Common;

/// <summary>
/// The unit that decides. <see cref="Version"/> is the concurrency token: of two writers the second loses, visibly.
/// Facts other parts must react to are kept in <see cref="Events"/> until they are told, in the same transaction.
/// </summary>
public abstract class Aggregate
{
    readonly List<object> events = [];

    public long Version { get; private set; }

    public IReadOnlyList<object> Events => events;

    protected void Raise(object fact) => events.Add(fact);

    /// <summary>Hands over what happened, once.</summary>
    public IReadOnlyList<object> TakeEvents()
    {
        var taken = events.ToArray();
        events.Clear();
        return taken;
    }
}
