using Komeji.Application.Settings;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Application.Common.Behaviours;

/// <summary>Lets dangerous acts pass only from whoever has just shown who it is.</summary>
public sealed class Proven<TRequest, TResult>(ICurrentUser me, IServiceProvider services, TimeProvider clock) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is INeedsProof act && me.Id is not null)
        {
            await Check(act, cancellationToken);
        }

        return await next();
    }

    async Task Check(INeedsProof act, CancellationToken cancellationToken)
    {
        if (act is INeedsSecondFactor)
        {
            me.RequireSecondFactor();
        }

        if (act.CarriesPassword && !me.HasSecondFactor)
        {
            return;
        }

        var minutes = await services.GetRequiredService<SettingsInForce>().Number(SettingCatalogue.ProofMinutes, cancellationToken);
        if (me.ProvenAt is not { } proven || clock.GetUtcNow() - proven > TimeSpan.FromMinutes(minutes))
        {
            throw new ProofNeeded();
        }
    }
}
