using System.Globalization;
using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Accounts;

/// <summary>Everybody who has an account, for administrators.</summary>
[Area("Operations"), Route("/operator/pengguna"), Authorize(Policy = nameof(Roles.Admin))]
public sealed class PeopleController : KomejiController
{
    const int LongestSearch = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, string? peran, int hal = 1)
    {
        var (search, role) = (Cut(q), peran ?? "");
        return View("/Areas/Operations/Accounts/Index.cshtml", new PeopleView(search, role, await Send(new ListPeople(search, role, hal))));
    }

    [HttpGet("csv"), Download]
    public async Task<IActionResult> Csv(string? q, string? peran)
    {
        var people = await Send(new ExportPeople(Cut(q), Cut(peran)));
        return CsvFile.Of("pengguna.csv", ["Nama", "Surel", "Telepon", "Terdaftar", "Peran", "Toko", "Status"], people.Select(Cells));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Operations/Accounts/Person.cshtml", new PersonView(await Send(new ShowPerson(id)), new GiveRoleForm()));

    static IEnumerable<string> Cells(PersonRow person) =>
    [
        person.Name,
        person.Email ?? "",
        person.Phone is { } phone ? PhoneNumber.Show(phone) : "",
        WaktuTagHelper.Show(person.RegisteredAt),
        string.Join("; ", person.Roles.Select(r => string.Create(CultureInfo.InvariantCulture, $"{RoleNames.Of(r.Role)} {r.Territory}").Trim())),
        person.Store ?? "",
        person.BannedAt is null ? "Aktif" : "Dinonaktifkan",
    ];

    static string Cut(string? text) => PlainText.Cut(text ?? "", LongestSearch);
}
