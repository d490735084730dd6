using Komeji.Application.Notifications;
using Komeji.Integrations.Mail;

namespace Komeji.Web.Setup;

public static class Messengers
{
    /// <exception cref="InvalidOperationException">Mail:Host is set and Mail:From is missing or no address.</exception>
    public static IServiceCollection AddKomejiMessengers(this IServiceCollection services, IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var host = mail["Host"] ?? "";
        if (host.Length == 0)
        {
            return services.AddSingleton<IMessenger, NoMessenger>();
        }

        var from = mail["From"] ?? "";
        if (!MailSettings.IsAddress(from))
        {
            throw new InvalidOperationException("Mail:From must be the address mail is sent from, because Mail:Host is set.");
        }

        // A password never travels unencrypted; without one a local relay is assumed unless Mail:Tls says otherwise.
        var user = mail["User"] ?? "";
        var settings = new MailSettings(host, mail.GetValue("Port", 587), user, mail["Password"] ?? "", from, mail.GetValue("Tls", user.Length > 0));
        return services.AddSingleton<IMessenger>(new SmtpMessenger(settings));
    }
}
