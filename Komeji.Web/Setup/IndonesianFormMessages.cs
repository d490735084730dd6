using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Komeji.Web.Setup;

/// <summary>What forms say about a value of the wrong shape.</summary>
static class IndonesianFormMessages
{
    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => $"{field} tidak terbaca. Periksa kembali isinya.");
        messages.SetMissingBindRequiredValueAccessor(field => $"{field} harus diisi.");
        messages.SetMissingKeyOrValueAccessor(() => "Bagian ini harus diisi.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Isian tidak boleh kosong.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Isian tidak terbaca. Periksa kembali.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Isian tidak terbaca. Periksa kembali.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Isi dengan angka bulat.");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{field} tidak terbaca. Periksa kembali isinya.");
        messages.SetValueIsInvalidAccessor(_ => "Isian tidak terbaca. Periksa kembali.");
        messages.SetValueMustBeANumberAccessor(field => $"{field} harus berupa angka bulat.");
        messages.SetValueMustNotBeNullAccessor(_ => "Bagian ini harus diisi.");
    }
}
