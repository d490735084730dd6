namespace Komeji.Domain.Legal;

/// <summary>What the business is before the law.</summary>
public enum LegalForm
{
    /// <summary>Usaha orang perseorangan, UD.</summary>
    Individual,

    /// <summary>Perseroan perorangan: one founder.</summary>
    OnePersonCompany,
    LimitedPartnership,
    Firm,
    Company,
    Cooperative,
    VillageEnterprise,
    Foundation,
    Association,
}

public static class LegalForms
{
    /// <summary>It has a name of its own, which its bank account carries; a person trades under the person's.</summary>
    public static bool HasOwnName(this LegalForm form) => form != LegalForm.Individual;

    /// <summary>The name of a form in the list of what each must bring.</summary>
    public static string Word(this LegalForm form) => form switch
    {
        LegalForm.Individual => "perorangan",
        LegalForm.OnePersonCompany => "pt-perorangan",
        LegalForm.LimitedPartnership => "cv",
        LegalForm.Firm => "firma",
        LegalForm.Company => "pt",
        LegalForm.Cooperative => "koperasi",
        LegalForm.VillageEnterprise => "bumdes",
        LegalForm.Foundation => "yayasan",
        LegalForm.Association => "perkumpulan",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };
}
