using Komeji.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

static class Names
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesOf(this IKomejiDb db, IEnumerable<Guid?> people, CancellationToken cancellationToken)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
    }
}
