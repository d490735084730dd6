using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Web.Demo.Trade;

/// <summary>Sends requests in the demo market, each in a scope of its own as a page would.</summary>
static class Asking
{
    public static Task<T> Send<T>(this IServiceProvider market, UserId by, IRequest<T> request, CancellationToken cancellationToken) => market.SendAs(by, null, request, cancellationToken);

    /// <param name="role">The one the person holds; null for none.</param>
    public static async Task<T> SendAs<T>(this IServiceProvider market, UserId by, string? role, IRequest<T> request, CancellationToken cancellationToken)
    {
        market.GetRequiredService<MarketPerson>().Become(by, role);
        await using var scope = market.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>A drawing of the catalogue as the photo of a hand-over: kept where only both sides see it.</summary>
    public static async Task<string> KeepAsProof(this IServiceProvider services, string drawing, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await using (var drawn = await services.GetRequiredService<IFiles>().Open(drawing, cancellationToken) ?? throw new InvalidOperationException($"The drawing {drawing} is not there."))
        {
            await drawn.CopyToAsync(copy, cancellationToken);
        }

        return await services.GetRequiredService<IPrivateFiles>().Save(copy.ToArray(), Path.GetExtension(drawing)[1..], cancellationToken);
    }

    public static async Task<T> Ask<T>(this IServiceProvider market, Func<IKomejiDb, Task<T>> look)
    {
        await using var scope = market.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<IKomejiDb>());
    }
}
