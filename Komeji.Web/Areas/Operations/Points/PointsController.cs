using Komeji.Application.Common;
using Komeji.Application.Regions;
using Komeji.Application.Shipping.Points;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Points;

/// <summary>Community points and who keeps them.</summary>
[Area("Operations"), Authorize("Points"), Route("/operator/titik-ambil")]
public sealed class PointsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, int hal = 1) => View(new PointsPage(await Send(new ListPoints(q, hal)), q));

    [HttpGet("tambah")]
    public Task<IActionResult> Add() => Edit(new PointForm());

    [HttpPost("tambah")]
    public Task<IActionResult> Add(PointForm form) => Save(null, form);

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await Edit(PointForm.Of(await Send(new ShowPoint(new PointId(id)))));

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, PointForm form)
    {
        form.Point = await Send(new ShowPoint(new PointId(id)));
        return await Save(new PointId(id), form);
    }

    [HttpPost("{id:guid}/buka")]
    public Task<IActionResult> Open(Guid id) => Press(() => Send(new SetPointOpen(new PointId(id), true)), "Titik dibuka dan ditawarkan kepada pembeli.", One(id));

    [HttpPost("{id:guid}/tutup")]
    public Task<IActionResult> Close(Guid id) => Press(() => Send(new SetPointOpen(new PointId(id), false)), "Titik ditutup. Paket yang sudah dipesan tetap dilayani.", One(id));

    [HttpPost("{id:guid}/petugas")]
    public Task<IActionResult> Appoint(Guid id, [FromForm] string? kontak) =>
        Attempt(() => Send(new AppointKeeper(new PointId(id), kontak ?? "")), "Petugas ditunjuk. Halaman kerjanya di /titik-ambil.", One(id), () => Show(id));

    [HttpPost("{id:guid}/petugas/{orang:guid}/lepas")]
    public Task<IActionResult> Dismiss(Guid id, Guid orang) => Press(() => Send(new DismissKeeper(new PointId(id), new UserId(orang))), "Petugas dilepas.", One(id));

    async Task<IActionResult> Save(PointId? id, PointForm form)
    {
        if (form.IsStep)
        {
            ModelState.Clear();
            return await Edit(form);
        }

        return await Attempt(
            async () =>
            {
                var saved = await Send(new SavePoint(id, form.ToFacts()));
                Flash(id is null ? "Titik disimpan. Tunjuk petugasnya, lalu buka." : "Titik disimpan.");
                return One(saved.Value);
            },
            () => Edit(form));
    }

    async Task<IActionResult> Edit(PointForm form)
    {
        form.Picker = await Send(new PickRegion(form.Hints));
        return View("Edit", form);
    }

    RedirectResult One(Guid id) => Redirect($"/operator/titik-ambil/{id}");
}

public sealed record PointsPage(PageOf<PointRow> Points, string? Words);
