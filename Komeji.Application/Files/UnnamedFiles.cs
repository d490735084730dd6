using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Files;

/// <summary>Stored files no row names, which nobody has touched for a while: left by what was broken off, or taken off a listing.</summary>
public sealed class UnnamedFiles(IFiles pictures, IPrivateFiles papers, NamedFiles names, SettingsInForce settings, TimeProvider clock) : ISweep
{
    const int AtOnce = 500;

    /// <summary>Where of so many files none is named, the files are hardly this database's.</summary>
    const int Strange = 100;

    /// <exception cref="InvalidOperationException">No row names any of many files: nothing is deleted.</exception>
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var until = await settings.FilesUntil(clock.GetUtcNow(), cancellationToken);
        var due = new List<IRequest>();
        foreach (var isPrivate in new[] { false, true })
        {
            var known = 0;
            foreach (var keys in (isPrivate ? papers : pictures).UntouchedSince(until).Chunk(AtOnce))
            {
                var named = await names.Of(keys, cancellationToken);
                known += named.Count;
                if (known == 0 && keys.Length >= Strange)
                {
                    throw new InvalidOperationException($"No row names any of {keys.Length} stored files: is this their database? Nothing was deleted.");
                }

                due.AddRange(keys.Where(key => !named.Contains(key)).Select(key => new DeleteUnnamedFile(key, isPrivate)));
                if (due.Count >= most)
                {
                    return due[..most];
                }
            }
        }

        return due;
    }
}

/// <summary>
/// Deletes one of them, unless a row names it by now or somebody has saved the same content again. Nothing is written to the database,
/// so no transaction waits for the disk.
/// </summary>
/// <param name="Private">Not for everyone to see.</param>
public sealed record DeleteUnnamedFile(string Key, bool Private) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IFiles pictures, IPrivateFiles papers, NamedFiles names, SettingsInForce settings, TimeProvider clock) : IRequestHandler<DeleteUnnamedFile>
    {
        public async Task<Unit> Handle(DeleteUnnamedFile request, CancellationToken cancellationToken)
        {
            if ((await names.Of([request.Key], cancellationToken)).Count == 0)
            {
                var until = await settings.FilesUntil(clock.GetUtcNow(), cancellationToken);
                await (request.Private ? papers : pictures).DeleteUntouchedSince(request.Key, until, cancellationToken);
            }

            return Unit.Value;
        }
    }
}

static class FileTerms
{
    /// <summary>What was saved before and is named by nothing is left by somebody.</summary>
    public static async Task<DateTimeOffset> FilesUntil(this SettingsInForce settings, DateTimeOffset now, CancellationToken cancellationToken) =>
        now.AddHours(-await settings.Number(SettingCatalogue.UnnamedFileHours, cancellationToken));
}
