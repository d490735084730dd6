using System.Globalization;
using System.Security.Claims;
using Komeji.Application.Common;
using Komeji.Domain.Common;

namespace Komeji.Web.Setup;

/// <summary>The person of the current request, from the session's ticket.</summary>
public sealed class SignedInUser(IHttpContextAccessor accessor) : ICurrentUser
{
    public const string TerritoryClaim = "komeji:wilayah";

    public const string SessionClaim = "komeji:sesi";
    public const string SecondFactorClaim = "komeji:kode-kedua";
    public const string ProvenClaim = "komeji:bukti";

    public const string ShopNameClaim = "komeji:nama-toko";

    ClaimsPrincipal? Principal => accessor.HttpContext?.User;

    public UserId? Id => Guid.TryParse(Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new UserId(id) : null;

    public string Name => Principal?.Identity?.Name ?? "";

    public StoreId? Shop => Mentoring is null && Guid.TryParse(Principal?.FindFirstValue(Access.SellerClaim), out var id) ? new StoreId(id) : null;

    public MentoringId? Mentoring => HelpingClaims.Read(Principal)?.Id;

    public string? Session => Principal?.FindFirstValue(SessionClaim);

    public bool HasSecondFactor => Principal?.HasClaim(c => c.Type == SecondFactorClaim) == true;

    public DateTimeOffset? ProvenAt => long.TryParse(Principal?.FindFirstValue(ProvenClaim), CultureInfo.InvariantCulture, out var ticks)
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : null;

    public bool IsIn(string role) => Principal?.IsInRole(role) == true;

    public IReadOnlyList<string> Territories(string role) =>
        [.. Principal?.FindAll(TerritoryClaim).Select(c => c.Value.Split('|')).Where(v => v[0] == role).Select(v => v[1]) ?? []];
}
