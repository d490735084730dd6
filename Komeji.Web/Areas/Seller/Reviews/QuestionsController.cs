using Komeji.Application.Common;
using Komeji.Application.Reviews;
using Komeji.Application.Reviews.Reports;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Reviews;

/// <summary>What is asked about the shop's goods; those that wait come first.</summary>
[Area("Seller"), NeedsRight(ShopRights.Products), Route("/penjual/pertanyaan"), OwnerRule("pemilik toko")]
public sealed class QuestionsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? tampil, int hal = 1) =>
        View("/Areas/Seller/Reviews/Questions.cshtml", new ShopQuestionsPage(await Send(new ListShopQuestions(tampil != "semua", hal)), tampil != "semua"));

    [HttpGet("ekspor"), Download]
    public async Task<IActionResult> Export(string? tampil, string? bentuk) => TalkFile.Of(await Send(new ExportShopQuestions(tampil != "semua")), "Pertanyaan", bentuk == "xlsx");

    [HttpPost("{id:guid}/jawaban")]
    public Task<IActionResult> Answer(Guid id, AnswerForm form, [FromForm] string? tampil, [FromForm] int hal = 1) =>
        Attempt(() => Send(new AnswerQuestion(new QuestionId(id), form.Jawaban ?? "")), "Jawaban tampil di halaman produk.", Back(tampil, hal), () => Index(tampil, hal));

    /// <summary>Against an officer who hid the answer.</summary>
    [HttpPost("{id:guid}/keberatan")]
    public Task<IActionResult> Appeal(Guid id, AppealAnswerForm form, [FromForm] string? tampil, [FromForm] int hal = 1) => Attempt(
        () => Send(new AppealAnswer(TextKind.QuestionAnswer, id, form.Keberatan ?? "")), "Keberatan diajukan. Petugas lain memeriksanya dan Anda diberi tahu.", Back(tampil, hal), () => Index(tampil, hal));

    LocalRedirectResult Back(string? tampil, int hal) => LocalRedirect(ShopQuestionsPage.At(hal, tampil != "semua").Address);
}

/// <param name="Waiting">Only those without an answer.</param>
public sealed record ShopQuestionsPage(PageOf<ShopQuestionRow> Questions, bool Waiting)
{
    public ListPlace Place => At(Questions.Number, Waiting);

    public static ListPlace At(int page, bool waiting) => ListPlace.Of("/penjual/pertanyaan", page, ("tampil", waiting ? null : "semua"));
}
