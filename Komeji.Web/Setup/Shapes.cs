using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Accounts;

namespace Komeji.Web.Setup;

/// <summary>An Indonesian mobile number, however it is written. Told with the other fields; the domain keeps the rule.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MobileNumberAttribute : ValidationAttribute
{
    public MobileNumberAttribute() => ErrorMessage = "Tulis nomor ponsel Indonesia, misalnya 0812-3456-7890.";

    /// <remarks>An empty field is another's to refuse.</remarks>
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || PhoneNumber.Normalise(text) is not null;
}

/// <summary>An e-mail or a mobile number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContactShapeAttribute : ValidationAttribute
{
    public ContactShapeAttribute() => ErrorMessage = "Tulis surel seperti nama@contoh.id, atau nomor ponsel seperti 0812-3456-7890.";

    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Contact.Read(text) is not null;
}

/// <summary>A box that has to be ticked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TickedAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is true;
}
