using System.Globalization;
using System.Security.Claims;
using Komeji.Application.Accounts;
using Komeji.Domain.Common;

namespace Komeji.Web.Setup;

/// <summary>Whom the person helps as a mentor in this session, as its ticket carries it.</summary>
public static class HelpingClaims
{
    const string Session = "komeji:pendampingan";
    const string Name = "komeji:yang-didampingi";
    const string Until = "komeji:pendampingan-sampai";
    const string OnePhone = "komeji:satu-hp";

    public static IEnumerable<Claim> Of(Helping helping)
    {
        yield return new Claim(Session, helping.Id.Value.ToString());
        yield return new Claim(Name, helping.Name);
        yield return new Claim(Until, helping.Until.UtcTicks.ToString(CultureInfo.InvariantCulture));
        if (helping.OnOnePhone)
        {
            yield return new Claim(OnePhone, "");
        }
    }

    /// <returns>Null when the person works for herself.</returns>
    public static Helping? Read(ClaimsPrincipal? person) =>
        Guid.TryParse(person?.FindFirstValue(Session), out var id) && long.TryParse(person.FindFirstValue(Until), CultureInfo.InvariantCulture, out var ticks)
            ? new Helping(new MentoringId(id), person.FindFirstValue(Name) ?? "", new DateTimeOffset(ticks, TimeSpan.Zero), person.HasClaim(c => c.Type == OnePhone))
            : null;
}
