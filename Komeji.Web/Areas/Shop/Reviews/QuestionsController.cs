using System.ComponentModel.DataAnnotations;
using Komeji.Application.Reviews;
using Komeji.Domain.Reviews;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Reviews;

/// <summary>Asking about a product needs an account, so that the answer finds its way.</summary>
[Area("Shop"), Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class QuestionsController : KomejiController
{
    [HttpGet("/produk/{slug}/tanya/baru")]
    public Task<IActionResult> Ask(string slug) => Page(slug, new QuestionForm());

    [HttpPost("/produk/{slug}/tanya/baru")]
    public Task<IActionResult> Ask(string slug, QuestionForm form) => Attempt(
        () => Send(new AskQuestion(slug, form.Pertanyaan)), "Pertanyaan terkirim. Anda diberi tahu begitu dijawab.", Redirect($"/produk/{Uri.EscapeDataString(slug)}#tanya"), () => Page(slug, form));

    async Task<IActionResult> Page(string slug, QuestionForm form) => View("/Areas/Shop/Reviews/Ask.cshtml", new AskPage(await Send(new ListQuestions(slug)), form));
}

public sealed class QuestionForm
{
    [DataType(DataType.MultilineText), Display(Name = "Pertanyaan Anda"), Required(ErrorMessage = "Tulis pertanyaan Anda, 10 sampai 500 huruf."), StringLength(Question.LongestText, MinimumLength = 10, ErrorMessage = "Tulis pertanyaan Anda, 10 sampai 500 huruf.")]
    public string Pertanyaan { get; set; } = "";
}

/// <param name="Known">What was asked lately, so that nobody asks twice.</param>
public sealed record AskPage(ProductQuestions Known, QuestionForm Form);
