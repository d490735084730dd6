using MediatR;

namespace Komeji.Application.Common;

/// <summary>A request that changes something. It runs in one transaction that is saved and committed after its handler.</summary>
public interface ICommand<TResult> : IRequest<TResult>, ICommandMarker;

/// <inheritdoc cref="ICommand{TResult}"/>
public interface ICommand : IRequest, ICommandMarker;

/// <summary>What the transaction behaviour looks for.</summary>
public interface ICommandMarker;

/// <summary>
/// A command that must ask the world in the middle: it commits its intent, calls, and commits the outcome by itself, through
/// <see cref="UnitOfWork"/>. An architecture test lists them.
/// </summary>
public interface ISelfTransacting;

/// <summary>A request that only reads.</summary>
public interface IQuery<TResult> : IRequest<TResult>;

/// <summary>Carries a fact of the domain to its reactions, inside the transaction it happened in.</summary>
public sealed record Happened<TFact>(TFact Fact) : INotification;

/// <summary>Reacts to a fact of the domain; its file is named When…</summary>
public interface IReaction<TFact> : INotificationHandler<Happened<TFact>>;
