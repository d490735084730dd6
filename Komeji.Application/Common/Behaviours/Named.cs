using MediatR;

namespace Komeji.Application.Common.Behaviours;

/// <summary>Says which command is being done, so that what staff or a mentor do is written down under its name.</summary>
public sealed class Named<TRequest, TResult>(CommandInProgress command) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is ICommandMarker)
        {
            command.Begin(request);
        }

        try
        {
            return await next();
        }
        finally
        {
            command.End();
        }
    }
}
