using System.Security.Cryptography;
using System.Text;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

public enum FactorAnswer
{
    Right,
    Wrong,

    /// <summary>Too many wrong ones: nothing is looked at for a while, a right code neither.</summary>
    Locked,

    /// <summary>What the right password gave is void meanwhile: another password, another factor, or banned. Only signing in anew helps.</summary>
    Stale,
}

/// <param name="LockedUntil">Of a locked one.</param>
public sealed record FactorTry(FactorAnswer Answer, DateTimeOffset? LockedUntil = null);

/// <summary>Checks what a person types for the second factor: a code of the app, or one kept for the day it is lost.</summary>
public sealed class FactorCodes(IKomejiDb db, FactorKey factorKey, CodeKey codeKey, ICodes random, Notifier notifier, TimeProvider clock)
{
    const int RecoveryLength = 12;

    /// <summary>One try of a person at a time, so that neither a code works twice nor a hundred guesses at once count as one.</summary>
    public async Task<FactorTry> Try(Guid userId, string typed, CancellationToken cancellationToken)
    {
        await db.TakeTurn($"second factor {userId}", cancellationToken);
        var now = clock.GetUtcNow();
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == userId, cancellationToken);
        if (factor is not { IsOn: true })
        {
            return new FactorTry(FactorAnswer.Wrong);
        }

        if (factor.IsLocked(now))
        {
            return new FactorTry(FactorAnswer.Locked, factor.LockedUntil);
        }

        if (await IsRight(factor, typed, now, cancellationToken))
        {
            return new FactorTry(FactorAnswer.Right);
        }

        if (!factor.Fail(now))
        {
            return new FactorTry(FactorAnswer.Wrong);
        }

        await notifier.TellEverywhere(new UserId(userId), AccountTexts.FactorLocked(), cancellationToken);
        return new FactorTry(FactorAnswer.Locked, factor.LockedUntil);
    }

    /// <summary>New codes to keep on paper; the ones before are gone.</summary>
    /// <returns>As they are shown, once.</returns>
    public async Task<IReadOnlyList<string>> MakeRecoveryCodes(Guid userId, CancellationToken cancellationToken)
    {
        await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => $"{random.SixCharacters()}-{random.SixCharacters()}").ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode(userId, Hash(userId, Clean(code)), now)));
        return codes;
    }

    /// <summary>The step whose code proves that the app has the secret just offered; null when the typed code is none.</summary>
    public long? Proves(SecondFactor factor, string typed, DateTimeOffset now) =>
        factor.Offered.Length > 0 && factorKey.Open(factor.UserId, factor.Offered) is { } secret ? Totp.Match(secret, typed, 0, now) : null;

    async Task<bool> IsRight(SecondFactor factor, string typed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var clean = Clean(typed);
        if (clean.Length == RecoveryLength)
        {
            return await UseRecoveryCode(factor, clean, now, cancellationToken);
        }

        // A secret sealed under a lost master key opens no more; then every code is wrong and the way round is a reset.
        if (factorKey.Open(factor.UserId, factor.Sealed) is not { } secret || Totp.Match(secret, clean, factor.LastStep, now) is not { } step)
        {
            return false;
        }

        factor.Accept(step);
        return true;
    }

    async Task<bool> UseRecoveryCode(SecondFactor factor, string clean, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = Hash(factor.UserId, clean);
        var used = await db.RecoveryCodes.Where(c => c.UserId == factor.UserId && c.CodeHash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.UsedAt, now), cancellationToken);
        if (used == 0)
        {
            return false;
        }

        factor.Accept(factor.LastStep);
        var left = await db.RecoveryCodes.CountAsync(c => c.UserId == factor.UserId && c.UsedAt == null, cancellationToken);
        await notifier.TellEverywhere(new UserId(factor.UserId), AccountTexts.RecoveryCodeUsed(left), cancellationToken);
        return true;
    }

    string Hash(Guid userId, string clean) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(codeKey.Value, Encoding.UTF8.GetBytes($"recovery|{userId:N}|{clean}")));

    static string Clean(string typed) => new([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
