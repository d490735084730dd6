namespace Komeji.Application.Common;

/// <summary>The address people reach us at, for links in messages and for what a provider sends people back to.</summary>
/// <param name="Root">Without a trailing slash.</param>
public sealed record SiteAddress(string Root)
{
    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => Root + path;
}
