using Komeji.Application.Common;
using MediatR;
using Microsoft.Extensions.Caching.Memory;

namespace Komeji.Application.Settings;

/// <summary>Who runs the market and where to complain, for the foot of every page. Remembered for a minute: settings seldom change.</summary>
public sealed record ShowContacts : IQuery<Contacts>
{
    internal sealed class Handler(SettingsInForce settings, IMemoryCache memory) : IRequestHandler<ShowContacts, Contacts>
    {
        static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

        public async Task<Contacts> Handle(ShowContacts request, CancellationToken cancellationToken) =>
            (await memory.GetOrCreateAsync(typeof(Contacts), entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Remembered;
                return Read(cancellationToken);
            }))!;

        async Task<Contacts> Read(CancellationToken cancellationToken) => new(
            await settings.Text(SettingCatalogue.OperatorName, cancellationToken),
            await settings.Text(SettingCatalogue.ContactAddress, cancellationToken),
            await settings.Text(SettingCatalogue.ContactEmail, cancellationToken),
            await settings.Text(SettingCatalogue.ContactPhone, cancellationToken),
            await settings.Text(SettingCatalogue.ContactWhatsApp, cancellationToken),
            await settings.Text(SettingCatalogue.ComplaintAuthority, cancellationToken));
    }
}

/// <param name="Authority">The government's office for consumer complaints, as the law wants it shown.</param>
public sealed record Contacts(string Operator, string Address, string Email, string Phone, string WhatsApp, string Authority);
