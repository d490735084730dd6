namespace Komeji.Application.Files;

/// <summary>Pictures are saved before the rows that name them; when those rows are not written after all, nothing is left behind.</summary>
public static class SavedFiles
{
    /// <param name="name">Writes the rows, with the key of each picture.</param>
    /// <param name="isNamed">Whether some row names this key all the same: the same picture twice is one file.</param>
    public static async Task SaveFor(this IFiles files, IReadOnlyList<Picture> pictures, Func<IReadOnlyList<string>, Task> name, Func<string, Task<bool>> isNamed, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        try
        {
            foreach (var picture in pictures)
            {
                keys.Add(await files.Save(picture, cancellationToken));
            }

            await name(keys);
        }
        catch
        {
            foreach (var key in keys)
            {
                await DeleteUnlessNamed(files, key, isNamed);
            }

            throw;
        }
    }

    /// <summary>What cannot be asked or deleted now hides neither the fault that led here nor the other files.</summary>
    static async Task DeleteUnlessNamed(IFiles files, string key, Func<string, Task<bool>> isNamed)
    {
#pragma warning disable CA1031 // The fault that led here is the one to tell.
        try
        {
            if (!await isNamed(key))
            {
                await files.Delete(key, CancellationToken.None);
            }
        }
        catch
        {
            // The file stays; nothing names it.
        }
#pragma warning restore CA1031
    }
}
