using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews.Reports;

/// <summary>Anyone signed in says that a public text should not be read. It stays to be read until an officer decides.</summary>
/// <param name="Talk">Of the review or question, also where its answer is reported.</param>
/// <exception cref="RuleBroken"><c>report.*</c></exception>
public sealed record ReportText(TextKind Kind, Guid Talk, TextReportReason Why, string Note) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ReportText>
    {
        public async Task<Unit> Handle(ReportText request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            await db.TakeTurn(CaseTurn.Of(request.Talk), cancellationToken);
            var text = ReportedText.Of(request.Kind, await db.Talk(request.Kind, request.Talk, cancellationToken)) ?? throw new NotFound();
            if (text.Author == me)
            {
                throw new RuleBroken("report.own_text", "Ini tulisan Anda sendiri. Ubah tulisannya bila perlu.");
            }

            await RequireNotTooOften(me, cancellationToken);
            var now = clock.GetUtcNow();
            var report = new ReportDraft(me, request.Why, request.Note);
            var known = await db.TextCases.Include(c => c.Reports).OfText(request.Kind, request.Talk).SingleOrDefaultAsync(cancellationToken);
            if (known is null)
            {
                db.TextCases.Add(TextCase.Open(request.Kind, request.Talk, text.Product, text.Store, report, now));
            }
            else
            {
                known.Report(report, text.ChangedAt, now);
            }

            return Unit.Value;
        }

        async Task RequireNotTooOften(UserId me, CancellationToken cancellationToken)
        {
            var since = clock.GetUtcNow().AddHours(-1);
            if (await db.TextCases.SelectMany(c => c.Reports).CountAsync(r => r.ReporterId == me && r.At > since, cancellationToken) >= await settings.Number(SettingCatalogue.ReportsPerHour, cancellationToken))
            {
                throw new RuleBroken("report.too_often", "Laporan Anda dalam satu jam ini sudah banyak. Lanjutkan nanti.");
            }
        }
    }
}

/// <summary>A public text that can be read now.</summary>
/// <param name="ChangedAt">When it was written or changed last.</param>
sealed record ReportedText(ProductId Product, StoreId Store, UserId Author, string Words, DateTimeOffset ChangedAt)
{
    /// <returns>Null when there is no such text to be read.</returns>
    public static ReportedText? Of(TextKind kind, ProductTalk? talk)
    {
        if (talk is null || talk.IsHidden)
        {
            return null;
        }

        if (kind is TextKind.Review or TextKind.Question)
        {
            return new ReportedText(talk.ProductId, talk.StoreId, talk.AuthorId, talk.Text, talk.EditedAt ?? talk.WrittenAt);
        }

        return talk.ShowsAnswer ? new ReportedText(talk.ProductId, talk.StoreId, talk.AnsweredBy!.Value, talk.Answer, talk.AnswerEditedAt ?? talk.AnsweredAt!.Value) : null;
    }
}

/// <summary>One at a time works on what is said of a text.</summary>
static class CaseTurn
{
    public static string Of(Guid talk) => $"case of {talk}";
}
