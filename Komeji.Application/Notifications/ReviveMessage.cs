using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>An operator wants a dead message tried again.</summary>
public sealed record ReviveMessage(MessageId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ReviveMessage>
    {
        public async Task<Unit> Handle(ReviveMessage request, CancellationToken cancellationToken)
        {
            var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFound();
            message.Revive(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
