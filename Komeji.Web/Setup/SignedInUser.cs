using System.Security.Claims;
using Komeji.Application.Common;
using Komeji.Domain.Common;

namespace Komeji.Web.Setup;

/// <summary>The person of the current request, from the session's ticket.</summary>
public sealed class SignedInUser(IHttpContextAccessor accessor) : ICurrentUser
{
    public const string TerritoryClaim = "komeji:wilayah";

    ClaimsPrincipal? Principal => accessor.HttpContext?.User;

    public UserId? Id => Guid.TryParse(Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new UserId(id) : null;

    public string Name => Principal?.Identity?.Name ?? "";

    public bool IsIn(string role) => Principal?.IsInRole(role) == true;

    public IReadOnlyList<string> Territories(string role) =>
        [.. Principal?.FindAll(TerritoryClaim).Select(c => c.Value.Split('|')).Where(v => v[0] == role).Select(v => v[1]) ?? []];
}
