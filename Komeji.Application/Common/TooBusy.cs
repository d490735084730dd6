namespace Komeji.Application.Common;

/// <summary>So many ask for the same costly work that the person had better come back: 429, nothing was done.</summary>
public sealed class TooBusy(int seconds) : Exception("Too many wait for the same work.")
{
    public int Seconds { get; } = seconds;
}
