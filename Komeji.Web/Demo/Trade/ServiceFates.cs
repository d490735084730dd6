using Komeji.Application.Ordering.Services;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo.Trade;

/// <summary>How far an appointment gets. What lies in the future is simply not done yet.</summary>
enum ServiceFate
{
    NotPaid,
    Waiting,
    TimeProposed,
    TimeAgreed,
    Scheduled,
    Started,
    Done,
    DoneWithPhoto,
    Completed,
    Declined,
    Cancelled,
    Refunded,
}

/// <param name="Wanted">The first free time from then on is taken.</param>
sealed record ServicePlan(DateTimeOffset Wanted, ServiceFate Fate);

/// <summary>An appointment that must be there to be tried out.</summary>
/// <param name="Buyer">0 and 1 are the demo buyers.</param>
/// <param name="HoursAgo">When it was ordered.</param>
/// <param name="Hours">When it is, from now.</param>
sealed record ServiceScene(int Buyer, int HoursAgo, int Hours, ServiceFate Fate)
{
    /// <summary>An order of a service in every state, at the first demo seller.</summary>
    public static readonly IReadOnlyList<ServiceScene> All =
    [
        new(0, 3, 50, ServiceFate.NotPaid),
        new(0, 6, 32, ServiceFate.Waiting),
        new(1, 20, 44, ServiceFate.TimeProposed),
        new(0, 30, 22, ServiceFate.Scheduled),
        new(1, 60, -20, ServiceFate.Started),
        new(0, 100, -40, ServiceFate.Done),
        new(1, 110, -42, ServiceFate.DoneWithPhoto),
        new(0, 330, -240, ServiceFate.Completed),
        new(0, 400, -300, ServiceFate.Declined),
        new(1, 420, -330, ServiceFate.Cancelled),
        new(0, 500, -430, ServiceFate.Refunded),
    ];
}

static class ServiceFates
{
    /// <summary>What is done to a paid order of a service, around its appointment.</summary>
    public static IReadOnlyList<(Deed Deed, DateTimeOffset At)> Deeds(ServiceFate fate, DateTimeOffset paid, DateTimeOffset starts, DateTimeOffset ends)
    {
        var accept = paid + ((starts - paid) / 6);
        (Deed, DateTimeOffset)[] begun = [(Deed.Accept, accept), (Deed.StartService, starts.AddMinutes(5))];
        return fate switch
        {
            ServiceFate.NotPaid or ServiceFate.Waiting => [],
            ServiceFate.TimeProposed => [(Deed.ProposeTime, accept)],
            ServiceFate.TimeAgreed => [(Deed.ProposeTime, accept), (Deed.AgreeToTime, accept.AddMinutes(50))],
            ServiceFate.Scheduled => [(Deed.Accept, accept)],
            ServiceFate.Started => begun,
            ServiceFate.DoneWithPhoto => [.. begun, (Deed.FinishWithPhoto, ends)],
            ServiceFate.Completed => [.. begun, (Deed.FinishService, ends), (Deed.Confirm, ends.AddHours(3))],
            ServiceFate.Declined => [(Deed.Decline, accept)],
            ServiceFate.Cancelled => [(Deed.Accept, accept), (Deed.Cancel, accept.AddHours(1))],
            ServiceFate.Refunded => [.. begun, (Deed.FinishService, ends), (Deed.Refund, ends.AddHours(5))],
            _ => [.. begun, (Deed.FinishService, ends)],
        };
    }
}

/// <summary>The steps around an appointment, each by the command its button sends.</summary>
sealed class ServiceDeeds(IServiceProvider market)
{
    const string Note = "Dikerjakan sesuai pesanan dan sudah diperiksa bersama. Sisa bahan dikembalikan.";

    public Task Do(Deed deed, string order, UserId buyer, UserId seller, string drawing, CancellationToken cancellationToken) => deed switch
    {
        Deed.StartService => market.Send(seller, new BeginWork(order), cancellationToken),
        Deed.FinishService => Finish(seller, order, cancellationToken),
        Deed.FinishWithPhoto => FinishWithPhoto(seller, order, drawing, cancellationToken),
        Deed.ProposeTime => Propose(seller, order, cancellationToken),
        Deed.AgreeToTime => market.Send(buyer, new AnswerProposal(order, true), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
    };

    /// <summary>The buyer tells the code.</summary>
    async Task Finish(UserId seller, string order, CancellationToken cancellationToken)
    {
        var code = await market.Ask(db => db.Orders.Where(o => o.Number == order).Select(o => o.PickupCode!).SingleAsync(cancellationToken));
        await market.Send(seller, new FinishWork(order, code, Note), cancellationToken);
    }

    /// <summary>A drawing stands for the photo, so nothing is uploaded.</summary>
    async Task FinishWithPhoto(UserId seller, string number, string drawing, CancellationToken cancellationToken)
    {
        await using var scope = market.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var photo = await services.KeepAsProof(drawing, cancellationToken);
        await services.GetRequiredService<UnitOfWork>().Run(async () =>
        {
            var order = await services.GetRequiredService<IKomejiDb>().Orders.Load(number, cancellationToken);
            var terms = await services.GetRequiredService<SettingsInForce>().OrderTerms(cancellationToken);
            order.FinishServiceWithProof(Actor.Seller(seller.Value), Note, photo, terms, services.GetRequiredService<TimeProvider>().GetUtcNow());
        }, cancellationToken);
    }

    async Task Propose(UserId seller, string order, CancellationToken cancellationToken)
    {
        var page = await market.Send(seller, new ShowFreeTimes(order), cancellationToken);
        if (page.Days.SelectMany(d => d.Times).FirstOrDefault(t => t.Left > 0 && t.StartsAt > page.Agreed) is { } time)
        {
            await market.Send(seller, new ProposeTime(order, time.Code, "Bahan utamanya baru datang sesudah jam itu"), cancellationToken);
        }
    }
}
