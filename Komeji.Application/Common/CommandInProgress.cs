using Komeji.Application.Stores.Deeds;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Application.Common;

/// <summary>Which command is being done in this scope, and in whose place, for what must be said of it.</summary>
public sealed class CommandInProgress
{
    object? request;
    (Actor By, MentoringId? Session, DateTimeOffset At)? inPlaceOf;

    /// <summary>Null while something is only read.</summary>
    public string? Name => request?.GetType().Name;

    public void Begin(object command) => (request, inPlaceOf) = (command, null);

    public void End() => (request, inPlaceOf) = (null, null);

    /// <summary>It is done by staff or a mentor.</summary>
    /// <param name="by">With the seller it is done for.</param>
    public void DoneBy(Actor by, MentoringId? session, DateTimeOffset at)
    {
        if (request is not null)
        {
            inPlaceOf = (by, session, at);
        }
    }

    /// <summary>What is to be written down with the change it made: once, for each thing.</summary>
    /// <param name="made">What the command answers with, such as the id of a new thing.</param>
    public IReadOnlyList<ShopDeed> TakeDeeds(object? made)
    {
        if (inPlaceOf is not { } done || request is null)
        {
            return [];
        }

        inPlaceOf = null;
        var things = DeedThings.In(request) is { Count: > 0 } named ? named : DeedThings.Of(made);
        return [.. (things.Count > 0 ? things : [DeedThing.Shop]).Select(thing => new ShopDeed(done.By, done.Session, Name!, thing, done.At))];
    }
}
