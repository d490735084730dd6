using Komeji.Domain.Accounts;

namespace Komeji.Application.Accounts;

/// <summary>Roles as pages call them.</summary>
public static class RoleNames
{
    public static string Of(string role) => role switch
    {
        Roles.Operator => "Operator",
        Roles.CallCentre => "Layanan pelanggan",
        Roles.Finance => "Keuangan",
        Roles.Board => "Pengurus",
        Roles.Supervisor => "Pengawas",
        Roles.Maintenance => "Teknisi",
        Roles.Admin => "Administrator",
        Roles.Verifier => "Verifikator Dinas Koperasi",
        Roles.Mentor => "Pendamping",
        Roles.CommunityHead => "Pengurus komunitas",
        _ => role,
    };
}
