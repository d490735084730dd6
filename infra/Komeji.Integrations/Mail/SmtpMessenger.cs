using System.Net;
using System.Net.Mail;
using System.Text;
using Komeji.Application.Notifications;
using Komeji.Domain.Notifications;

namespace Komeji.Integrations.Mail;

/// <summary>Mail over SMTP with the framework's client: plain text, UTF-8, one recipient, bounded in time.</summary>
public sealed class SmtpMessenger(MailSettings settings) : IMessenger
{
    public bool Serves(MessageChannel channel) => channel == MessageChannel.Email;

    public async Task Send(Message message, CancellationToken cancellationToken)
    {
        using var mail = Compose(message);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Timeout);
        try
        {
            await client.SendMailAsync(mail, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {settings.Host} did not answer in {settings.Timeout.TotalSeconds} s.");
        }
    }

    /// <summary>The id is the message's own, so that one sent twice is seen as one by the reader's mail program.</summary>
    MailMessage Compose(Message message)
    {
        var from = new MailAddress(settings.From);
        var mail = new MailMessage(from, OneAddress(message.To))
        {
            Subject = OneLine(message.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = message.Body,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };
        mail.Headers["Message-ID"] = $"<{message.Id.Value}@{from.Host}>";
        mail.Headers["Auto-Submitted"] = "auto-generated";
        return mail;
    }

    /// <summary>The framework reads "a, b" as an address too; a message has one recipient, written as it was confirmed.</summary>
    static MailAddress OneAddress(string text)
    {
        var address = new MailAddress(text);
        return address.Address == text ? address : throw new FormatException("The message is not for one plain address.");
    }

    /// <summary>A line break in a subject would begin a header of somebody's choice.</summary>
    static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
