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
        if (File.Exists(path))
        {
            return;
        }

        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        var half = Path.Combine(folder, Path.GetRandomFileName());
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
