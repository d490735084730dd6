using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>
/// Asks for an account. A code goes to the contact; when the contact has an account already, a notice goes there instead and
/// everything the asker sees is the same.
/// </summary>
/// <returns>The id the confirmation page works with.</returns>
/// <exception cref="RuleBroken"><c>contact.unreadable</c>, <c>user.name</c>, <c>terms.required</c>, <c>password.*</c>, <c>code.too_many</c></exception>
public sealed record Register(string Contact, string FullName, string Password, bool AcceptsTerms, bool WantsNews) : ICommand<Guid>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Passwords passwords, OneTimeCodes codes, SettingsInForce settings, TimeProvider clock)
        : IRequestHandler<Register, Guid>
    {
        public async Task<Guid> Handle(Register request, CancellationToken cancellationToken)
        {
            var contact = Domain.Accounts.Contact.Require(request.Contact);
            var name = PersonName.Require(request.FullName);
            Passwords.Check(request.Password, Passwords.Least, contact.Value, name);
            if (!request.AcceptsTerms)
            {
                throw new RuleBroken("terms.required", "Akun dibuat setelah Anda menyetujui syarat dan ketentuan. Centang persetujuannya.");
            }

            var hash = await passwords.Hash(request.Password, cancellationToken);
            return await unitOfWork.Run(async () =>
            {
                var now = clock.GetUtcNow();
                var terms = await settings.Text(SettingCatalogue.TermsVersion, cancellationToken);
                var registration = Registration.Ask(contact, name, hash, terms, request.WantsNews, now);
                db.Registrations.Add(registration);
                return await SendCodeOrNotice(registration.Id, contact, now, cancellationToken);
            }, cancellationToken);
        }

        async Task<Guid> SendCodeOrNotice(Guid id, Contact contact, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (!await db.Users.ReachedAt(contact).AnyAsync(cancellationToken))
            {
                return (await codes.Send(id, CodePurpose.ConfirmContact, contact, cancellationToken)).Id;
            }

            var code = await codes.Pretend(id, CodePurpose.ConfirmContact, contact, cancellationToken);
            db.Messages.Add(new Message(contact.Channel, contact.Value, "Anda sudah punya akun Komeji",
                "Ada yang mendaftar di Komeji dengan kontak ini, padahal akunnya sudah ada. Bila itu Anda, buka Komeji lalu pilih Masuk, atau Lupa kata sandi. Bila bukan, abaikan: tidak ada yang berubah.", now));
            return code.Id;
        }
    }
}
