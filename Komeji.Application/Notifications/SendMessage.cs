using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Komeji.Application.Notifications;

/// <summary>
/// Claims a message, hands it to its provider outside any transaction, and writes what came of it. A sender that dies in between
/// leaves a claim that ends by itself, so a message may arrive twice but is never lost.
/// </summary>
public sealed record SendMessage(MessageId Id) : ICommand, ISelfTransacting
{
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, IMessenger messenger, TimeProvider clock, ILogger<SendMessage> log) : IRequestHandler<SendMessage>
    {
        public async Task<Unit> Handle(SendMessage request, CancellationToken cancellationToken)
        {
            var message = await Load(request.Id, cancellationToken);
            var claimed = await unitOfWork.Run(() => Task.FromResult(message.Claim(Lease, clock.GetUtcNow())), cancellationToken);
            if (claimed)
            {
                var error = await Send(message, cancellationToken);
                await unitOfWork.Run(() => Note(message, error), CancellationToken.None);
            }

            return Unit.Value;
        }

        async Task<Message> Load(MessageId id, CancellationToken cancellationToken) =>
            await db.Messages.SingleOrDefaultAsync(m => m.Id == id, cancellationToken) ?? throw new NotFound();

        /// <returns>Why it failed; null when the provider has it.</returns>
        async Task<string?> Send(Message message, CancellationToken cancellationToken)
        {
            try
            {
                await messenger.Send(message, cancellationToken);
                return null;
            }
#pragma warning disable CA1031 // Whatever the provider's client throws is a fact to store.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                log.LogWarning(fault, "Message {Message} could not be sent", message.Id.Value);
                return fault.Message;
            }
        }

        Task Note(Message message, string? error)
        {
            var now = clock.GetUtcNow();
            if (error is null)
            {
                message.Succeed(now);
            }
            else
            {
                message.Fail(error, now);
            }

            return Task.CompletedTask;
        }
    }
}
