using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews.Reports;

/// <summary>Reported texts and appeals that wait for an officer, the longest waiting first; or those decided, the latest first.</summary>
public sealed record ListTextCases(bool Decided = false, int Page = 1) : IQuery<PageOf<TextCaseRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListTextCases, PageOf<TextCaseRow>>
    {
        public async Task<PageOf<TextCaseRow>> Handle(ListTextCases request, CancellationToken cancellationToken)
        {
            var cases = db.TextCases.AsNoTracking().Include(c => c.Reports);
            var asked = request.Decided
                ? cases.Where(c => c.State != TextCaseState.Reported && c.State != TextCaseState.Appealed).OrderByDescending(c => c.Since).ThenBy(c => c.Id)
                : cases.Where(c => c.State == TextCaseState.Reported || c.State == TextCaseState.Appealed).OrderBy(c => c.Since).ThenBy(c => c.Id);
            var page = await asked.ToPage(request.Page, PageSize, cancellationToken);
            var words = await Words(page.Rows, cancellationToken);
            var products = page.Rows.Select(c => c.ProductId).Distinct().ToList();
            var names = await (from p in db.Products
                               where products.Contains(p.Id)
                               join s in db.Stores on p.StoreId equals s.Id
                               select new { p.Id, p.Name, p.Slug, Store = s.Name, Owner = s.OwnerId }).ToDictionaryAsync(p => p.Id, cancellationToken);
            var people = page.Rows.Where(c => c.DecidedBy is not null).Select(c => c.DecidedBy!.Value.Value).Distinct().ToList();
            var officers = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
            var rows = page.Rows.Select(c => new TextCaseRow(
                c.Id, c.Kind, c.State, names[c.ProductId].Name, names[c.ProductId].Slug, names[c.ProductId].Store, words[c.TalkId].Of(c.Kind), c.Since,
                [.. c.Reports.OrderByDescending(r => r.At).Select(r => new ReportRow(r.Why, r.Note, r.At, r.ReporterId == names[c.ProductId].Owner))], c.Reason, c.Plea, c.DecidedBy is { } by ? officers.GetValueOrDefault(by.Value, "") : ""));
            return new PageOf<TextCaseRow>([.. rows], page.Number, page.Size, page.Total);
        }

        async Task<IReadOnlyDictionary<Guid, Said>> Words(IReadOnlyList<TextCase> cases, CancellationToken cancellationToken)
        {
            var reviews = cases.Where(c => c.Kind is TextKind.Review or TextKind.ReviewAnswer).Select(c => new ReviewId(c.TalkId)).Distinct().ToList();
            var questions = cases.Where(c => c.Kind is TextKind.Question or TextKind.QuestionAnswer).Select(c => new QuestionId(c.TalkId)).Distinct().ToList();
            var said = new Dictionary<Guid, Said>();
            var orders = await db.Orders.Where(o => db.Reviews.Any(r => r.OrderId == o.Id && reviews.Contains(r.Id)))
                .Select(o => new { o.Id, o.Number }).ToDictionaryAsync(o => o.Id, o => o.Number, cancellationToken);
            foreach (var review in await db.Reviews.AsNoTracking().Include(r => r.Pictures).Where(r => reviews.Contains(r.Id)).ToListAsync(cancellationToken))
            {
                said[review.Id.Value] = new Said(review, review.Stars, review.Photos(), orders.GetValueOrDefault(review.OrderId, ""));
            }

            foreach (var question in await db.Questions.AsNoTracking().Where(q => questions.Contains(q.Id)).ToListAsync(cancellationToken))
            {
                said[question.Id.Value] = new Said(question, 0, [], "");
            }

            return said;
        }

        sealed record Said(ProductTalk Talk, int Stars, IReadOnlyList<ReviewPhoto> Pictures, string Order)
        {
            public CaseWords Of(TextKind kind) => kind is TextKind.Review or TextKind.Question
                ? new CaseWords(Talk.Text, "", Talk.AuthorName, Stars, Pictures, Talk.EditedAt ?? Talk.WrittenAt, Talk.Answer, Order)
                : new CaseWords(Talk.Answer, Talk.Text, "Penjual", 0, [], Talk.AnswerEditedAt ?? Talk.AnsweredAt ?? Talk.WrittenAt, "", Order);
        }
    }
}

/// <param name="Since">Since when it waits, or when it was decided.</param>
/// <param name="Reports">The newest first; who reported is told to nobody.</param>
/// <param name="Decider">Name of who decided last; empty while nobody has.</param>
public sealed record TextCaseRow(
    TextCaseId Id, TextKind Kind, TextCaseState State, string Product, string Slug, string Store, CaseWords Words, DateTimeOffset Since, IReadOnlyList<ReportRow> Reports, string Reason, string Plea, string Decider)
{
    public bool Waits => State is TextCaseState.Reported or TextCaseState.Appealed;
}

/// <param name="Before">What it answers; empty when it is no answer.</param>
/// <param name="Stars">0 when it is no review.</param>
/// <param name="At">When it was written or changed last.</param>
/// <param name="Reply">What the shop answered to it; empty when it did not, or when this is the answer.</param>
/// <param name="Order">Number of the order that was reviewed; empty for a question.</param>
public sealed record CaseWords(string Text, string Before, string Author, int Stars, IReadOnlyList<ReviewPhoto> Pictures, DateTimeOffset At, string Reply, string Order);

/// <param name="ByShop">The shop that it is about reported it.</param>
public sealed record ReportRow(TextReportReason Why, string Note, DateTimeOffset At, bool ByShop);
