using System.Collections.Frozen;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Komeji.Application.Accounts;

public enum PasswordAnswer
{
    Wrong,
    Right,

    /// <summary>Right, and stored with a weaker setting than today's.</summary>
    RightButWeaklyKept,
}

/// <summary>
/// What a password must be, and its hash (PBKDF2 with HMAC-SHA512). Hashing is costly on purpose, so only a few run at a time and
/// none inside a transaction.
/// </summary>
public sealed class Passwords(IPasswordHasher<User> hasher)
{
    public const int Least = 8;
    public const int LeastForStaff = 12;
    public const int Most = 128;
    public const int Iterations = 210_000;

    static readonly SemaphoreSlim Places = new(Math.Max(1, Environment.ProcessorCount / 2));
    /// <summary>More than these would wait longer than people do.</summary>
    const int MostWaiting = 100;
    const int BusySeconds = 10;

    static int waiting;
    static readonly FrozenSet<string> Common = ReadCommon();
    static readonly User Nobody = new();

    readonly Lazy<string> decoy = new(() => hasher.HashPassword(Nobody, "no person has this password"));

    /// <param name="personal">What is known of the person and must not be the password: name, e-mail, number.</param>
    /// <exception cref="RuleBroken"><c>password.short</c>, <c>password.long</c>, <c>password.common</c></exception>
    public static void Check(string password, int least, params IEnumerable<string?> personal)
    {
        if (password.EnumerateRunes().Count() < least)
        {
            throw new RuleBroken("password.short", least == Least
                ? "Kata sandi paling sedikit 8 huruf atau angka. Beberapa kata biasa yang digabung mudah diingat dan sulit ditebak."
                : "Kata sandi petugas paling sedikit 12 huruf atau angka. Gabungkan beberapa kata.");
        }

        if (password.Length > Most)
        {
            throw new RuleBroken("password.long", "Kata sandi paling banyak 128 huruf.");
        }

        var lower = password.ToLowerInvariant();
        if (Common.Contains(lower) || lower.Distinct().Count() < 3 || personal.Any(p => p is { Length: > 0 } && Same(lower, p)))
        {
            throw new RuleBroken("password.common", "Kata sandi ini mudah ditebak orang. Pilih yang lain, misalnya gabungan beberapa kata.");
        }
    }

    public Task<string> Hash(string password, CancellationToken cancellationToken) =>
        InTurn(() => hasher.HashPassword(Nobody, password), cancellationToken);

    /// <param name="hash">Null for an unknown account: the work is done all the same, so the time tells nothing.</param>
    public Task<PasswordAnswer> Verify(string? hash, string password, CancellationToken cancellationToken) =>
        InTurn(() =>
        {
            var result = hasher.VerifyHashedPassword(Nobody, hash ?? decoy.Value, password.Length > Most ? "" : password);
            return (hash, result) switch
            {
                (not null, PasswordVerificationResult.Success) => PasswordAnswer.Right,
                (not null, PasswordVerificationResult.SuccessRehashNeeded) => PasswordAnswer.RightButWeaklyKept,
                _ => PasswordAnswer.Wrong,
            };
        }, cancellationToken);

    /// <exception cref="TooBusy">So many wait already that this one would wait too long.</exception>
    static async Task<T> InTurn<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new TooBusy(BusySeconds);
        }

        try
        {
            await Places.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            Places.Release();
        }
    }

    static bool Same(string password, string personal) =>
        string.Equals(password, personal.Trim(), StringComparison.OrdinalIgnoreCase)
        || string.Equals(password, personal.Split('@')[0], StringComparison.OrdinalIgnoreCase)
        || string.Equals(password, personal.Replace("+62", "0", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    static FrozenSet<string> ReadCommon()
    {
        using var stream = typeof(Passwords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).ToFrozenSet();
    }
}
