using Komeji.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Common;

/// <summary>The server's own.</summary>
sealed class PostgresClock(KomejiDb db) : IDatabaseClock
{
    public Task<DateTimeOffset> Now(CancellationToken cancellationToken) =>
        db.Database.SqlQuery<DateTimeOffset>($"""SELECT clock_timestamp() AS "Value" """).SingleAsync(cancellationToken);
}
