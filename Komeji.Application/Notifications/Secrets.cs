using System.Text.RegularExpressions;

namespace Komeji.Application.Notifications;

/// <summary>
/// Hides what opens a door from people who only look after the post: six-digit codes and tokens in links. It goes by how they
/// look, so that a message nobody thought of is hidden too.
/// </summary>
public static partial class Secrets
{
    public static string Hide(string text) => Token().Replace(Code().Replace(text, "••••••"), "••••••••");

    [GeneratedRegex(@"(?<![\d-])\d{3}[ -]?\d{3}(?![\d-])", RegexOptions.None, 1_000)]
    private static partial Regex Code();

    [GeneratedRegex("[A-Za-z0-9_-]{32,}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
