using Komeji.Application.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Komeji.Persistence.Common;

/// <summary>An open transaction and, on SQLite, the writer's place it holds.</summary>
sealed class Commit(IDbContextTransaction transaction, SemaphoreSlim? place) : ICommit
{
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            place?.Release();
        }
    }
}
