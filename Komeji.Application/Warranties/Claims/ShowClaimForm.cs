using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Warranties.Cards;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Claims;

/// <summary>What the form of a claim shows: the card, what was written before, and how long the answer may take.</summary>
public sealed record ShowClaimForm(string Card) : IQuery<ClaimFormPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShowClaimForm, ClaimFormPage>
    {
        public async Task<ClaimFormPage> Handle(ShowClaimForm request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var card = await CardPage.Read(db, me, request.Card, clock.GetUtcNow(), cancellationToken);
            var open = await db.WarrantyClaims.AsNoTracking().Include(c => c.Pictures).MadeBy(me)
                .SingleOrDefaultAsync(c => c.EndedAt == null && db.WarrantyCards.Any(k => k.Id == c.CardId && k.Code == request.Card), cancellationToken);
            var terms = await settings.ClaimTerms(cancellationToken);
            return new ClaimFormPage(
                card,
                open is { State: ClaimState.Draft } ? new ClaimFacts(open.Problem, open.Wish, open.Pieces) : null,
                open?.Number,
                open is null ? [] : [.. open.Pictures.Where(p => p.Of == ClaimPictureOf.Fault).OrderBy(p => p.Id.Value).Select(p => p.Id.Value)],
                open is not null and not { State: ClaimState.Draft },
                terms.AnswerWorkingDays);
        }
    }
}

/// <param name="Draft">What was written before; null when nothing was.</param>
/// <param name="Number">Of the claim that goes on or is being written.</param>
/// <param name="IsSent">It was sent already: there is nothing left to write.</param>
/// <param name="AnswerWorkingDays">In so many working days the warrantor answers, or an officer decides.</param>
public sealed record ClaimFormPage(CardPage Card, ClaimFacts? Draft, string? Number, IReadOnlyList<Guid> Pictures, bool IsSent, int AnswerWorkingDays);
