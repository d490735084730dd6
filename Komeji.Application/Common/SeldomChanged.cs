using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Komeji.Application.Common;

/// <summary>
/// Whole small tables that every order asks for and nobody changes for weeks: settings, holidays, courier tariffs. They are
/// remembered for seconds and forgotten at once by the process that changed them; another process follows within those seconds.
/// What holds at a moment is reckoned from the rows each time, so a change announced for midnight holds from midnight.
/// </summary>
public sealed class SeldomChanged(IMemoryCache memory)
{
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    /// <returns>Rows that nobody may change.</returns>
    public async Task<IReadOnlyList<T>> All<T>(DbSet<T> table, CancellationToken cancellationToken)
        where T : class
    {
        if (memory.TryGetValue(typeof(T), out IReadOnlyList<T>? known) && known is not null)
        {
            return known;
        }

        IReadOnlyList<T> rows = await table.AsNoTracking().ToListAsync(cancellationToken);
        return memory.Set(typeof(T), rows, Remembered);
    }

    /// <param name="touched">Kinds of rows that were added, changed or removed.</param>
    public void Forget(IEnumerable<Type> touched)
    {
        foreach (var kind in touched)
        {
            memory.Remove(kind);
        }
    }
}
