namespace Komeji.Application.Jobs;

/// <summary>Why a job runs.</summary>
/// <param name="StartedBy">What its run row says.</param>
/// <param name="Slot">The moment of its schedule; each is run once, whichever process is first.</param>
/// <param name="OnlyIfRequested">Runs only when somebody's wish for it still stands.</param>
public sealed record JobCause(string StartedBy, DateTimeOffset? Slot = null, bool OnlyIfRequested = false)
{
    /// <summary>Somebody pressed run now; the lease's row says who.</summary>
    public static readonly JobCause Wish = new("", OnlyIfRequested: true);

    /// <summary>A commit has just written work for it.</summary>
    public static readonly JobCause NewWork = new("ada yang baru");

    public static readonly JobCause CommandLine = new("baris perintah");

    public static JobCause Schedule(DateTimeOffset slot) => new("jadwal", slot);
}
