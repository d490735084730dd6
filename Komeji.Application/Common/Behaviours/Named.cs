using MediatR;

namespace Komeji.Application.Common.Behaviours;

/// <summary>Says which command is being done, so that what a mentor does is written down under its name.</summary>
public sealed class Named<TRequest, TResult>(CommandInProgress command) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        command.Name = request is ICommandMarker ? typeof(TRequest).Name : null;
        try
        {
            return await next();
        }
        finally
        {
            command.Name = null;
        }
    }
}
