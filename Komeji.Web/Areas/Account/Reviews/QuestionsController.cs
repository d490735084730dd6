using Komeji.Application.Reviews;
using Komeji.Application.Reviews.Reports;
using Komeji.Domain.Reviews;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Reviews;

/// <summary>What the person asked about products.</summary>
[Area("Account"), Route("/akun/pertanyaan"), OwnerRule("penanya")]
public sealed class QuestionsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int hal = 1) => View("/Areas/Account/Reviews/Questions.cshtml", await Send(new ListMyQuestions(hal)));

    /// <summary>Against an officer who hid the question.</summary>
    [HttpPost("{id:guid}/keberatan")]
    public Task<IActionResult> Appeal(Guid id, AppealForm form, [FromForm] int hal = 1) => Attempt(
        () => Send(new AppealMyText(TextKind.Question, id, form.Keberatan ?? "")), "Keberatan diajukan. Petugas lain memeriksanya dan Anda diberi tahu.", LocalRedirect(ListPlace.Of("/akun/pertanyaan", hal).Address), () => Index(hal));
}
