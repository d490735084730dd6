using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>
/// The first administrator, by the command line. Later ones are made by an administrator at /operator/pengguna.
/// </summary>
/// <returns>Local address of the page where the password is set; it works once, for an hour, and is shown nowhere else.</returns>
/// <exception cref="RuleBroken"><c>admin.exists</c>, <c>admin.email</c></exception>
public sealed record CreateFirstAdmin(string Email) : ICommand<string>
{
    internal sealed class Handler(IKomejiDb db, OneTimeCodes codes, UserManager<User> users, ICodes random, TimeProvider clock)
        : IRequestHandler<CreateFirstAdmin, string>
    {
        public async Task<string> Handle(CreateFirstAdmin request, CancellationToken cancellationToken)
        {
            await db.TakeTurn("first administrator", cancellationToken);
            if (await db.RoleGrants.AnyAsync(g => g.Role == Roles.Admin && g.EndedAt == null, cancellationToken))
            {
                throw new RuleBroken("admin.exists", "Sudah ada administrator. Minta dia memberi peran di /operator/pengguna.");
            }

            if (Contact.Read(request.Email) is not { IsEmail: true } contact)
            {
                throw new RuleBroken("admin.email", "Tulis surel administrator, seperti nama@contoh.id.");
            }

            var now = clock.GetUtcNow();
            var user = await db.Users.ReachedAt(contact).SingleOrDefaultAsync(cancellationToken) ?? await Make(contact, now);
            var reason = "Administrator pertama, dari baris perintah";
            db.RoleGrants.Add(RoleGrant.Give(new UserId(user.Id), Roles.Admin, "", Actor.System, reason, now));
            db.StateChanges.Add(new StateChange(PersonHistory.Subject, user.Id, "", Roles.Admin, Actor.System, now, PersonHistory.RoleGiven, reason));
            var (code, secret) = await codes.Link(user.Id, contact, cancellationToken);
            return $"/atur-ulang?id={code.Id:N}&kunci={secret}";
        }

        async Task<User> Make(Contact contact, DateTimeOffset now)
        {
            var user = User.Create(Guid.CreateVersion7(now), contact, "Administrator", random.Token(), now);
            var made = await users.CreateAsync(user);
            return made.Succeeded ? user : throw new InvalidOperationException($"Identity refused an account: {string.Join(", ", made.Errors.Select(e => e.Code))}");
        }
    }
}
