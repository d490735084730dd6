using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Komeji.Web.Setup;

/// <summary>
/// Posts that cost a password hash or send a message are few from one address. It is generous, since a village may share one
/// address; each account has limits of its own besides.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LimitedByAddressAttribute : Attribute, IFilterFactory
{
    public bool IsReusable => true;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        new Filter(serviceProvider.GetRequiredService<AddressLimit>());

    /// <summary>Before binding and hashing.</summary>
    sealed class Filter(AddressLimit limit) : IAsyncResourceFilter
    {
        public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            if (!HttpMethods.IsPost(context.HttpContext.Request.Method))
            {
                await next();
                return;
            }

            using var lease = limit.Take(context.HttpContext.Connection.RemoteIpAddress);
            if (lease.IsAcquired)
            {
                await next();
                return;
            }

            context.Result = new TooOften(lease).Refuse(context.HttpContext);
        }
    }
}

/// <summary>How many such posts an address may send in a minute: setting <c>Komeji:SignInPostsPerMinute</c>.</summary>
public sealed class AddressLimit(int perMinute) : IDisposable
{
    readonly PartitionedRateLimiter<string> limiter = MinuteLimiter.Of(perMinute);

    public RateLimitLease Take(IPAddress? address) => limiter.AttemptAcquire(MinuteLimiter.Network(address));

    public void Dispose() => limiter.Dispose();
}
