using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>Texts the shop often answers with, by title.</summary>
public sealed record ListQuickReplies : IQuery<IReadOnlyList<QuickReplyRow>>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListQuickReplies, IReadOnlyList<QuickReplyRow>>
    {
        public async Task<IReadOnlyList<QuickReplyRow>> Handle(ListQuickReplies request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Orders, cancellationToken)).Id;
            return await db.QuickReplies.AsNoTracking().Where(r => r.StoreId == shop).OrderBy(r => r.Title).ThenBy(r => r.Id)
                .Select(r => new QuickReplyRow(r.Id, r.Title, r.Text)).ToListAsync(cancellationToken);
        }
    }
}

public sealed record QuickReplyRow(QuickReplyId Id, string Title, string Text);

/// <summary>Writes a new one, or anew.</summary>
/// <param name="Id">Null: a new one.</param>
/// <exception cref="NotFound">It is not there, or another shop's.</exception>
/// <exception cref="RuleBroken"><c>reply.title</c>, <c>reply.text</c>, <c>reply.most</c>, <c>chat.hidden</c></exception>
public sealed record SaveQuickReply(QuickReplyId? Id, string Title, string Text) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<SaveQuickReply>
    {
        public async Task<Unit> Handle(SaveQuickReply request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Orders, cancellationToken)).Id;
            await db.TakeTurn($"quick replies {shop.Value}", cancellationToken);
            if (request.Id is { } id)
            {
                (await db.QuickReplyOf(shop, id, cancellationToken)).Write(request.Title, request.Text);
                return Unit.Value;
            }

            var most = await settings.Number(SettingCatalogue.QuickRepliesMost, cancellationToken);
            if (await db.QuickReplies.CountAsync(r => r.StoreId == shop, cancellationToken) >= most)
            {
                throw new RuleBroken("reply.most", $"Satu toko paling banyak {most} balasan cepat. Hapus yang tidak dipakai dahulu.");
            }

            db.QuickReplies.Add(QuickReply.Make(shop, request.Title, request.Text, clock.GetUtcNow()));
            return Unit.Value;
        }
    }
}

/// <exception cref="NotFound">It is not there, or another shop's.</exception>
public sealed record RemoveQuickReply(QuickReplyId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<RemoveQuickReply>
    {
        public async Task<Unit> Handle(RemoveQuickReply request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Orders, cancellationToken)).Id;
            db.QuickReplies.Remove(await db.QuickReplyOf(shop, request.Id, cancellationToken));
            return Unit.Value;
        }
    }
}

static class QuickRepliesOf
{
    /// <exception cref="NotFound">It is not there, or another shop's.</exception>
    public static async Task<QuickReply> QuickReplyOf(this IKomejiDb db, StoreId shop, QuickReplyId id, CancellationToken cancellationToken) =>
        await db.QuickReplies.SingleOrDefaultAsync(r => r.Id == id && r.StoreId == shop, cancellationToken) ?? throw new NotFound();
}
