using System.Collections.Concurrent;
using System.Security.Cryptography;
using Komeji.Application.Files;

namespace Komeji.Tests.Support;

/// <summary>Keeps files in memory under the hash of their content, and counts how many pictures were cleaned: each upload is its own picture.</summary>
sealed class KeptFiles : IPictures, IPrivateFiles
{
    readonly ConcurrentDictionary<string, (byte[] Content, DateTimeOffset At)> files = [];
    int cleaned;

    public ICollection<string> Keys => files.Keys;

    public int Cleaned => cleaned;

    /// <summary>By which files grow old.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

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
        files[key] = (content.ToArray(), Clock.GetUtcNow());
        return Task.FromResult(key);
    }

    public Task<Stream?> Open(string key, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(files.TryGetValue(key, out var file) ? new MemoryStream(file.Content) : null);

    public Task<Stream?> OpenSmall(string key, CancellationToken cancellationToken) => Open(key, cancellationToken);

    public Task Delete(string key, CancellationToken cancellationToken)
    {
        files.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public IEnumerable<string> UntouchedSince(DateTimeOffset moment) => [.. files.Where(f => f.Value.At <= moment).Select(f => f.Key)];

    public Task Touch(string key, CancellationToken cancellationToken)
    {
        if (files.TryGetValue(key, out var file))
        {
            files[key] = (file.Content, Clock.GetUtcNow());
        }

        return Task.CompletedTask;
    }

    public Task<bool> DeleteUntouchedSince(string key, DateTimeOffset moment, CancellationToken cancellationToken) =>
        Task.FromResult(files.TryGetValue(key, out var file) && file.At <= moment && files.TryRemove(new(key, file)));
}
