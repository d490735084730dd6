namespace Komeji.Application.Common;

/// <summary>Which command is being done in this scope, for what must be said of it; null while something is only read.</summary>
public sealed class CommandInProgress
{
    public string? Name { get; set; }
}
