using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>Somebody asks about a product on display; the shop is told.</summary>
/// <exception cref="RuleBroken"><c>text.*</c>, <c>question.*</c></exception>
public sealed record AskQuestion(string Slug, string Text) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, Notifier notifier, StalePages stale, TimeProvider clock) : IRequestHandler<AskQuestion>
    {
        public async Task<Unit> Handle(AskQuestion request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            await db.TakeTurn(WritersTurn.Of(me), cancellationToken);
            var product = await db.Shown(request.Slug, cancellationToken);
            if (await db.WorkedIn(me).AnyAsync(s => s.Id == product.StoreId, cancellationToken))
            {
                throw new RuleBroken("question.own_shop", "Ini produk toko Anda sendiri. Tulis keterangannya di halaman produk.");
            }

            var question = Question.Ask(product.Id, product.StoreId, me, await db.NameOf(me, cancellationToken), request.Text, clock.GetUtcNow());
            await Check(question, cancellationToken);
            db.Questions.Add(question);
            stale.Product(product.Slug);
            await notifier.TellShop(db, product.StoreId, TalkTexts.Asked(product.Name), cancellationToken);
            return Unit.Value;
        }

        async Task Check(Question question, CancellationToken cancellationToken)
        {
            var (me, product, text) = (question.AuthorId, question.ProductId, question.Text);
            var mine = db.Questions.Where(q => q.AuthorId == me);
            if (await mine.AnyAsync(q => q.ProductId == product && q.Text == text, cancellationToken))
            {
                throw new RuleBroken("question.again", "Pertanyaan ini sudah Anda kirim. Jawabannya muncul di halaman produk dan di akun Anda.");
            }

            var waiting = await settings.Number(SettingCatalogue.QuestionsWaiting, cancellationToken);
            if (await mine.CountAsync(q => q.ProductId == product && q.AnsweredAt == null && !q.IsHidden, cancellationToken) >= waiting)
            {
                throw new RuleBroken("question.waiting", $"{waiting} pertanyaan Anda tentang produk ini belum dijawab. Tunggu jawaban penjual dahulu.");
            }

            var since = question.WrittenAt.AddHours(-1);
            if (await mine.CountAsync(q => q.WrittenAt > since, cancellationToken) >= await settings.Number(SettingCatalogue.QuestionsPerHour, cancellationToken))
            {
                throw new RuleBroken("question.too_often", "Pertanyaan Anda dalam satu jam ini sudah banyak. Lanjutkan nanti.");
            }
        }
    }
}
