namespace Komeji.Application.Files;

/// <summary>Where pictures are kept. Keys are made by the store from the content; a key names one content for ever.</summary>
public interface IFiles
{
    /// <returns>The key under which it can be opened.</returns>
    Task<string> Save(ReadOnlyMemory<byte> content, string extension, CancellationToken cancellationToken);

    /// <summary>A cleaned picture, with its small form under the same key.</summary>
    Task<string> Save(Picture picture, CancellationToken cancellationToken);

    /// <returns>Null when there is none under this key, or the key is none.</returns>
    Task<Stream?> Open(string key, CancellationToken cancellationToken);

    /// <summary>The small form, or the file itself where it has none.</summary>
    Task<Stream?> OpenSmall(string key, CancellationToken cancellationToken);

    Task Delete(string key, CancellationToken cancellationToken);

    /// <summary>Keys of files nobody has saved or touched since a moment.</summary>
    IEnumerable<string> UntouchedSince(DateTimeOffset moment);

    /// <summary>From now on it counts as just saved.</summary>
    Task Touch(string key, CancellationToken cancellationToken);

    /// <summary>Who saves the same content at the same time finds it kept.</summary>
    /// <returns>False when it is not there, or was saved or touched since the moment.</returns>
    Task<bool> DeleteUntouchedSince(string key, DateTimeOffset moment, CancellationToken cancellationToken);
}

/// <summary>Files that are not for everyone, such as photos of a delivery: opened only for whom a request has found in its rows.</summary>
public interface IPrivateFiles : IFiles;

/// <summary>Makes an uploaded picture safe: known type by content, bounded size, upright, without metadata, as WebP.</summary>
public interface IPictures
{
    /// <exception cref="Domain.Common.RuleBroken"><c>picture.*</c>: not a picture, too large, or the tool is missing.</exception>
    Task<Picture> Clean(Stream upload, CancellationToken cancellationToken);
}

/// <param name="Content">WebP of at most 1280 px.</param>
/// <param name="Thumbnail">WebP of at most 400 px.</param>
public sealed record Picture(byte[] Content, int Width, int Height, byte[] Thumbnail);
