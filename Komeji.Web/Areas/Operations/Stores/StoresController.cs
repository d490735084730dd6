using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Stores;

/// <summary>
/// Shops and how they stand: opened where that needs a person, suspended, looked at again, closed. Administrators suspend and close; an
/// operator too opens and hears appeals, so that there is another person for that.
/// </summary>
[Area("Operations"), Authorize("Shops"), Route("/operator/toko")]
public sealed class StoresController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? lihat, string? q, int hal = 1)
    {
        var tab = StoreTab.Find(lihat);
        var words = PlainText.Cut(q ?? "", 100);
        return View("/Areas/Operations/Stores/Index.cshtml", new StoresView(tab, words, await Send(new ListStores(tab.State, tab.Waiting, words, hal))));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id) => Page(id);

    [HttpPost("{id:guid}/buka")]
    public Task<IActionResult> Activate(Guid id, StoreReasonForm form) => Decide(id, () => Send(new ActivateStore(new StoreId(id), form.Alasan!)), "Toko dibuka dan pemiliknya diberi tahu.");

    [HttpPost("{id:guid}/tangguhkan"), Authorize(nameof(Roles.Admin))]
    public Task<IActionResult> Suspend(Guid id, SuspensionForm form) => Decide(id, () => Send(new SuspendStore(new StoreId(id), form.Alasan!, form.Ditinjau!.Value)), "Toko ditangguhkan dan pemiliknya diberi tahu.");

    [HttpPost("{id:guid}/perpanjang")]
    public Task<IActionResult> Keep(Guid id, SuspensionForm form) => Decide(id, () => Send(new KeepStoreSuspended(new StoreId(id), form.Alasan!, form.Ditinjau!.Value)), "Toko tetap ditangguhkan dan pemiliknya diberi tahu.");

    [HttpPost("{id:guid}/buka-lagi")]
    public Task<IActionResult> Reopen(Guid id, StoreReasonForm form) => Decide(id, () => Send(new ReopenStore(new StoreId(id), form.Alasan!)), "Toko buka lagi dan pemiliknya diberi tahu.");

    [HttpPost("{id:guid}/tutup"), Authorize(nameof(Roles.Admin))]
    public Task<IActionResult> Close(Guid id, StoreReasonForm form) => Decide(id, () => Send(new CloseStore(new StoreId(id), form.Alasan!)), "Toko ditutup dan pemiliknya diberi tahu.");

    Task<IActionResult> Decide(Guid id, Func<Task> act, string done) => Attempt(
        async () =>
        {
            await act();
            Flash(done);
            return One(id);
        },
        () => Page(id));

    async Task<IActionResult> Page(Guid id) => View("/Areas/Operations/Stores/Show.cshtml", await Send(new ShowStoreDesk(new StoreId(id))));

    RedirectResult One(Guid id) => Redirect($"/operator/toko/{id}");
}

/// <summary>A part of the list of shops.</summary>
public sealed record StoreTab(string Slug, string Title, StoreState? State, bool Waiting = false)
{
    public static readonly IReadOnlyList<StoreTab> All =
    [
        new("perlu", "Perlu dilihat", null, true), new("semua", "Semua", null), new("aktif", "Aktif", StoreState.Active), new("ditangguhkan", "Ditangguhkan", StoreState.Suspended), new("ditutup", "Ditutup", StoreState.Closed),
    ];

    public static StoreTab Find(string? slug) => All.FirstOrDefault(t => t.Slug == slug) ?? All[0];
}

public sealed record StoresView(StoreTab Tab, string Words, PageOf<StoreRow> Stores);

public sealed class StoreReasonForm
{
    [Required(ErrorMessage = "Tulis alasannya, 10 sampai 500 huruf."), DataType(DataType.MultilineText), StringLength(500, MinimumLength = 10, ErrorMessage = "Tulis alasannya, 10 sampai 500 huruf.")]
    public string? Alasan { get; set; }
}

public sealed class SuspensionForm
{
    [Required(ErrorMessage = "Tulis alasannya, 10 sampai 500 huruf."), DataType(DataType.MultilineText), StringLength(500, MinimumLength = 10, ErrorMessage = "Tulis alasannya, 10 sampai 500 huruf.")]
    public string? Alasan { get; set; }

    [Required(ErrorMessage = "Pilih hari toko ditinjau lagi.")]
    public DateOnly? Ditinjau { get; set; }
}
