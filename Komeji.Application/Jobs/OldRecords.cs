using MediatR;

namespace Komeji.Application.Jobs;

/// <summary>Technical records that are no longer needed.</summary>
public sealed class OldRecords : ISweep
{
    public Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IRequest>>([new ForgetOldRuns(), new Notifications.ForgetOldMessages(), new Catalog.Imports.ForgetOldImports()]);
}
