using System.Runtime.CompilerServices;
using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>The shop's reviews as a table to take away, read in batches while the file is written.</summary>
public sealed record ExportShopReviews(ShopReviewFilter Filter) : IQuery<TalkTable>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ExportShopReviews, TalkTable>
    {
        static readonly string[] Heads = ["waktu_wib", "produk", "varian", "pengulas", "bintang", "ulasan", "foto", "disembunyikan", "balasan", "dibalas_wib"];

        public async Task<TalkTable> Handle(ExportShopReviews request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Products, cancellationToken)).Id;
            return new TalkTable("ulasan", Heads, Read(db.ReviewsOf(shop, request.Filter), cancellationToken));
        }

        static async IAsyncEnumerable<IReadOnlyList<object>> Read(IQueryable<Review> reviews, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var inOrder = reviews.Include(r => r.Pictures).OrderByDescending(r => r.WrittenAt).ThenBy(r => r.Id);
            for (var (skip, full) = (0, true); full; skip += TalkTable.Batch)
            {
                var batch = await inOrder.Skip(skip).Take(TalkTable.Batch).ToListAsync(cancellationToken);
                foreach (var r in batch)
                {
                    yield return
                    [
                        BookLines.Moment(r.WrittenAt), r.ProductName, r.VariantName, r.AuthorName, (long)r.Stars, r.Text, (long)r.Pictures.Count, r.IsHidden ? "ya" : "tidak", r.Answer,
                        r.AnsweredAt is { } at ? BookLines.Moment(at) : "",
                    ];
                }

                full = batch.Count == TalkTable.Batch;
            }
        }
    }
}

/// <summary>The same of the questions asked.</summary>
public sealed record ExportShopQuestions(bool Unanswered) : IQuery<TalkTable>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ExportShopQuestions, TalkTable>
    {
        static readonly string[] Heads = ["waktu_wib", "produk", "penanya", "pertanyaan", "disembunyikan", "jawaban", "dijawab_wib"];

        public async Task<TalkTable> Handle(ExportShopQuestions request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Products, cancellationToken)).Id;
            var questions = db.Questions.AsNoTracking().Where(q => q.StoreId == shop);
            return new TalkTable("pertanyaan", Heads, Read(request.Unanswered ? questions.Unanswered() : questions, cancellationToken));
        }

        async IAsyncEnumerable<IReadOnlyList<object>> Read(IQueryable<Question> questions, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var inOrder = questions.OrderByDescending(q => q.WrittenAt).ThenBy(q => q.Id).Select(q => new { Question = q, Product = db.Products.Where(p => p.Id == q.ProductId).Select(p => p.Name).First() });
            for (var (skip, full) = (0, true); full; skip += TalkTable.Batch)
            {
                var batch = await inOrder.Skip(skip).Take(TalkTable.Batch).ToListAsync(cancellationToken);
                foreach (var row in batch)
                {
                    var q = row.Question;
                    yield return [BookLines.Moment(q.WrittenAt), row.Product, q.AuthorName, q.Text, q.IsHidden ? "ya" : "tidak", q.Answer, q.AnsweredAt is { } at ? BookLines.Moment(at) : ""];
                }

                full = batch.Count == TalkTable.Batch;
            }
        }
    }
}

/// <summary>A table to take away. Cells are texts or whole numbers.</summary>
/// <param name="Name">Of the file, without its kind.</param>
public sealed record TalkTable(string Name, IReadOnlyList<string> Heads, IAsyncEnumerable<IReadOnlyList<object>> Rows)
{
    /// <summary>So small that a slow download holds no connection to the database between two batches.</summary>
    internal const int Batch = 500;
}
