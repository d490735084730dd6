using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>The owner as on the identity card.</summary>
public sealed record OwnerFacts(string Name, KeptNumber Nik, string Phone);

/// <param name="Name">Of a form that has its own; empty for a person's business.</param>
/// <param name="Nib">Empty while it is in process.</param>
/// <param name="Capital">Without land and buildings.</param>
/// <param name="YearlySales">Of the last year, or expected.</param>
public sealed record BusinessFacts(LegalForm Form, string Name, string Nib, Kbli Kbli, Rupiah Capital, Rupiah YearlySales);

public sealed record BankFacts(string Bank, KeptNumber Account, string Holder);

/// <summary>Where the shop is and how goods leave it.</summary>
public sealed record PlaceFacts(string VillageCode, string Street, IReadOnlyList<string> CourierServices, bool OffersPickup);

/// <summary>
/// What a seller has said about herself and her business, step by step, each kept as it is said: from the first step towards a shop on.
/// Numbers that say who she is or what she owns are here only sealed and masked.
/// </summary>
public sealed class LegalProfile : Aggregate
{
    /// <summary>A changed bank account waits, so that who has it changed by a thief can say no.</summary>
    public static readonly TimeSpan CoolingOff = TimeSpan.FromDays(3);

    bool? hadBank;

    LegalProfile() { }

    public UserId OwnerId { get; private set; }
    public string OwnerName { get; private set; } = "";

