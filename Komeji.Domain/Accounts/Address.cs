using Komeji.Domain.Common;

namespace Komeji.Domain.Accounts;

/// <summary>Where a person receives goods.</summary>
public sealed class Address : Aggregate
{
    public const int MostPerPerson = 20;

    Address() { }

    public AddressId Id { get; private set; }
    public UserId OwnerId { get; private set; }

    /// <summary>What the person calls it: Rumah, Kantor.</summary>
    public string Label { get; private set; } = "";
    public string Recipient { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public string Street { get; private set; } = "";

    /// <summary><c>003/007</c>, or empty.</summary>
    public string RtRw { get; private set; } = "";
    public string Hamlet { get; private set; } = "";
    public string VillageCode { get; private set; } = "";
    public string PostalCode { get; private set; } = "";
    public string Landmark { get; private set; } = "";
    public bool IsDefault { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Street, RT/RW and hamlet on one line, as a label prints them.</summary>
    public string StreetLine => StreetLineOf(Street, RtRw, Hamlet);

    public static Address Of(UserId ownerId, AddressFacts facts, DateTimeOffset now)
    {
        var address = new Address { Id = AddressId.New(now), OwnerId = ownerId };
        address.Change(facts);
        return address;
    }

    /// <exception cref="RuleBroken"><c>address.phone</c>, <c>address.incomplete</c>, <c>address.rt_rw</c></exception>
    public void Change(AddressFacts facts)
    {
        Phone = PhoneNumber.Normalise(facts.Phone)
            ?? throw new RuleBroken("address.phone", "Nomor telepon penerima harus nomor ponsel Indonesia, misalnya 0812-3456-7890.");
        if (facts.Recipient.Trim().Length is < 2 or > 80 || facts.Street.Trim().Length is < 5 or > 200)
        {
            throw new RuleBroken("address.incomplete", "Isi nama penerima dan jalan beserta nomor rumah.");
        }

        var rtRw = facts.RtRw.Trim();
        var parts = rtRw.Split('/');
        if (rtRw.Length > 0 && (parts.Length != 2 || parts.Any(p => p.Length is < 1 or > 3 || !p.All(char.IsAsciiDigit))))
        {
            throw new RuleBroken("address.rt_rw", "Tulis RT/RW seperti 003/007, atau kosongkan.");
        }

        Label = facts.Label.Trim();
        Recipient = facts.Recipient.Trim();
        Street = facts.Street.Trim();
        RtRw = rtRw;
        Hamlet = facts.Hamlet.Trim();
        VillageCode = facts.VillageCode;
        PostalCode = facts.PostalCode.Trim();
        Landmark = facts.Landmark.Trim();
    }

    /// <inheritdoc cref="StreetLine"/>
    public static string StreetLineOf(string street, string rtRw, string hamlet) =>
        string.Join(", ", new[] { street, rtRw.Length == 0 ? "" : "RT/RW " + rtRw, hamlet }.Where(part => part.Length > 0));

    public void MakeDefault() => IsDefault = true;

    public void NoLongerDefault() => IsDefault = false;

    /// <summary>Hides it; orders keep their own copy.</summary>
    public void Remove(DateTimeOffset now)
    {
        RemovedAt ??= now;
        IsDefault = false;
    }
}

public sealed record AddressFacts(
    string Label,
    string Recipient,
    string Phone,
    string Street,
    string RtRw,
    string Hamlet,
    string VillageCode,
    string PostalCode,
    string Landmark);
