using System.Security.Cryptography;
using System.Text;

namespace Komeji.Web.Setup;

/// <summary>
/// The one secret of an installation. It is not in the database, so that a copy of the database alone opens no session and tells
/// no code: setting <c>Komeji:MasterKey</c> (32 bytes in base64), or else the file <c>komeji.key</c> in the data directory, made at
/// the first start. Losing it signs everybody out and makes second factors unreadable; nothing else is lost.
/// </summary>
public sealed class MasterKey
{
    const int Length = 32;

    readonly byte[] value;

    MasterKey(byte[] value) => this.value = value;

    /// <exception cref="InvalidOperationException">The setting is not 32 bytes in base64.</exception>
    public static MasterKey Read(IConfiguration configuration, string dataDirectory)
    {
        if (configuration["Komeji:MasterKey"] is not { Length: > 0 } set)
        {
            return new MasterKey(FromFile(Path.Combine(dataDirectory, "komeji.key")));
        }

        var bytes = new byte[Length];
        return Convert.TryFromBase64String(set, bytes, out var written) && written == Length
            ? new MasterKey(bytes)
            : throw new InvalidOperationException("Komeji:MasterKey must be 32 bytes in base64, as `openssl rand -base64 32` prints.");
    }

    /// <summary>A key for one purpose; knowing it tells nothing about the others.</summary>
    public byte[] For(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, value, Length, info: Encoding.UTF8.GetBytes(purpose));

    static byte[] FromFile(string path)
    {
        if (!File.Exists(path))
        {
            // Made aside and moved, so that of two processes starting together both end with the same whole key.
            var aside = Path.Combine(Path.GetDirectoryName(path)!, Path.GetRandomFileName());
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(aside, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(Length));
            }

            try
            {
                File.Move(aside, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(aside);
            }
        }

        var bytes = File.ReadAllBytes(path);
        return bytes.Length == Length ? bytes : throw new InvalidOperationException($"{path} is not a key of {Length} bytes. Put the right file back, or remove it to begin with a new one.");
    }
}
