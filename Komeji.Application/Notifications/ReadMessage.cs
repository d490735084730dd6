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
        public async Task<MessageText> Handle(ReadMessage request, CancellationToken cancellationToken) =>
            await db.Messages.Where(m => m.Id == request.Id)
                .Select(m => new MessageText(new MessageRow(m.Id, m.Channel, m.To, m.Subject, m.State, m.Tries, m.CreatedAt, m.SentAt), m.Body, m.DueAt, m.LastError))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
    }
}
