using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Integrations.Payments.Sandbox;

namespace Komeji.Web.Demo.History;

/// <summary>Brings the journals of many lives into the order they were booked in, with the provider's settlements between.</summary>
sealed class PastBooks
{
    static readonly TimeSpan SettledAt = TimeSpan.FromHours(3);

    readonly PriorityQueue<Journal, (DateTimeOffset At, long Turn)> waiting = new();
    readonly SortedDictionary<DateOnly, long> captured = [];
    long turn;

    public void Add(PastPurchase past)
    {
        foreach (var journal in past.Journals)
        {
            waiting.Enqueue(journal, (journal.BookedAt, turn++));
        }

        var day = Wib.DayOf(past.Charge.PaidAt);
        captured[day] = captured.GetValueOrDefault(day) + past.Charge.Amount - past.Charge.Cost;
    }

    /// <summary>What was booked before this moment, after which nothing earlier is added.</summary>
    public (IReadOnlyList<Journal> Journals, IReadOnlyList<SandboxPastSettlement> Settlements) Until(DateTimeOffset moment)
    {
        var settlements = new List<SandboxPastSettlement>();
        foreach (var (day, amount) in captured.TakeWhile(c => SettlementOf(c.Key) < moment).ToList())
        {
            var at = SettlementOf(day);
            var settlement = new SandboxPastSettlement(day, amount, at);
            captured.Remove(day);
            settlements.Add(settlement);
            waiting.Enqueue(PostingRules.ProviderSettled(SandboxPaymentGateway.GatewayName, settlement.Id, new Rupiah(amount), at, at), (at, turn++));
        }

        var journals = new List<Journal>();
        while (waiting.TryPeek(out _, out var next) && next.At < moment)
        {
            journals.Add(waiting.Dequeue());
        }

        return (journals, settlements);
    }

    static DateTimeOffset SettlementOf(DateOnly day) => Wib.StartOf(day.AddDays(1)) + SettledAt;
}
