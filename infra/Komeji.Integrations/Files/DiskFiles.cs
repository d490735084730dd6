using System.Security.Cryptography;
using Komeji.Application.Files;

namespace Komeji.Integrations.Files;

/// <summary>
/// Files in a folder, named by the SHA-256 of their content, spread over 65,536 folders. A name is written whole or not at all,
/// and the same content twice is one file.
/// </summary>
/// <remarks>What makes files private is their folder, and that no page serves them by key alone.</remarks>
/// <param name="root">Made when it is first needed.</param>
public class DiskFiles(string root) : IPrivateFiles
{
    const string SmallEnding = ".kecil";
    const int HashLength = 64;
    static readonly string[] Extensions = ["webp", "svg", "bin"];

    public async Task<string> Save(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken)
    {
        if (!Extensions.Contains(extension))
        {
            throw new ArgumentException($"Files ending in '{extension}' are not kept.", nameof(extension));
        }

        var key = KeyOf(content, extension);
        await Write(PathOf(key)!, content, cancellationToken);
        return key;
    }

    /// <summary>The small form first: without it the picture is not kept, and what is left of it under that name is nothing anybody asks for.</summary>
    public async Task<string> Save(Picture picture, CancellationToken cancellationToken)
    {
        var small = PathOf(KeyOf(picture.Content, "webp")) + SmallEnding;
        var known = File.Exists(small);
        await Write(small, picture.Thumbnail, cancellationToken);
        try
        {
            return await Save(picture.Content, "webp", cancellationToken);
        }
        catch when (!known)
        {
            File.Delete(small);
            throw;
        }
    }

    public Task<Stream?> Open(string key, CancellationToken cancellationToken) => Task.FromResult(OpenPath(PathOf(key)));

    public Task<Stream?> OpenSmall(string key, CancellationToken cancellationToken) =>
        Task.FromResult(PathOf(key) is { } path ? OpenPath(path + SmallEnding) ?? OpenPath(path) : null);

    public Task Delete(string key, CancellationToken cancellationToken)
    {
        if (PathOf(key) is { } path)
        {
            File.Delete(path);
            File.Delete(path + SmallEnding);
        }

        return Task.CompletedTask;
    }

    public IEnumerable<string> UntouchedSince(DateTimeOffset moment) => !Directory.Exists(root)
        ? []
        : from file in new DirectoryInfo(root).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true })
          where file.LastWriteTimeUtc <= moment.UtcDateTime
          let key = KeyAt(file.Name)
          where key is not null
          select key!;

    public Task Touch(string key, CancellationToken cancellationToken)
    {
        if (PathOf(key) is { } path)
        {
            TouchAt(path);
        }

        return Task.CompletedTask;
    }

    public Task<bool> DeleteUntouchedSince(string key, DateTimeOffset moment, CancellationToken cancellationToken) =>
        Task.FromResult(PathOf(key) is { } path && Directory.Exists(Path.GetDirectoryName(path)) && DeleteUntouchedAt(path, moment.UtcDateTime));

    /// <summary>
    /// It is put aside first: who saves the same content meanwhile has either touched it before, and it is put back, or finds it gone
    /// and writes it anew.
    /// </summary>
    static bool DeleteUntouchedAt(string path, DateTime moment)
    {
        var aside = PartOf(path);
        try
        {
            File.Move(path, aside);
        }
        catch (FileNotFoundException)
        {
            // Only parts are left of it.
        }

        var parts = Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + ".*");
        if (parts.Any(part => File.GetLastWriteTimeUtc(part) > moment))
        {
            if (File.Exists(aside))
            {
                File.Move(aside, path, overwrite: true);
            }

            return false;
        }

        Array.ForEach(parts, File.Delete);
        return parts.Length > 0;
    }

    /// <returns>False when it is not there.</returns>
    static bool TouchAt(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The key of a file, or of one of which only a part is left; null where the file itself is there, and for what is none of ours.</summary>
    string? KeyAt(string name)
    {
        var key = string.Join('.', name.Split('.').Take(2));
        return PathOf(key) is { } path && (name == key || !File.Exists(path)) ? key : null;
    }

    /// <summary>A name for a part of a file, beside it.</summary>
    static string PartOf(string path) => $"{path}.{Path.GetRandomFileName()}";

    static string KeyOf(ReadOnlyMemory<byte> content, string extension) => $"{Convert.ToHexStringLower(SHA256.HashData(content.Span))}.{extension}";

    /// <summary>Null for anything that is not a key this store makes: nothing a visitor types becomes part of a path.</summary>
    string? PathOf(string key)
    {
        var parts = key.Split('.');
        return parts.Length == 2 && parts[0].Length == HashLength && parts[0].All(char.IsAsciiHexDigitLower) && Extensions.Contains(parts[1])
            ? Path.Combine(root, key[..2], key[2..4], key)
            : null;
    }

    static Stream? OpenPath(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous });
        }
        catch (FileNotFoundException)
        {
            // Deleted in between.
            return null;
        }
    }

    /// <summary>Where bytes meet the disk. A test fills it up here.</summary>
    protected virtual FileStream Begin(string path) => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);

    async Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        // Young again, it is left to whoever is about to name it.
        if (TouchAt(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = PartOf(path);
        try
        {
            await using (var stream = Begin(half))
            {
                await stream.WriteAsync(content, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }
}
