using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

public sealed record MessageText(MessageRow Row, string Body, DateTimeOffset DueAt, string LastError);

/// <summary>One message with its words.</summary>
public sealed record ReadMessage(MessageId Id) : IQuery<MessageText>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ReadMessage, MessageText>
    {
        public async Task<MessageText> Handle(ReadMessage request, CancellationToken cancellationToken)
        {
            var message = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var row = new MessageRow(
                message.Id, message.Channel, Masked.Contact(message.To), message.Subject, message.State, message.Tries, message.CreatedAt, message.SentAt);
            return new MessageText(row, message.Body, message.DueAt, message.LastError);
        }
    }
}
