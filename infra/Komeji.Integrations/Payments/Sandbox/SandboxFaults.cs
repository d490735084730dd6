namespace Komeji.Integrations.Payments.Sandbox;

public enum SandboxFault
{
    /// <summary>The next start is declined at once.</summary>
    Decline,

    /// <summary>The next call does not reach the provider.</summary>
    NeverArrives,

    /// <summary>The next call is done, but its answer is lost.</summary>
    AnswerLost,

    /// <summary>The next refund is refused.</summary>
    RefuseRefund,
}

/// <summary>What goes wrong next, one call each, for tests and drills. Empty unless somebody scripts it.</summary>
public sealed class SandboxFaults
{
    readonly Lock gate = new();
    readonly List<SandboxFault> coming = [];

    public void Next(params SandboxFault[] faults)
    {
        lock (gate)
        {
            coming.AddRange(faults);
        }
    }

    internal bool Take(SandboxFault fault)
    {
        lock (gate)
        {
            return coming.Remove(fault);
        }
    }
}
