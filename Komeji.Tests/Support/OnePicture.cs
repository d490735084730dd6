using Komeji.Application.Files;

namespace Komeji.Tests.Support;

/// <summary>Takes any upload for the same picture and keeps nothing, where pictures are not what is tested.</summary>
sealed class OnePicture : IPictures, IPrivateFiles
{
    public Task<Picture> Clean(Stream upload, CancellationToken cancellationToken) => Task.FromResult(new Picture([1], 1, 1, [1]));

    public Task<string> Save(Picture picture, CancellationToken cancellationToken) => Task.FromResult("bukti.webp");

    public Task<string> Save(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Stream?> Open(string key, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

    public Task<Stream?> OpenSmall(string key, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

    public Task Delete(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public IEnumerable<string> UntouchedSince(DateTimeOffset moment) => [];

    public Task Touch(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> DeleteUntouchedSince(string key, DateTimeOffset moment, CancellationToken cancellationToken) => Task.FromResult(false);
}
