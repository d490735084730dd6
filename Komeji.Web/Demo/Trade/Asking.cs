using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Web.Demo.Trade;

/// <summary>Sends requests in the demo market, each in a scope of its own as a page would.</summary>
static class Asking
{
    public static async Task<T> Send<T>(this IServiceProvider market, UserId by, IRequest<T> request, CancellationToken cancellationToken)
    {
        market.GetRequiredService<MarketPerson>().Become(by);
        await using var scope = market.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    public static async Task<T> Ask<T>(this IServiceProvider market, Func<IKomejiDb, Task<T>> look)
    {
        await using var scope = market.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<IKomejiDb>());
    }
}
