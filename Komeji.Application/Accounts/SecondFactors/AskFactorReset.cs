using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>Phone and recovery codes are lost: sends a code to the person's contact, with which <see cref="ConfirmFactorReset"/> asks.</summary>
/// <param name="Pass">What the right password gave.</param>
/// <returns>The id the next page works with.</returns>
/// <exception cref="RuleBroken"><c>code.too_many</c>, <c>factor_reset.expired</c></exception>
public sealed record AskFactorReset(SignInPass Pass) : ICommand<Guid>
{
    internal sealed class Handler(IKomejiDb db, OneTimeCodes codes) : IRequestHandler<AskFactorReset, Guid>
    {
        public async Task<Guid> Handle(AskFactorReset request, CancellationToken cancellationToken)
        {
            var user = await db.StillSigningIn(request.Pass, cancellationToken);
            return (await codes.SendTo(user, CodePurpose.ResetSecondFactor, cancellationToken)).Id;
        }
    }
}

static class FactorResets
{
    /// <exception cref="RuleBroken"><c>factor_reset.expired</c>: meanwhile the password changed, the person was banned or has no factor any more.</exception>
    public static async Task<User> StillSigningIn(this IKomejiDb db, SignInPass pass, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == pass.UserId && u.SecurityStamp == pass.Stamp && u.BannedAt == null && u.TwoFactorEnabled, cancellationToken)
            ?? throw new RuleBroken("factor_reset.expired", "Langkah masuk ini sudah tidak berlaku. Masuklah sekali lagi dengan kata sandi Anda.");

    public static async Task CancelFactorResets(this IKomejiDb db, Guid userId, Actor by, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var reset in await db.FactorResets.Where(r => r.UserId == userId && r.State == FactorResetState.Waiting).ToListAsync(cancellationToken))
        {
            reset.Cancel(by, why, now);
        }
    }

    /// <summary>How many administrators must agree for this person, by the roles and the shop held at this moment.</summary>
    public static async Task<int> ApprovalsNeededFor(this IKomejiDb db, Guid userId, CancellationToken cancellationToken)
    {
        var owner = new UserId(userId);
        return FactorReset.ApprovalsFor(
            await db.RoleGrants.HeldBy(userId).AnyAsync(cancellationToken),
            await db.Stores.AnyAsync(s => s.OwnerId == owner, cancellationToken));
    }
}
