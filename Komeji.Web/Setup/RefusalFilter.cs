using Komeji.Application.Common;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Setup;

/// <summary>
/// What an action did not translate itself: a rule's no becomes a page with its sentence, a missing or foreign thing 404,
/// another writer's win 409.
/// </summary>
public sealed class RefusalFilter(IModelMetadataProvider metadata) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        switch (context.Exception)
        {
            case RuleBroken refusal:
                Answer(context, StatusCodes.Status422UnprocessableEntity, refusal.Message);
                break;
            case NotFound:
                context.Result = new StatusCodeResult(StatusCodes.Status404NotFound);
                context.ExceptionHandled = true;
                break;
            case DbUpdateConcurrencyException:
                Answer(context, StatusCodes.Status409Conflict, "Data ini baru saja berubah. Muat ulang halaman, periksa, lalu coba lagi.");
                break;
            case TooBusy busy:
                context.Result = new TooOften(busy.Seconds).Refuse(context.HttpContext);
                context.ExceptionHandled = true;
                break;
            default:
                break;
        }
    }

    void Answer(ExceptionContext context, int status, string message)
    {
        context.Result = new ViewResult
        {
            StatusCode = status,
            ViewName = "/Areas/Shared/Refused.cshtml",
            ViewData = new ViewDataDictionary<string>(metadata, context.ModelState) { Model = message },
        };
        context.ExceptionHandled = true;
    }
}
