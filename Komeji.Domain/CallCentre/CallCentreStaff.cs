using Komeji.Domain.Accounts;
using Komeji.Domain.Common;

namespace Komeji.Domain.CallCentre;

/// <summary>Who works for callers: the call centre and operators, and never in their own matter.</summary>
public static class CallCentreStaff
{
    public static readonly IReadOnlyList<string> MayServe = [Roles.CallCentre, Roles.Operator];

    /// <exception cref="RuleBroken"><c>ticket.not_staff</c>, <c>staff.own_case</c></exception>
    public static void Require(Actor by, UserId? person)
    {
        if (by.UserId is null || !MayServe.Contains(by.Role))
        {
            throw new RuleBroken("ticket.not_staff", "Hanya petugas call center dan operator yang melayani tiket dan catatan.");
        }

        if (person is { } about && about.Value == by.UserId)
        {
            throw new RuleBroken("staff.own_case", "Ini urusan Anda sendiri. Minta petugas lain yang menanganinya.");
        }
    }
}
