using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Reviews;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Reviews;

public sealed class ReviewTests
{
    static readonly DateTimeOffset Now = Orders.Monday;

    [Theory]
    [InlineData(OrderState.AwaitingPayment)]
    [InlineData(OrderState.AwaitingSeller)]
    [InlineData(OrderState.Processing)]
    [InlineData(OrderState.PartiallyShipped)]
    [InlineData(OrderState.ReadyForPickup)]
    [InlineData(OrderState.Shipped)]
    [InlineData(OrderState.ReturnedToSender)]
    [InlineData(OrderState.Delivered)]
    [InlineData(OrderState.Refunded)]
    [InlineData(OrderState.Cancelled)]
    [InlineData(OrderState.Expired)]
    public void Only_a_completed_order_is_reviewed(OrderState state)
    {
        var order = Orders.In(state);
        Code(() => ReviewSubject.Of(order, order.Lines[0], "Siti Aminah")).ShouldBe("review.order_state");
    }

    [Fact]
    public void Every_change_of_what_is_shown_moves_the_rating_by_as_much()
    {
        var review = Written(4);
        var (reviews, stars) = Moved(review);
        (reviews, stars).ShouldBe((1, 4));
        review.Rewrite(2, "Ternyata melempem.", Now.AddHours(1));
        review.Rewrite(2, "Ternyata agak melempem.", Now.AddHours(2));
        Moved(review).ShouldBe((0, -2));
        review.SetHidden(answer: false, hidden: true);
        review.SetHidden(answer: false, hidden: true);
        Moved(review).ShouldBe((-1, -2));
        review.SetHidden(answer: false, hidden: false);
        review.SetHidden(answer: true, hidden: true);
        Moved(review).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public void Stars_are_one_to_five(int stars) => Code(() => Written(stars)).ShouldBe("review.stars");

    [Fact]
    public void It_is_changed_until_its_time_is_over_and_not_while_it_is_hidden()
    {
        var review = Written(4);
        review.Rewrite(5, "Enak.", Now.AddDays(30));
        Code(() => review.Rewrite(1, "Enak.", Now.AddDays(30).AddSeconds(1))).ShouldBe("review.too_late");
        review.SetHidden(answer: false, hidden: true);
        Code(() => review.Rewrite(1, "Enak.", Now)).ShouldBe("review.hidden");
        Code(() => review.SayAnswer("Terima kasih.", Orders.BuyerId, TimeSpan.FromDays(7), Now)).ShouldBe("answer.hidden");
    }

    [Fact]
    public void The_shop_answers_once_and_may_change_it_for_a_while()
    {
        var review = Written(4);
        review.SayAnswer("Terima kasih.", Orders.BuyerId, TimeSpan.FromDays(7), Now).ShouldBeTrue();
        review.SayAnswer("Terima kasih banyak.", Orders.BuyerId, TimeSpan.FromDays(90), Now.AddDays(7)).ShouldBeFalse();
        Code(() => review.SayAnswer("Terlambat.", Orders.BuyerId, TimeSpan.FromDays(7), Now.AddDays(8))).ShouldBe("answer.too_late");
        review.Answer.ShouldBe("Terima kasih banyak.");
        review.AnsweredAt.ShouldBe(Now);
        review.AnswerEditedAt.ShouldBe(Now.AddDays(7));
        review.SetHidden(answer: true, hidden: true);
        (review.ShowsAnswer, review.IsHidden).ShouldBe((false, false));
    }

    [Fact]
    public void It_has_five_pictures_at_most()
    {
        var review = Written(4);
        for (var i = 0; i < Review.MostPictures; i++)
        {
            review.AddPicture($"{i}.webp", 10, 10, Now);
        }

        Code(() => review.AddPicture("6.webp", 10, 10, Now)).ShouldBe("review.picture_limit");
        review.RemovePicture(review.Pictures[0].Id, Now);
        review.Pictures.Select(p => p.FileKey).ShouldBe(["1.webp", "2.webp", "3.webp", "4.webp"]);
    }

    static Review Written(int stars)
    {
        var order = Orders.In(OrderState.Completed);
        return Review.Write(ReviewSubject.Of(order, order.Lines[0], "Siti Aminah"), stars, "Renyah.", TimeSpan.FromDays(30), Now);
    }

    static (int Reviews, int Stars) Moved(Review review)
    {
        var moves = review.TakeEvents().Cast<RatingMoved>().ToList();
        return (moves.Sum(m => m.Reviews), moves.Sum(m => m.Stars));
    }

    static string Code(Action act) => Should.Throw<RuleBroken>(act).Code;
}
