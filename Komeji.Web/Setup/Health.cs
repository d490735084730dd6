using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Setup;

/// <summary>What a load balancer and a supervisor ask: is the process alive, and may it get requests.</summary>
public static class Health
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapKomejiHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "ok").AllowAnonymous();
        app.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    /// <summary>Ready is a database that answers and has every migration.</summary>
    static async Task<IResult> Ready(KomejiDb db, HttpContext context, ILogger<KomejiSettings> log)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(Patience);
        try
        {
            if (!(await db.Database.GetPendingMigrationsAsync(limit.Token)).Any())
            {
                return Results.Text("ok");
            }
        }
#pragma warning disable CA1031 // Whatever the database's client throws means: not ready.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogWarning(fault, "The database does not answer");
        }

        context.Response.Headers.RetryAfter = "5";
        return Results.Text("belum siap", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
