namespace Komeji.Application.Accounts;

/// <summary>A browser in words, from what it says of itself: enough to recognise one's own. Where it is, nobody knows, so nothing is said.</summary>
public static class DeviceWords
{
    public static string Of(string userAgent)
    {
        var system = First(userAgent, ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"));
        var browser = First(userAgent, ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("UCBrowser", "UC Browser"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"));
        return (system, browser) switch
        {
            ("", "") => "Peramban lain",
            (_, "") => system,
            ("", _) => browser,
            _ => $"{browser} di {system}",
        };
    }

    static string First(string userAgent, params (string Mark, string Name)[] known) =>
        known.FirstOrDefault(k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Name ?? "";
}
