using System.Collections.Concurrent;
using System.Security.Cryptography;
using Komeji.Application.Files;

namespace Komeji.Tests.Support;

/// <summary>Keeps files in memory under the hash of their content, and counts how many pictures were cleaned: each upload is its own picture.</summary>
sealed class KeptFiles : IPictures, IPrivateFiles
{
    readonly ConcurrentDictionary<string, byte[]> files = [];
    int cleaned;

    public ICollection<string> Keys => files.Keys;

    public int Cleaned => cleaned;

    /// <summary>What happens while a picture is being cleaned.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public async Task<Picture> Clean(Stream upload, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref cleaned);
        using var copy = new MemoryStream();
        await upload.CopyToAsync(copy, cancellationToken);
        await Meanwhile();
        return new Picture(copy.ToArray(), 10, 10, [1]);
    }

    public Task<string> Save(Picture picture, CancellationToken cancellationToken) => Save(picture.Content, "webp", cancellationToken);

    public Task<string> Save(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken)
    {
        var key = $"{Convert.ToHexStringLower(SHA256.HashData(content.Span))}.{extension}";
        files[key] = content.ToArray();
        return Task.FromResult(key);
    }

    public Task<Stream?> Open(string key, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(files.TryGetValue(key, out var content) ? new MemoryStream(content) : null);

    public Task<Stream?> OpenSmall(string key, CancellationToken cancellationToken) => Open(key, cancellationToken);

    public Task Delete(string key, CancellationToken cancellationToken)
    {
        files.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
