using System.Security.Cryptography;

namespace Komeji.Application.Common;

/// <summary>Numbers and codes drawn at random, kept out of the domain.</summary>
public interface ICodes
{
    /// <summary>Six characters of an alphabet without look-alikes, for order numbers.</summary>
    string SixCharacters();

    /// <summary>Six digits.</summary>
    string SixDigits();

    /// <summary>256 bits, URL-safe.</summary>
    string Token();

    /// <summary>A number that is not negative.</summary>
    long Number();
}

/// <summary>The cryptographic source.</summary>
public sealed class RandomCodes : ICodes
{
    const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public string SixCharacters() => RandomNumberGenerator.GetString(Alphabet, 6);

    public string SixDigits() => RandomNumberGenerator.GetString("0123456789", 6);

    public string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public long Number() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
}
