using System.Security.Claims;
using Komeji.Domain.Accounts;

namespace Komeji.Web.Areas.Operations.Messages;

/// <summary>
/// Who may read codes in the post. Whoever reads another person's code can enter her account, so nobody does: except where the product is
/// developed and no mail server carries a code to anyone, and there whoever runs it, not who serves callers.
/// </summary>
public static class CodesInPost
{
    /// <param name="development">The product runs in Development.</param>
    /// <param name="anyProvider">Some provider sends messages.</param>
    public static bool MayRead(bool development, bool anyProvider, ClaimsPrincipal staff) =>
        development && !anyProvider && (staff.IsInRole(Roles.Operator) || staff.IsInRole(Roles.Admin));
}
