using Komeji.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Setup;

/// <summary>Binds, sends, redirects or renders. What a page says after a redirect goes through <see cref="Flash"/>.</summary>
public abstract class KomejiController : Controller
{
    public const string FlashKey = "flash";
    public const string FlashErrorKey = "flash-error";

    protected IMediator Mediator => HttpContext.RequestServices.GetRequiredService<IMediator>();

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    protected Task<TResult> Send<TResult>(IRequest<TResult> request) => Mediator.Send(request, Aborted);

    protected void Flash(string message) => TempData[FlashKey] = message;

    /// <summary>
    /// A form's post: a wrong shape or a broken rule shows the form again with what was typed and the reason; success goes on.
    /// </summary>
    /// <param name="act">Sends the command and redirects.</param>
    /// <param name="again">Renders the form as it was filled in.</param>
    protected async Task<IActionResult> Attempt(Func<Task<IActionResult>> act, Func<Task<IActionResult>> again)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await again();
        }

        try
        {
            return await act();
        }
        catch (RuleBroken refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await again();
        }
    }

    /// <summary>A form's post with nothing to show afterwards but that it was done.</summary>
    protected Task<IActionResult> Attempt(Func<Task> act, string done, IActionResult next, Func<Task<IActionResult>> again) => Attempt(
        async () =>
        {
            await act();
            Flash(done);
            return next;
        },
        again);

    /// <summary>A button's post: a broken rule is told on the page it came from.</summary>
    /// <param name="instead">Where to go when it was refused; the same place when null.</param>
    protected Task<IActionResult> Press(Func<Task> act, string done, IActionResult next, IActionResult? instead = null) => Press(
        async () =>
        {
            await act();
            return done;
        },
        next,
        instead);

    /// <summary>The same, where what is said follows from what came of it.</summary>
    /// <param name="act">Sends the command and gives the words for what came of it.</param>
    protected async Task<IActionResult> Press(Func<Task<string>> act, IActionResult next, IActionResult? instead = null)
    {
        try
        {
            Flash(await act());
            return next;
        }
        catch (RuleBroken refusal)
        {
            TempData[FlashErrorKey] = refusal.Message;
            return instead ?? next;
        }
    }
}
