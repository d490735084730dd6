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
    public Task<IActionResult> Answer(Guid id, AnswerForm form) =>
        Attempt(() => Send(new AnswerQuestion(new QuestionId(id), form.Jawaban ?? "")), "Jawaban tampil di halaman produk.", Redirect("/penjual/pertanyaan"), () => Index("semua"));

    /// <summary>Against an officer who hid the answer.</summary>
    [HttpPost("{id:guid}/keberatan")]
    public Task<IActionResult> Appeal(Guid id, AppealAnswerForm form) => Attempt(
        () => Send(new AppealAnswer(TextKind.QuestionAnswer, id, form.Keberatan ?? "")), "Keberatan diajukan. Petugas lain memeriksanya dan Anda diberi tahu.", Redirect("/penjual/pertanyaan"), () => Index("semua"));
}

/// <param name="Waiting">Only those without an answer.</param>
public sealed record ShopQuestionsPage(PageOf<ShopQuestionRow> Questions, bool Waiting);
