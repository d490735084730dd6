using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews.Reports;

/// <summary>Whoever wrote a hidden review or question says why it should be read.</summary>
/// <exception cref="RuleBroken"><c>report.*</c></exception>
public sealed record AppealMyText(TextKind Kind, Guid Talk, string Plea) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<AppealMyText>
    {
        public async Task<Unit> Handle(AppealMyText request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            await db.TakeTurn(CaseTurn.Of(request.Talk), cancellationToken);
            var talk = request.Kind is TextKind.Review or TextKind.Question ? await db.Talk(request.Kind, request.Talk, cancellationToken) : null;
            if (talk is null || talk.AuthorId != me)
            {
                throw new NotFound();
            }

            await db.Appeal(request.Kind, request.Talk, new Actor(me.Value, "penulis"), request.Plea, clock.GetUtcNow(), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>The same by the shop, of a hidden answer.</summary>
/// <exception cref="RuleBroken"><c>report.*</c></exception>
public sealed record AppealAnswer(TextKind Kind, Guid Talk, string Plea) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<AppealAnswer>
    {
        public async Task<Unit> Handle(AppealAnswer request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Products, cancellationToken);
            await db.TakeTurn(CaseTurn.Of(request.Talk), cancellationToken);
            var talk = request.Kind is TextKind.ReviewAnswer or TextKind.QuestionAnswer ? await db.Talk(request.Kind, request.Talk, cancellationToken) : null;
            if (talk is null || talk.StoreId != shop.Id)
            {
                throw new NotFound();
            }

            await db.Appeal(request.Kind, request.Talk, shop.Actor, request.Plea, clock.GetUtcNow(), cancellationToken);
            return Unit.Value;
        }
    }
}

static class Appeals
{
    public static async Task Appeal(this IKomejiDb db, TextKind kind, Guid talk, Actor by, string plea, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = await db.TextCases.OfText(kind, talk).SingleOrDefaultAsync(cancellationToken)
            ?? throw new RuleBroken("report.none", "Tulisan ini tidak disembunyikan, jadi tidak ada yang perlu dijawab.");
        text.Appeal(by, plea, now);
    }
}
