using Komeji.Domain.Common;

namespace Komeji.Domain.Accounts;

/// <summary>
/// A person's authenticator app. A secret is first only offered; it counts once a code made from it came back, and then replaces
/// the one before. A code works once, and wrong ones lock it for a while.
/// </summary>
public sealed class SecondFactor : Aggregate
{
    /// <summary>Wrong codes after which no code is looked at for a while; each further five double the while.</summary>
    public const int MostFailures = 5;

    static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(15);
    static readonly TimeSpan LongestLock = TimeSpan.FromHours(24);

    SecondFactor() { }

    public Guid UserId { get; private set; }

    /// <summary>The secret in force, encrypted; empty until the first is confirmed.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>The secret offered and not yet confirmed, encrypted; empty when none is.</summary>
    public string Offered { get; private set; } = "";
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The newest time step whose code was accepted.</summary>
    public long LastStep { get; private set; }

    /// <summary>Wrong codes since the last right one.</summary>
    public int Failures { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    public bool IsOn => Sealed.Length > 0;

    public static SecondFactor For(Guid userId) => new() { UserId = userId };

    /// <summary>Offers a new secret; one that is in force stays so until the new one is confirmed.</summary>
    public void Offer(string sealedSecret) => Offered = sealedSecret;

    /// <param name="step">The step of the code that proved it.</param>
    /// <exception cref="RuleBroken"><c>factor.not_offered</c></exception>
    public void Confirm(long step, DateTimeOffset now)
    {
        if (Offered.Length == 0)
        {
            throw new RuleBroken("factor.not_offered", "Mulai dulu pemasangannya, lalu pindai kode yang tampil.");
        }

        Sealed = Offered;
        Offered = "";
        ConfirmedAt = now;
        LastStep = step;
        Failures = 0;
        LockedUntil = null;
    }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>A right code: it and older ones are used up, and wrong ones before it forgiven.</summary>
    public void Accept(long step)
    {
        LastStep = Math.Max(LastStep, step);
        Failures = 0;
        LockedUntil = null;
    }

    /// <summary>A wrong code.</summary>
    /// <returns>Whether it was one too many.</returns>
    public bool Fail(DateTimeOffset now)
    {
        Failures++;
        if (Failures % MostFailures != 0)
        {
            return false;
        }

        var doublings = Math.Min((Failures / MostFailures) - 1, 10);
        var wait = FirstLock * (1 << doublings);
        LockedUntil = now + (wait < LongestLock ? wait : LongestLock);
        return true;
    }
}

/// <summary>One of the codes a person keeps on paper for the day the phone is gone. Each works once.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many are made at a time.</summary>
    public const int Count = 10;

    RecoveryCode() { }

    public RecoveryCode(Guid userId, string codeHash, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        UserId = userId;
        CodeHash = codeHash;
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>Keyed hash; the code itself was shown once.</summary>
    public string CodeHash { get; private set; } = "";
    public DateTimeOffset? UsedAt { get; private set; }
}
