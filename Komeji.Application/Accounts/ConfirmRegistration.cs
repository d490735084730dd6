using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>The code came back from the contact: the account is made, with the consents given when it was asked for.</summary>
/// <returns>Who may sign in now; null when the code is wrong, used, old or tried too often (the failure is remembered).</returns>
/// <exception cref="RuleBroken"><c>contact.taken</c>: meanwhile another registration made the account.</exception>
public sealed record ConfirmRegistration(Guid CodeId, string Code) : ICommand<SignInPass?>
{
    internal sealed class Handler(IKomejiDb db, OneTimeCodes oneTimeCodes, UserManager<User> users, ICodes random, TimeProvider clock)
        : IRequestHandler<ConfirmRegistration, SignInPass?>
    {
        public async Task<SignInPass?> Handle(ConfirmRegistration request, CancellationToken cancellationToken)
        {
            var codes = db.OneTimeCodes.Where(c => c.Id == request.CodeId && c.Purpose == CodePurpose.ConfirmContact);
            if (await codes.Select(c => c.Destination).SingleOrDefaultAsync(cancellationToken) is not { } destination)
            {
                return null;
            }

            // A pressed button is pressed twice, and two registrations may have asked for one contact.
            await db.TakeTurn("contact " + destination, cancellationToken);
            var now = clock.GetUtcNow();
            var code = await codes.SingleAsync(cancellationToken);
            if (!code.Try(oneTimeCodes.Hash(code, request.Code), now))
            {
                return null;
            }

            var registration = await db.Registrations.SingleAsync(r => r.Id == code.UserId, cancellationToken);
            registration.Confirm(now);
            var user = await Make(registration, now, cancellationToken);
            Keep(registration, now);
            return new SignInPass(user.Id, user.SecurityStamp!);
        }

        async Task<User> Make(Registration registration, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var contact = Contact.Require(registration.Contact);
            if (await db.Users.ReachedAt(contact).AnyAsync(cancellationToken))
            {
                throw new RuleBroken("contact.taken", "Kontak ini sudah punya akun. Silakan masuk, atau atur ulang kata sandinya.");
            }

            var user = User.Create(registration.Id, contact, registration.FullName, random.Token(), now);
            user.PasswordHash = registration.PasswordHash;
            var made = await users.CreateAsync(user);
            return made.Succeeded ? user : throw new InvalidOperationException($"Identity refused an account: {string.Join(", ", made.Errors.Select(e => e.Code))}");
        }

        void Keep(Registration registration, DateTimeOffset now)
        {
            db.Consents.Add(new Consent(registration.Id, Consent.Terms, registration.TermsVersion, true, "web", now));
            if (registration.WantsNews)
            {
                db.Consents.Add(new Consent(registration.Id, Consent.News, registration.TermsVersion, true, "web", now));
            }
        }
    }
}
