using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews.Reports;

/// <summary>
/// An officer, who is tied neither to the shop nor to the text, lets it be read or takes it out of sight, with a reason its author is
/// told. After an appeal another officer does so.
/// </summary>
/// <exception cref="RuleBroken"><c>report.*</c>, <c>staff.own_case</c></exception>
public sealed record DecideTextCase(TextCaseId Id, bool Hide, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, Notifier notifier, StalePages stale, TimeProvider clock) : IRequestHandler<DecideTextCase>
    {
        public async Task<Unit> Handle(DecideTextCase request, CancellationToken cancellationToken)
        {
            var text = await db.TextCases.Include(c => c.Reports).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var talk = await db.Talk(text.Kind, text.TalkId, cancellationToken) ?? throw new NotFound();
            var me = user.Require();
            await db.RequireUntied(me, text.StoreId, cancellationToken);
            if (me == talk.AuthorId)
            {
                throw new RuleBroken("report.own_text", "Ini tulisan Anda sendiri, jadi petugas lain yang memutuskan.");
            }

            var before = text.State;
            await Decide(text, request, Actor.Staff(me.Value, user.IsIn(Roles.Operator) ? Roles.Operator : Roles.Admin), cancellationToken);
            talk.SetHidden(text.IsAboutAnswer, text.State is TextCaseState.Hidden or TextCaseState.Removed);
            var product = await db.Products.Where(p => p.Id == text.ProductId).Select(p => new { p.Name, p.Slug }).SingleAsync(cancellationToken);
            stale.Product(product.Slug);
            if (News(text, before, product.Name) is { } news)
            {
                await Tell(text, talk, news, cancellationToken);
            }

            return Unit.Value;
        }

        async Task Decide(TextCase text, DecideTextCase request, Actor by, CancellationToken cancellationToken)
        {
            if (request.Hide)
            {
                text.Hide(by, request.Reason, TimeSpan.FromDays(await settings.Number(SettingCatalogue.TextAppealDays, cancellationToken)), clock.GetUtcNow());
            }
            else
            {
                text.Keep(by, request.Reason, clock.GetUtcNow());
            }
        }

        /// <summary>Nobody hears of a report that led to nothing.</summary>
        static Notice? News(TextCase text, TextCaseState before, string product) => (before, text.State) switch
        {
            (_, TextCaseState.Hidden) => TalkTexts.Hidden(text.Kind, product, text.Reason),
            (_, TextCaseState.Removed) => TalkTexts.Removed(text.Kind, product, text.Reason),
            (TextCaseState.Appealed, TextCaseState.Kept) => TalkTexts.ShownAgain(text.Kind, product, text.Reason),
            _ => null,
        };

        Task Tell(TextCase text, ProductTalk talk, Notice news, CancellationToken cancellationToken) =>
            text.IsAboutAnswer ? notifier.TellShop(db, text.StoreId, news, cancellationToken) : notifier.Tell(talk.AuthorId, news, cancellationToken);
    }
}
