using Komeji.Application.Common.Behaviours;

namespace Komeji.Application.Common;

/// <summary>
/// A dangerous act: whoever sends it must have shown who it is within the last minutes (setting <c>akun.bukti_menit</c>), by the second
/// factor or, without one, by the password. <see cref="Proven{TRequest,TResult}"/> asks, whatever page it is sent from; the page of
/// the proof then sends it again. Jobs and the command line have no person and are not asked.
/// </summary>
public interface INeedsProof
{
    /// <summary>It carries the password itself, so that only who has a second factor is asked besides.</summary>
    bool CarriesPassword => false;
}

/// <summary>A dangerous act for which a password is not enough: where money is paid out to, and paying it out.</summary>
public interface INeedsSecondFactor : INeedsProof;

public static class Proofs
{
    /// <summary>For an act that is dangerous only as things stand, such as leading payouts that run to another account.</summary>
    /// <exception cref="SecondFactorNeeded">The person has none.</exception>
    public static void RequireSecondFactor(this ICurrentUser me)
    {
        if (me.Id is not null && !me.HasSecondFactor)
        {
            throw new SecondFactorNeeded();
        }
    }
}

/// <summary>The person has to show again who it is, and then to do the same once more.</summary>
public sealed class ProofNeeded() : Exception("This act needs a newer proof of who does it.");

/// <summary>The person has no second factor and cannot do this without one.</summary>
public sealed class SecondFactorNeeded() : Exception("This act needs a second factor, and the person has none.");
