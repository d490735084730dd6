using System.Threading.Channels;
using Komeji.Domain.Ledger;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Persistence.Bulk;

namespace Komeji.Web.Demo.History;

/// <summary>Puts in completed orders of the months before: they are lived through in memory while the ones before them are written.</summary>
sealed class DemoHistory(BulkLoad bulk, PastLife life, Fingerprint fingerprint)
{
    const int Batch = 5_000;

    /// <summary>Kinds of rows a history is made of, with what hangs on them.</summary>
    public static readonly IReadOnlyList<Type> Kinds = [typeof(Purchase), typeof(Payment), typeof(EscrowShare), typeof(Shipment), typeof(Journal), typeof(Notification)];

    readonly PastBooks books = new();

    public async Task PutIn(IEnumerable<PastVisit> visits, int orders, SandboxHistory provider, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var batches = Channel.CreateBounded<PastBatch>(2);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var living = Task.Run(() => Live(visits, batches.Writer, stop.Token), stop.Token);
        try
        {
            var done = 0;
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                await Write(batch, provider, cancellationToken);
                done += batch.Orders;
                progress?.Report(new DemoProgress("Riwayat", done, orders));
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await living;
    }

    /// <summary>A fault here ends the reading side with it.</summary>
    async Task Live(IEnumerable<PastVisit> visits, ChannelWriter<PastBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var part in visits.Chunk(Batch))
            {
                var lives = part.Select(life.Live).ToList();
                lives.ForEach(Note);
                await batches.WriteAsync(new PastBatch(lives, books.Until(part[^1].At)), cancellationToken);
            }

            await batches.WriteAsync(new PastBatch([], books.Until(DateTimeOffset.MaxValue)), cancellationToken);
            batches.Complete();
        }
#pragma warning disable CA1031 // Handed on to whoever reads.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            batches.Complete(fault);
        }
    }

    void Note(PastPurchase past)
    {
        books.Add(past);
        foreach (var order in past.Purchase.Orders)
        {
            fingerprint.Add(order.Number[^6..], order.Goods.Amount, order.Shipping.Fee.Amount, order.Fee.Amount, order.ProviderCost.Amount, order.Lines.Sum(l => l.Quantity));
        }

        foreach (var journal in past.Journals)
        {
            fingerprint.Add(journal.Rule, [.. journal.Entries.Select(e => e.Amount.Amount)]);
        }
    }

    async Task Write(PastBatch batch, SandboxHistory provider, CancellationToken cancellationToken)
    {
        await bulk.Put(batch.Lives.ConvertAll(p => p.Purchase), cancellationToken);
        await bulk.Put(batch.Lives.ConvertAll(p => p.Payment), cancellationToken);
        await bulk.Put(batch.Lives.SelectMany(p => p.Shares).ToList(), cancellationToken);
        await bulk.Put(batch.Lives.SelectMany(p => p.Parcels).ToList(), cancellationToken);
        await bulk.Put(batch.Books.Journals, cancellationToken);
        await bulk.Put(batch.Lives.SelectMany(p => p.Notices).ToList(), cancellationToken);
        batch.Lives.ForEach(p => provider.Put(p.Charge));
        batch.Books.Settlements.ToList().ForEach(provider.Put);
    }

    sealed record PastBatch(List<PastPurchase> Lives, (IReadOnlyList<Journal> Journals, IReadOnlyList<SandboxPastSettlement> Settlements) Books)
    {
        public int Orders { get; } = Lives.Sum(p => p.Purchase.Orders.Count);
    }
}
