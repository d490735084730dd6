namespace Komeji.Domain.Legal;

/// <summary>A paper the office vouches for.</summary>
public enum DocumentKind
{
    /// <summary>KTP.</summary>
    IdentityCard,

    /// <summary>NIB.</summary>
    BusinessNumber,

    /// <summary>NPWP.</summary>
    TaxNumber,

    /// <summary>Akta and SK AHU, or the old Badan Hukum number of a cooperative.</summary>
    LegalEntity,

    /// <summary>Nomor Induk Koperasi.</summary>
    CooperativeNumber,

    /// <summary>P-IRT.</summary>
    HomeFoodPermit,

    /// <summary>BPOM: food, cosmetics, traditional medicine.</summary>
    FoodAndDrugPermit,
    Halal,

    /// <summary>The seller declares the goods not halal.</summary>
    NotHalal,
    Standard,
    Trademark,
}

public static class DocumentKinds
{
    public static readonly IReadOnlyList<DocumentKind> All = Enum.GetValues<DocumentKind>();

    /// <summary>The paper's word in addresses and in the list of what is asked for.</summary>
    public static string Word(this DocumentKind kind) => kind switch
    {
        DocumentKind.IdentityCard => "ktp",
        DocumentKind.BusinessNumber => "nib",
        DocumentKind.TaxNumber => "npwp",
        DocumentKind.LegalEntity => "akta",
        DocumentKind.CooperativeNumber => "nik-koperasi",
        DocumentKind.HomeFoodPermit => "p-irt",
        DocumentKind.FoodAndDrugPermit => "bpom",
        DocumentKind.Halal => "halal",
        DocumentKind.NotHalal => "tidak-halal",
        DocumentKind.Standard => "sni",
        DocumentKind.Trademark => "merek",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <returns>Null when there is no such paper.</returns>
    public static DocumentKind? Find(string word) => All.Cast<DocumentKind?>().FirstOrDefault(kind => kind!.Value.Word() == word);

    /// <summary>Its number says who a person is, or what it owns: masked, sealed, and known by its index only.</summary>
    public static bool IsPersonal(this DocumentKind kind) => kind is DocumentKind.IdentityCard or DocumentKind.TaxNumber;

    /// <summary>It says who the seller or the business is, so a shop has one at a time; permits of goods may stand side by side.</summary>
    public static bool IsOneOfAKind(this DocumentKind kind) =>
        kind is DocumentKind.IdentityCard or DocumentKind.BusinessNumber or DocumentKind.TaxNumber or DocumentKind.LegalEntity or DocumentKind.CooperativeNumber;

    /// <summary>A declaration has none.</summary>
    public static bool HasNumber(this DocumentKind kind) => kind != DocumentKind.NotHalal;
}
