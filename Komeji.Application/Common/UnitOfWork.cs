using System.Collections.Concurrent;
using Komeji.Application.Catalog;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Common;

/// <summary>
/// One transaction: the work, the reactions to what happened in it, one save, one commit. A refusal or a fault undoes all of it.
/// </summary>
public sealed class UnitOfWork(IKomejiDb db, IMediator mediator, IJobNudge nudge, ICatalogueCache pages, SeldomChanged seldom, CommandInProgress command, StalePages stale)
{
    const int MostTries = 5;

    static readonly ConcurrentDictionary<Type, Func<object, INotification>> Wraps = new();

    readonly List<Func<CancellationToken, Task>> last = [];

    /// <summary>
    /// Done when all else of the work is saved, right before the commit: for taking what very many want at once, so that the others wait for
    /// no more than that. It may still refuse, and then nothing has happened.
    /// </summary>
    public void AtTheEnd(Func<CancellationToken, Task> act) => last.Add(act);

    public async Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        T result;
        last.Clear();
        await using (var commit = await db.BeginAsync(cancellationToken))
        {
            result = await work();
            await TellWhatHappened(cancellationToken);
            db.ShopDeeds.AddRange(command.TakeDeeds(result));
            await db.SaveChangesAsync(cancellationToken);
            foreach (var act in last)
            {
                await act(cancellationToken);
            }

            await commit.CommitAsync(cancellationToken);
        }

        seldom.Forget(db.Touched);
        nudge.After(db.Added);
        if (db.Touched.Overlaps(ICatalogueCache.MadeOf))
        {
            await pages.Forget(cancellationToken);
        }

        foreach (var slug in stale.Take())
        {
            await pages.ForgetProduct(slug, cancellationToken);
        }

        return result;
    }

    public Task Run(Func<Task> work, CancellationToken cancellationToken) =>
        Run(async () =>
        {
            await work();
            return true;
        }, cancellationToken);

    /// <summary>
    /// For what the outside world answered and must not be lost: works on what the database holds now, and once more when
    /// another writer won meanwhile.
    /// </summary>
    public async Task<T> RunAfresh<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            db.Forget();
            try
            {
                return await Run(work, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // The next try sees what the other wrote.
            }
        }
    }

    /// <summary>Reactions may cause further facts; they are told in turn.</summary>
    async Task TellWhatHappened(CancellationToken cancellationToken)
    {
        for (var facts = db.TakeEvents(); facts.Count > 0; facts = db.TakeEvents())
        {
            foreach (var fact in facts)
            {
                await mediator.Publish(Wrap(fact), cancellationToken);
            }
        }
    }

    static INotification Wrap(object fact) =>
        Wraps.GetOrAdd(fact.GetType(), static type =>
        {
            var happened = typeof(Happened<>).MakeGenericType(type);
            return f => (INotification)Activator.CreateInstance(happened, f)!;
        })(fact);
}

/// <summary>Starts at once, after a commit, the jobs whose work was just written; without it they would start by their schedule.</summary>
public interface IJobNudge
{
    void After(IReadOnlySet<Type> added);
}
