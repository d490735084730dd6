using Komeji.Domain.Common;

namespace Komeji.Domain.Accounts;

public enum CodePurpose
{
    ConfirmContact,
    ResetPassword,
    ResetSecondFactor,
    NewContact,
    SetUpSecondFactor,
}

/// <summary>
/// A six-digit code sent to a person's e-mail or phone. It is bound to that destination, works once, dies after a few wrong
/// tries, after its time, and when a newer one is sent.
/// </summary>
public sealed class OneTimeCode : Aggregate
{
    public const int MostTries = 5;

    OneTimeCode() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public CodePurpose Purpose { get; private set; }
    public string Destination { get; private set; } = "";

    /// <summary>Keyed hash of the code; the code itself is only in the message.</summary>
    public string CodeHash { get; private set; } = "";
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public int Failures { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static OneTimeCode Send(Guid userId, CodePurpose purpose, string destination, string codeHash, TimeSpan life, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = userId,
        Purpose = purpose,
        Destination = destination,
        CodeHash = codeHash,
        SentAt = now,
        ExpiresAt = now + life,
    };

    public bool IsUsable(DateTimeOffset now) => EndedAt is null && now < ExpiresAt && Failures < MostTries;

    /// <summary>Uses the code up when it is right; remembers the failure when it is not.</summary>
    public bool Try(string codeHash, DateTimeOffset now)
    {
        if (!IsUsable(now))
        {
            return false;
        }

        if (!string.Equals(CodeHash, codeHash, StringComparison.Ordinal))
        {
            Failures++;
            return false;
        }

        EndedAt = now;
        return true;
    }

    /// <summary>A newer code or a changed password ends it.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
