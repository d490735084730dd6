using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>What is said about products.</summary>
public sealed partial class TestObjects
{
    async Task<Review> NewReview(UserId buyer, Store store, DateTimeOffset now)
    {
        var order = (await NewPurchase(buyer, store, now)).Orders[0];
        var line = order.Lines[0];
        var subject = new ReviewSubject(order.Id, line.Id, line.ProductId, store.Id, buyer, "Siti Aminah", line.ProductName, "");
        var review = Review.Write(subject, 5, "Renyah dan gurih.", TimeSpan.FromDays(30), now);
        await Added(review, r => r.Id.Value);
        return review;
    }

    async Task<Question> NewQuestion(UserId asker, Store store, DateTimeOffset now)
    {
        var product = await NewProduct(store, now);
        var question = Question.Ask(product.Id, store.Id, asker, "Siti Aminah", "Apakah ini pedas sekali?", now);
        await Added(question, q => q.Id.Value);
        return question;
    }
}
