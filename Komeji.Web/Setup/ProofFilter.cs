using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;

namespace Komeji.Web.Setup;

/// <summary>The page that asks who it is. It holds what was typed and sends it again together with the proof.</summary>
/// <param name="Action">Where it posts to.</param>
/// <param name="ByCode">The second factor is asked for; otherwise the password.</param>
/// <param name="Back">The page the person was on.</param>
/// <param name="OnPaper">A recovery code was tried.</param>
/// <param name="Act">What it is asked for, as "memutuskan komplain …"; null where that is not known.</param>
public sealed record ProofPage(string Action, IReadOnlyList<KeyValuePair<string, string>> Kept, bool ByCode, string Back, string? Error = null, bool OnPaper = false, string? Act = null);

/// <summary>
/// Asks again who it is when a dangerous act says so (<see cref="INeedsProof"/>). The answer comes with the same form, so nothing typed
/// is lost and no script is needed: it is checked here, the session goes on under a new key, and the act takes its course. Only
/// passwords and files are not sent twice; then the person comes back to the page they were on. Who has no second factor where one is
/// needed is led to set it up, and what was typed waits meanwhile (<see cref="HeldForm"/>).
/// </summary>
public sealed class ProofFilter(AddressLimit limit, IModelMetadataProvider metadata, HeldForm held) : IAsyncResourceFilter, IExceptionFilter
{
    public const string Field = "__bukti";

    /// <summary>A recovery code instead of one of the app.</summary>
    public const string PaperField = "__bukti_kertas";

    /// <summary>Where the person was before the first question.</summary>
    public const string FromField = "__dari";
    public const string BackField = "kembali";
    public const string ProofAddress = "/akun/bukti";

    static readonly HashSet<string> NeverKept = new(StringComparer.OrdinalIgnoreCase) { "Current", "NewPassword", "Password", "Code", "MessageCode" };

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (await Answer(http) is not { } answer)
        {
            await next();
            return;
        }

        if (answer.Typed.Length == 0)
        {
            context.Result = Ask(http, context.ModelState, HasFactor(http) ? "Tulis kodenya." : "Tulis kata sandi Anda.");
            return;
        }

        using var lease = limit.Take(http.Connection.RemoteIpAddress);
        if (!lease.IsAcquired)
        {
            context.Result = new TooOften(lease).Refuse(http);
            return;
        }

        var proven = await http.RequestServices.GetRequiredService<IMediator>().Send(new ProveIdentity(answer.Typed), http.RequestAborted);
        if (proven.SessionKey is not { } key)
        {
            context.Result = Ask(http, context.ModelState, Words(http, proven, answer.OnPaper), answer.OnPaper);
            return;
        }

        await Sessions.GoOnWith(http, key);
        await next();
    }

    public void OnException(ExceptionContext context)
    {
        if (context.Exception is ProofNeeded)
        {
            context.Result = Ask(context.HttpContext, context.ModelState, null);
            context.ExceptionHandled = true;
        }
        else if (context.Exception is SecondFactorNeeded)
        {
            context.Result = LeadToSetUp(context.HttpContext);
            context.ExceptionHandled = true;
        }
    }

    RedirectResult LeadToSetUp(HttpContext http)
    {
        var request = http.Request;
        var kept = HttpMethods.IsPost(request.Method) && CanKeep(request) && held.Keep(http, AddressOf(request), [.. Typed(request)]);
        http.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http)[KomejiController.FlashErrorKey] =
            $"Untuk ini akun Anda perlu kode kedua. Pasang dulu di bawah{(kept ? "; isian Anda tersimpan dan dilanjutkan sesudahnya" : ", lalu ulangi")}.";
        return new RedirectResult($"{StaffGate.Page}?{BackField}={Uri.EscapeDataString(PageOf(request))}");
    }

    /// <summary>The page itself, for an address that asks before anything is typed.</summary>
    public static ProofPage Page(HttpContext http, string? error = null, bool onPaper = false)
    {
        var request = http.Request;
        return HttpMethods.IsPost(request.Method) && CanKeep(request)
            ? new ProofPage(AddressOf(request), [.. Typed(request)], HasFactor(http), Before(request), error, onPaper, ProofWords.Of(http))
            : new ProofPage(ProofAddress, [new(BackField, PageOf(request))], HasFactor(http), Before(request), error, onPaper, ProofWords.Of(http));
    }

    /// <summary>What was typed on the page of the proof; null on every other post. A form that cannot be read is left to who reads it next.</summary>
    static async Task<(string Typed, bool OnPaper)?> Answer(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType || http.User.Identity?.IsAuthenticated != true)
        {
            return null;
        }

        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return form[PaperField] is [{ Length: > 0 } code] ? (code, true) : form[Field] is [{ } typed] ? (typed, false) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }

    ViewResult Ask(HttpContext http, ModelStateDictionary state, string? error, bool onPaper = false)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new ViewResult
        {
            StatusCode = error is null ? StatusCodes.Status403Forbidden
                : http.Response.StatusCode == StatusCodes.Status429TooManyRequests ? StatusCodes.Status429TooManyRequests
                : StatusCodes.Status422UnprocessableEntity,
            ViewName = "/Areas/Shared/Prove.cshtml",
            ViewData = new ViewDataDictionary<ProofPage>(metadata, state) { Model = Page(http, error, onPaper) },
        };
    }

    static bool CanKeep(HttpRequest request) => request.HasFormContentType && request.Form.Files.Count == 0 && !request.Form.Keys.Any(NeverKept.Contains);

    static IEnumerable<KeyValuePair<string, string>> Typed(HttpRequest request) =>
        from field in request.Form
        where field.Key is not (Field or PaperField or FromField or "__formulir")
        from value in field.Value
        select KeyValuePair.Create(field.Key, value ?? "");

    /// <summary>Where the person is: this address, or the page the form was on.</summary>
    static string PageOf(HttpRequest request) => HttpMethods.IsGet(request.Method) ? AddressOf(request) : Before(request);

    /// <summary>The page before this one, also after a wrong answer; never the address that asks, which would only ask again.</summary>
    static string Before(HttpRequest request)
    {
        var told = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? request.Form[FromField].ToString() : "";
        var page = told.Length > 0 ? told
            : Uri.TryCreate(request.Headers[HeaderNames.Referer], UriKind.Absolute, out var before) && before.Authority == request.Host.Value ? before.PathAndQuery : "";
        return RedirectHttpResult.IsLocalUrl(page) && (HttpMethods.IsPost(request.Method) || page != AddressOf(request)) ? page : "/akun";
    }

    static string AddressOf(HttpRequest request) => request.PathBase + request.Path + request.QueryString;

    static bool HasFactor(HttpContext http) => http.User.HasClaim(c => c.Type == SignedInUser.SecondFactorClaim);

    static string Words(HttpContext http, ProvenIdentity proven, bool onPaper) => (proven.LockedUntil, HasFactor(http)) switch
    {
        ({ } until, true) => $"Terlalu banyak kode salah, jadi untuk sementara kode tidak diterima. {Locked.Until(http, until)}.",
        ({ } until, false) => $"Terlalu banyak percobaan. {Locked.Until(http, until)}, atau keluar lalu pilih Lupa kata sandi.",
        (null, true) => onPaper ? FactorWords.WrongOnPaper : "Kode salah atau sudah terpakai. Tunggu kode berikutnya di aplikasi, atau pakai kode pemulihan.",
        _ => "Kata sandi salah. Periksa lagi, atau keluar lalu pilih Lupa kata sandi.",
    };
}
