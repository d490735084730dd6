using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Payments;
using Komeji.Domain.Catalog;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Storms;

/// <summary>Without the condition that makes reading and taking one step.</summary>
sealed class UncheckedStock(IKomejiDb db) : Stock(db)
{
    protected override IQueryable<Variant> Enough(IQueryable<Variant> variants, int count) => variants;
}

/// <summary>The token that came with the page is thrown away.</summary>
sealed class TokenPerPress(IServiceProvider services, ICodes codes) : IRequestHandler<PlaceOrders, PlacedPurchase>
{
    static readonly Type Real = typeof(PlaceOrders).GetNestedType("Handler", System.Reflection.BindingFlags.NonPublic)!;

    public Task<PlacedPurchase> Handle(PlaceOrders request, CancellationToken cancellationToken) =>
        ((IRequestHandler<PlaceOrders, PlacedPurchase>)ActivatorUtilities.CreateInstance(services, Real)).Handle(request with { Token = codes.Token() }, cancellationToken);
}

/// <summary>
/// Answers an order's form at once and sends it on to itself from a queue in memory. It is quick, nothing is lost as long as the
/// process lives, and the buyer is told what is not so.
/// </summary>
sealed class EarlyAnswer : IStartupFilter
{
    /// <summary>Nobody knows the order's number yet.</summary>
    public const string Number = "BLJ-NANTI";

    const string Later = "X-Later";

    /// <summary>Short enough that nobody's next order overtakes the one before.</summary>
    readonly Channel<HttpRequestMessage> queue = Channel.CreateBounded<HttpRequestMessage>(4);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        _ = Task.Run(WriteBehind);
        app.Use(Answer);
        next(app);
    };

    async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != "/checkout" || context.Request.Method != HttpMethods.Post || context.Request.Headers.ContainsKey(Later))
        {
            await next(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var again = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://{context.Request.Host}/checkout")) { Content = new ByteArrayContent(body.ToArray()) };
        again.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        again.Headers.TryAddWithoutValidation("Cookie", context.Request.Headers.Cookie.ToString());
        again.Headers.Add(Later, "1");
        await queue.Writer.WriteAsync(again);
        context.Response.Redirect("/bayar/" + Number);
    }

    async Task WriteBehind()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        await foreach (var request in queue.Reader.ReadAllAsync())
        {
            using var answer = await client.SendAsync(request);
            request.Dispose();
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                await Console.Error.WriteLineAsync($"An order that was promised was refused: {answer.StatusCode}");
            }
        }
    }
}

/// <summary>Knows what came before as long as it lives, and as long as nobody else is told.</summary>
sealed class DedupeInMemory(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, TimeProvider clock) : IRequestHandler<RecordPaymentEvent, PaymentEventReceipt>
{
    static readonly ConcurrentDictionary<string, bool> Came = new();

    public async Task<PaymentEventReceipt> Handle(RecordPaymentEvent request, CancellationToken cancellationToken)
    {
        if (gateways.Named(request.Gateway)!.Read(request.Body, request.Signature, clock.GetUtcNow()) is not { } told)
        {
            return PaymentEventReceipt.NotBelieved;
        }

        if (!Came.TryAdd(told.Id, true))
        {
            return PaymentEventReceipt.Known;
        }

        await unitOfWork.Run(
            () => Task.FromResult(db.PaymentEvents.Add(new PaymentEvent(request.Gateway, told.Id, told.Kind, request.Body, clock.GetUtcNow()))),
            cancellationToken);
        return PaymentEventReceipt.Stored;
    }
}

/// <summary>Marks a notice of a dispute as handled and does nothing about it.</summary>
sealed class ForgetsDisputes(IKomejiDb db) : IPipelineBehavior<HandlePaymentEvent, Unit>
{
    public async Task<Unit> Handle(HandlePaymentEvent request, CancellationToken cancellationToken, RequestHandlerDelegate<Unit> next) =>
        await db.PaymentEvents.Where(e => e.Id == request.Id && e.Kind.StartsWith("charge.dispute"))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Outcome, PaymentEventOutcome.Handled), cancellationToken) > 0
            ? Unit.Value
            : await next();
}

/// <summary>Tells the time and never rings.</summary>
sealed class DeafClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Silent();

    sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
