using System.Net.Mail;

namespace Komeji.Integrations.Mail;

/// <summary>Where mail is handed over.</summary>
/// <param name="Tls">Whether the connection must be encrypted (STARTTLS).</param>
public sealed record MailSettings(string Host, int Port, string User, string Password, string From, bool Tls)
{
    public static bool IsAddress(string text) => MailAddress.TryCreate(text, out _);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
