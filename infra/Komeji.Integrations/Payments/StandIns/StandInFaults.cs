namespace Komeji.Integrations.Payments.StandIns;

public enum StandInFault
{
    /// <summary>409, as while the same key is being worked on; nothing is done.</summary>
    Busy,

    /// <summary>429; nothing is done.</summary>
    TooMany,

    /// <summary>500; nothing is done, and the key keeps giving this answer.</summary>
    Broken,

    /// <summary>500, though it is done; the key keeps giving this answer.</summary>
    BrokenAfter,

    /// <summary>No answer ever, and nothing is done.</summary>
    SilentBefore,

    /// <summary>It is done, but no answer ever comes.</summary>
    SilentAfter,

    /// <summary>It is done; the answer is 200 and empty.</summary>
    Empty,

    /// <summary>It is done; the connection breaks.</summary>
    Reset,
}

/// <summary>What goes wrong next, one call each. Empty unless somebody scripts it.</summary>
public sealed class StandInFaults
{
    readonly Lock gate = new();
    readonly List<(string Method, StandInFault Fault)> coming = [];

    /// <summary>For the next calls that write.</summary>
    public void Next(params StandInFault[] faults) => Add("POST", faults);

    /// <summary>For the next calls that read.</summary>
    public void NextRead(params StandInFault[] faults) => Add("GET", faults);

    /// <summary>All is well again.</summary>
    public void Clear()
    {
        lock (gate)
        {
            coming.Clear();
        }
    }

    internal StandInFault? Take(string method)
    {
        lock (gate)
        {
            var at = coming.FindIndex(c => c.Method == method);
            if (at < 0)
            {
                return null;
            }

            var fault = coming[at].Fault;
            coming.RemoveAt(at);
            return fault;
        }
    }

    void Add(string method, StandInFault[] faults)
    {
        lock (gate)
        {
            coming.AddRange(faults.Select(f => (method, f)));
        }
    }
}
