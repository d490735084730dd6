using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Legal;

namespace Komeji.Application.Legal.Office;

/// <summary>Writes down how long the seller waited, for the report.</summary>
sealed class WhenPaperAnswered(IKomejiDb db, SettingsInForce settings) : IReaction<PaperAnswered>
{
    public async Task Handle(Happened<PaperAnswered> notification, CancellationToken cancellationToken) =>
        db.OfficeAnswers.Add(new OfficeAnswer(notification.Fact, await settings.Calendar(cancellationToken)));
}
