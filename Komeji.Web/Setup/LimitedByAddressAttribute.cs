using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

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
        new Filter(serviceProvider.GetRequiredService<AddressLimit>(), serviceProvider.GetRequiredService<IModelMetadataProvider>());

    /// <summary>Before binding and hashing.</summary>
    sealed class Filter(AddressLimit limit, IModelMetadataProvider metadata) : IAsyncResourceFilter
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

            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
            context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            context.Result = new ViewResult
            {
                StatusCode = StatusCodes.Status429TooManyRequests,
                ViewName = "/Areas/Shared/Refused.cshtml",
                ViewData = new ViewDataDictionary<string>(metadata, context.ModelState)
                {
                    Model = $"Terlalu banyak percobaan dari jaringan Anda. Tunggu {wait} detik, lalu coba lagi.",
                },
            };
        }
    }
}

/// <summary>How many such posts an address may send in a minute: setting <c>Komeji:SignInPostsPerMinute</c>.</summary>
public sealed class AddressLimit(int perMinute) : IDisposable
{
    readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public RateLimitLease Take(IPAddress? address) => limiter.AttemptAcquire(Network(address));

    /// <summary>A household has a whole /64 of IPv6.</summary>
    static string Network(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.MapToIPv4().ToString(),
    };

    public void Dispose() => limiter.Dispose();
}
