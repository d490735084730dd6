using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Application.Common.Behaviours;

/// <summary>Runs commands in a <see cref="UnitOfWork"/>. It is resolved late, so that queries build no second context.</summary>
public sealed class InTransaction<TRequest, TResult>(IServiceProvider services) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next) =>
        request is ICommandMarker and not ISelfTransacting
            ? services.GetRequiredService<UnitOfWork>().Run(() => next(), cancellationToken)
            : next();
}