    /// <summary>Masked.</summary>
    public string Nik { get; private set; } = "";
    public string NikSealed { get; private set; } = "";
    public string NikIndex { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public LegalForm Form { get; private set; }
    public string BusinessName { get; private set; } = "";
    public string Nib { get; private set; } = "";
    public string KbliCode { get; private set; } = "";
    public int KbliEdition { get; private set; }
    public Rupiah Capital { get; private set; }
    public Rupiah YearlySales { get; private set; }
    public string VillageCode { get; private set; } = "";
    public string Street { get; private set; } = "";
    public string CourierServices { get; private set; } = "";
    public bool OffersPickup { get; private set; }
    public string ShopName { get; private set; } = "";
    public string ShopDescription { get; private set; } = "";
    public string Bank { get; private set; } = "";

    /// <summary>Masked.</summary>
    public string Account { get; private set; } = "";
    public string AccountSealed { get; private set; } = "";
    public string AccountIndex { get; private set; } = "";
    public string AccountHolder { get; private set; } = "";
    public string NextBank { get; private set; } = "";
    public string NextAccount { get; private set; } = "";
    public string NextAccountSealed { get; private set; } = "";
    public string NextAccountIndex { get; private set; } = "";
    public string NextAccountHolder { get; private set; } = "";
    public DateTimeOffset? NextAccountFrom { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public bool HasOwner => NikIndex.Length > 0;

    /// <summary>The edition comes with the step, also where the code is not known yet.</summary>
    public bool HasBusiness => KbliEdition > 0;
    public bool HasPlace => Street.Length > 0;
    public bool HasShop => ShopName.Length > 0;

    /// <summary>An account told in the name that holds now: after another name it is to be told again.</summary>
    public bool HasBank => hadBank ?? (AccountIndex.Length > 0 && PlainText.SameName(AccountHolder, AccountName));

    /// <summary>The name a bank account of the business carries.</summary>
    public string AccountName => HasBusiness && Form.HasOwnName() ? BusinessName : OwnerName;

    public static LegalProfile Begin(UserId owner, DateTimeOffset now) => new() { OwnerId = owner, BegunAt = now, ChangedAt = now };

    /// <exception cref="RuleBroken"><c>legal.owner_name</c></exception>
    public void TellOwner(OwnerFacts facts, DateTimeOffset now)
    {
        var name = PlainText.Name(facts.Name);
        if (name.Length is < 3 or > 80)
        {
            throw new RuleBroken("legal.owner_name", "Tulis nama lengkap seperti di KTP, 3 sampai 80 huruf.");
        }

        (OwnerName, Nik, NikSealed, NikIndex, Phone, ChangedAt) = (name, facts.Nik.Shown, facts.Nik.Sealed, facts.Nik.Index, facts.Phone, now);
    }

    /// <summary>These make it another business before the law: another form, name or NIB.</summary>
    public bool Renames(BusinessFacts facts) => facts.Form != Form || (facts.Form.HasOwnName() ? PlainText.Name(facts.Name) : "") != BusinessName || facts.Nib != Nib;

    /// <exception cref="RuleBroken"><c>legal.business_name</c>, <c>legal.amounts</c></exception>
    public void TellBusiness(BusinessFacts facts, DateTimeOffset now)
    {
        var name = facts.Form.HasOwnName() ? PlainText.Name(facts.Name) : "";
        if (facts.Form.HasOwnName() && name.Length is < 3 or > 100)
        {
            throw new RuleBroken("legal.business_name", "Tulis nama badan usaha seperti di akta atau NIB, 3 sampai 100 huruf.");
        }

        if (facts.Capital.IsNegative || facts.YearlySales.IsNegative)
        {
            throw new RuleBroken("legal.amounts", "Modal dan penjualan setahun tidak boleh kurang dari nol.");
        }

        (Form, BusinessName, Nib) = (facts.Form, name, facts.Nib);
        (KbliCode, KbliEdition, Capital, YearlySales, ChangedAt) = (facts.Kbli.Code, facts.Kbli.Edition, facts.Capital, facts.YearlySales, now);
    }

    /// <exception cref="RuleBroken"><c>store.delivery</c>, <c>legal.street</c></exception>
    public void TellPlace(PlaceFacts facts, DateTimeOffset now)
    {
        if (facts.CourierServices.Count == 0 && !facts.OffersPickup)
        {
            throw new RuleBroken("store.delivery", "Pilih paling sedikit satu kurir atau ambil di toko.");
        }

        var street = facts.Street.Trim();
        if (street.Length is < 5 or > 200)
        {
            throw new RuleBroken("legal.street", "Jalan dan nomor 5 sampai 200 huruf.");
        }

        (VillageCode, Street, CourierServices, OffersPickup, ChangedAt) = (facts.VillageCode, street, string.Join(',', facts.CourierServices), facts.OffersPickup, now);
    }

    /// <param name="name">Checked as a shop's name.</param>
    public void TellShop(string name, string description, DateTimeOffset now) =>
        (ShopName, ShopDescription, ChangedAt) = (name, PlainText.Cut(description.Trim(), 2_000), now);

    /// <summary>The first account holds at once; another one only after three days.</summary>
    /// <returns>Whether it has to wait, so that the owner is told.</returns>
    /// <exception cref="RuleBroken"><c>legal.holder</c>, <c>legal.order</c></exception>
    public bool TellBank(BankFacts facts, DateTimeOffset now)
    {
        if (!HasOwner || !HasBusiness)
        {
            throw new RuleBroken("legal.order", "Isi data pemilik dan usaha dahulu, lalu rekeningnya.");
        }

        if (!PlainText.SameName(facts.Holder, AccountName))
        {
            throw new RuleBroken("legal.holder", $"Nama pemilik rekening harus sama dengan {AccountName}. Pakai rekening atas nama itu, atau perbaiki data pemilik atau usaha.");
        }

        Settle(now);
        ChangedAt = now;
        var holder = PlainText.Name(facts.Holder);
        if (AccountIndex.Length == 0)
        {
            (Bank, Account, AccountSealed, AccountIndex, AccountHolder) = (facts.Bank, facts.Account.Shown, facts.Account.Sealed, facts.Account.Index, holder);
            return false;
        }

        if (facts.Account.Index == AccountIndex && facts.Bank == Bank)
        {
            AccountHolder = holder;
            ForgetNext();
            return false;
        }

        (NextBank, NextAccount, NextAccountSealed, NextAccountIndex, NextAccountHolder, NextAccountFrom) =
            (facts.Bank, facts.Account.Shown, facts.Account.Sealed, facts.Account.Index, holder, now + CoolingOff);
        return true;
    }

    /// <summary>The owner did not ask for the change.</summary>
    public void KeepBank(DateTimeOffset now)
    {
        Settle(now);
        ForgetNext();
    }

    /// <summary>An account whose waiting time is over takes the old one's place.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (NextAccountFrom <= now)
        {
            (Bank, Account, AccountSealed, AccountIndex, AccountHolder) = (NextBank, NextAccount, NextAccountSealed, NextAccountIndex, NextAccountHolder);
            ForgetNext();
        }
    }

    /// <summary>For the eyes of somebody who helps: not even what else is shown of them. What is hidden must not be saved.</summary>
    public void HideNumbers()
    {
        hadBank = HasBank;
        Nik = Hidden(Nik);
        (Bank, Account, AccountHolder) = (Hidden(Bank), Hidden(Account), Hidden(AccountHolder));
        (NextBank, NextAccount, NextAccountHolder) = (Hidden(NextBank), Hidden(NextAccount), Hidden(NextAccountHolder));
    }

    static string Hidden(string shown) => shown.Length == 0 ? "" : "••••";

    void ForgetNext() =>
        (NextBank, NextAccount, NextAccountSealed, NextAccountIndex, NextAccountHolder, NextAccountFrom) = ("", "", "", "", "", null);
}
