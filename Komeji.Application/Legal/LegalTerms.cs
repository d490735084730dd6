using Komeji.Application.Settings;
using Komeji.Domain.Legal;

namespace Komeji.Application.Legal;

/// <summary>What the settings ask of shops now.</summary>
public sealed class LegalTerms(SettingsInForce settings)
{
    public async Task<Checklist> ByForm(CancellationToken cancellationToken) => Checklist.Read(await settings.Text(SettingCatalogue.LegalByForm, cancellationToken));

    public async Task<Checklist> ByCategory(CancellationToken cancellationToken) => Checklist.Read(await settings.Text(SettingCatalogue.LegalByCategory, cancellationToken));

    public async Task<NibTerms> Nib(CancellationToken cancellationToken) => new(
        await settings.Number(SettingCatalogue.LegalMonths, cancellationToken), await settings.Number(SettingCatalogue.LegalOldMonths, cancellationToken));

    public async Task<PermitTerms> Permits(CancellationToken cancellationToken) => new(await settings.Number(SettingCatalogue.PermitGraceDays, cancellationToken));
}

/// <summary>What is asked until somebody decides otherwise.</summary>
static class LegalDefaults
{
    public const string ByForm =
        "perorangan=ktp,nib; pt-perorangan=ktp,nib,npwp,akta; cv=ktp,nib,npwp,akta; firma=ktp,nib,npwp,akta; pt=ktp,nib,npwp,akta; koperasi=ktp,nib,npwp,akta,nik-koperasi; bumdes=ktp,nib,npwp,akta; yayasan=ktp,nib,npwp,akta; perkumpulan=ktp,nib,npwp,akta";

    public const string ByCategory =
        "makanan=p-irt|bpom,halal|tidak-halal; minuman=p-irt|bpom,halal|tidak-halal; bumbu-dapur=p-irt|bpom,halal|tidak-halal; makanan-siap-saji=halal|tidak-halal; jamu=bpom,halal|tidak-halal; kecantikan=bpom; mainan=sni; elektronik=sni; katering=halal|tidak-halal; telur-daging=halal|tidak-halal";

    public static void Check(string text) => Checklist.Read(text);
}
