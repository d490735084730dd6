using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Komeji.Web.Setup;

/// <summary>
/// How much one may ask for in a minute. Who is signed in is counted as a person wherever it is; guests by their address, which a
/// village may share. Settings <c>Komeji:PostsPerMinute</c>, <c>Komeji:GuestPostsPerMinute</c>, <c>Komeji:SuggestionsPerMinute</c> and
/// <c>Komeji:SearchesPerMinute</c>.
/// What a payment provider posts is not counted.
/// </summary>
public sealed class Rates(IConfiguration configuration) : IDisposable
{
    const int PostsOfAPerson = 240;
    const int PostsOfAnAddress = 600;
    const int SuggestionsOfAnAddress = 600;
    const int SearchesOfAnAddress = 300;

    readonly PartitionedRateLimiter<string> person = Limit(configuration, "Komeji:PostsPerMinute", PostsOfAPerson);
    readonly PartitionedRateLimiter<string> guest = Limit(configuration, "Komeji:GuestPostsPerMinute", PostsOfAnAddress);
    readonly PartitionedRateLimiter<string> suggestions = Limit(configuration, "Komeji:SuggestionsPerMinute", SuggestionsOfAnAddress);
    readonly PartitionedRateLimiter<string> searches = Limit(configuration, "Komeji:SearchesPerMinute", SearchesOfAnAddress);

    /// <returns>Null where nothing is counted.</returns>
    public RateLimitLease? Take(HttpContext context)
    {
        var network = MinuteLimiter.Network(context.Connection.RemoteIpAddress);
        if (context.GetEndpoint()?.Metadata.GetMetadata<SuggestionsAttribute>() is not null)
        {
            return suggestions.AttemptAcquire(network);
        }

        var isPost = HttpMethods.IsPost(context.Request.Method);
        if (!isPost || context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action || action.RouteValues["area"] == "Hooks")
        {
            return null;
        }

        return context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? person.AttemptAcquire(id) : guest.AttemptAcquire(network);
    }

    /// <summary>A search that had to be looked up anew.</summary>
    public RateLimitLease TakeSearch(HttpContext context) => searches.AttemptAcquire(MinuteLimiter.Network(context.Connection.RemoteIpAddress));

    /// <summary>Whoever lets more be posted where a post is dear means it for the cheap ones too, unless they are set.</summary>
    static PartitionedRateLimiter<string> Limit(IConfiguration configuration, string name, int usual) =>
        MinuteLimiter.Of(configuration.GetValue(name, Math.Max(usual, configuration.GetValue("Komeji:SignInPostsPerMinute", 0))));

    public void Dispose()
    {
        person.Dispose();
        guest.Dispose();
        suggestions.Dispose();
        searches.Dispose();
    }
}

/// <summary>An address asked while somebody types.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuggestionsAttribute : Attribute;

/// <summary>Pages of found products, the dearest there are. What is answered from kept pages never comes here, so it is not counted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SearchesAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        using var lease = context.HttpContext.RequestServices.GetRequiredService<Rates>().TakeSearch(context.HttpContext);
        context.Result = lease.IsAcquired ? null : new TooOften(lease).Refuse(context.HttpContext);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

static class MinuteLimiter
{
    public static PartitionedRateLimiter<string> Of(int perMinute) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>A household has a whole /64 of IPv6.</summary>
    public static string Network(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.MapToIPv4().ToString(),
    };
}

/// <summary>Somebody has to wait: 429 with <c>Retry-After</c>, and a page or, for a program, JSON that says how long.</summary>
public sealed record TooOften(int Seconds)
{
    public TooOften(RateLimitLease lease)
        : this(lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 60)
    {
    }

    public string Advice => $"Tunggu {Seconds} detik, lalu coba lagi. Yang sudah tersimpan tidak hilang.";

    /// <summary>The page of an answer without a body is fetched afterwards; see <c>ErrorsController</c>.</summary>
    public IActionResult Refuse(HttpContext context)
    {
        context.Response.Headers.RetryAfter = Seconds.ToString(CultureInfo.InvariantCulture);
        context.Features.Set(this);
        return context.Request.WantsJson()
            ? new ObjectResult(new ProblemDetails { Status = StatusCodes.Status429TooManyRequests, Title = "Terlalu banyak percobaan", Detail = Advice }) { StatusCode = StatusCodes.Status429TooManyRequests }
            : new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }
}

public static class RatesSetup
{
    public static IServiceCollection AddKomejiRates(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new Rates(configuration));

    public static void UseKomejiRates(this WebApplication app) => app.Use(async (context, next) =>
    {
        using var lease = app.Services.GetRequiredService<Rates>().Take(context);
        if (lease is null or { IsAcquired: true })
        {
            await next(context);
            return;
        }

        var refusal = new TooOften(lease);
        refusal.Refuse(context);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (context.Request.WantsJson())
        {
            await context.Response.WriteAsJsonAsync(new ProblemDetails { Status = StatusCodes.Status429TooManyRequests, Title = "Terlalu banyak percobaan", Detail = refusal.Advice }, options: null, "application/problem+json", context.RequestAborted);
        }
    });

    /// <summary>A program asks, not a browser's page.</summary>
    public static bool WantsJson(this HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
