using Komeji.Application.Common;
using Komeji.Application.Reviews;
using Komeji.Application.Reviews.Reports;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Reviews;

/// <summary>What is reported stays until an officer decides; its author is told why and may turn to another one.</summary>
public sealed class ModerationTests
{
    const string Reason = "Menghina penjualnya dengan kata kasar.";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hidden_review_is_neither_read_nor_counted_until_another_officer_shows_it_again(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, _, bought, slug) = await things.Start();
        var product = bought.Line.ProductId;
        await komeji.As(bought.Buyer).Send(new WriteReview(bought.Line.Id, 1, "Penjualnya payah.", []));
        var review = (await komeji.Send(new ListReviews(slug))).Reviews.Rows.Single().Id.Value;
        (await Refused(() => komeji.Send(new ReportText(TextKind.Review, review, TextReportReason.Abuse, "")))).ShouldBe("report.own_text");
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ReportText(TextKind.ReviewAnswer, review, TextReportReason.Abuse, "")));
        (await komeji.Send(new ShowReportedText(TextKind.Review, review))).IsMine.ShouldBeTrue();

        await komeji.As(shop.Owner).Send(new ReportText(TextKind.Review, review, TextReportReason.Abuse, "Menyebut kami payah."));
        (await things.Kept(product)).ShouldBe((1, 1), "it stays until somebody decides");
        var (first, second) = (await things.Market.Person(), await things.Market.Person());
        var reported = (await komeji.As(first, Roles.Operator).Send(new ListTextCases())).Rows.Single();
        (reported.Words.Text, reported.Words.Stars, reported.Reports.Single().Note).ShouldBe(("Penjualnya payah.", 1, "Menyebut kami payah."));
        (reported.Reports.Single().ByShop, reported.Words.Order.Length > 0, reported.Words.Reply).ShouldBe((true, true, ""));
        (await Refused(() => komeji.As(shop.Owner, Roles.Operator).Send(new DecideTextCase(reported.Id, true, Reason)))).ShouldBe("staff.own_case");
        (await Refused(() => komeji.As(bought.Buyer, Roles.Operator).Send(new DecideTextCase(reported.Id, false, Reason)))).ShouldBe("report.own_text");

        await komeji.As(first, Roles.Operator).Send(new DecideTextCase(reported.Id, true, Reason));
        (await things.Kept(product)).ShouldBe((0, 0));
        (await komeji.As(null).Send(new ListReviews(slug))).Stars.Rating.ShouldBe(default(Rating));
        (await things.News(bought.Buyer)).ShouldContain("Ulasan Anda disembunyikan");
        await Should.ThrowAsync<NotFound>(() => komeji.As(second).Send(new ReportText(TextKind.Review, review, TextReportReason.Abuse, "")));
        (await Refused(() => komeji.As(bought.Buyer).Send(new WriteReview(bought.Line.Id, 5, "Baik.", [])))).ShouldBe("review.hidden");

        await Should.ThrowAsync<NotFound>(() => komeji.As(second).Send(new AppealMyText(TextKind.Review, review, "Kata itu tidak menghina.")));
        await komeji.As(bought.Buyer).Send(new AppealMyText(TextKind.Review, review, "Kata itu tidak menghina."));
        (await komeji.Send(new ShowMyReview(bought.Line.Id))).Written!.Hidden!.State.ShouldBe(TextCaseState.Appealed);
        (await Refused(() => komeji.As(first, Roles.Operator).Send(new DecideTextCase(reported.Id, false, Reason)))).ShouldBe("report.own_decision");
        await komeji.As(second, Roles.Operator).Send(new DecideTextCase(reported.Id, false, "Keras, tetapi bukan hinaan."));
        (await things.Kept(product)).ShouldBe((1, 1));
        (await things.News(bought.Buyer)).ShouldContain("Ulasan Anda tampil lagi");
        (await komeji.Send(new ListTextCases())).Total.ShouldBe(0);
        (await komeji.Send(new ListTextCases(Decided: true))).Rows.Single().State.ShouldBe(TextCaseState.Kept);
        (await Refused(() => komeji.As(shop.Owner).Send(new ReportText(TextKind.Review, review, TextReportReason.Abuse, "")))).ShouldBe("report.again");
        (await komeji.Run<RatingsToCheck>()).Done.ShouldBe(0);
        (await komeji.Read(db => db.StateChanges.CountAsync(c => c.Subject == TextCase.Subject))).ShouldBe(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_is_hidden_without_what_it_answers_and_the_shop_may_appeal(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, _, bought, slug) = await things.Start();
        await komeji.As(bought.Buyer).Send(new AskQuestion(slug, "Apakah ini pedas sekali?"));
        var question = (await komeji.As(shop.Owner).Send(new ListShopQuestions())).Rows.Single().Id;
        await komeji.Send(new AnswerQuestion(question, "Baca dulu keterangannya, bodoh."));
        await komeji.As(bought.Buyer).Send(new ReportText(TextKind.QuestionAnswer, question.Value, TextReportReason.Abuse, ""));
        var officer = await things.Market.Person();
        var text = (await komeji.As(officer, Roles.Admin).Send(new ListTextCases())).Rows.Single();
        (text.Kind, text.Words.Before).ShouldBe((TextKind.QuestionAnswer, "Apakah ini pedas sekali?"));
        await komeji.Send(new DecideTextCase(text.Id, true, Reason));
        var shown = (await komeji.As(null).Send(new ListQuestions(slug))).Questions.Rows.Single();
        shown.Text.ShouldBe("Apakah ini pedas sekali?");
        shown.Answer.ShouldBeNull();
        (await things.News(shop.Owner)).ShouldContain("Jawaban Anda disembunyikan");

        await Should.ThrowAsync<NotFound>(() => komeji.As(bought.Buyer).Send(new AppealAnswer(TextKind.QuestionAnswer, question.Value, "Itu hanya bercanda saja.")));
        await komeji.As(shop.Owner).Send(new AppealAnswer(TextKind.QuestionAnswer, question.Value, "Itu hanya bercanda saja."));
        var another = await things.Market.Person();
        await komeji.As(another, Roles.Operator).Send(new DecideTextCase(text.Id, true, "Tetap menghina pembeli."));
        (await Refused(() => komeji.As(shop.Owner).Send(new AppealAnswer(TextKind.QuestionAnswer, question.Value, "Sekali lagi saya keberatan.")))).ShouldBe("report.moved");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_officers_at_once_decide_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, _, bought, slug) = await things.Start();
        await komeji.As(bought.Buyer).Send(new WriteReview(bought.Line.Id, 3, "Biasa saja.", []));
        var review = (await komeji.Send(new ListReviews(slug))).Reviews.Rows.Single().Id.Value;
        await komeji.As(shop.Owner).Send(new ReportText(TextKind.Review, review, TextReportReason.Untrue, ""));
        var id = (await komeji.Send(new ListTextCases())).Rows.Single().Id;
        var officers = new[] { await things.Market.Person(), await things.Market.Person() };
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = officers.Select((officer, i) => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                await komeji.As(officer, Roles.Operator).Send(new DecideTextCase(id, i == 0, Reason));
                return true;
            }
            catch (Exception fault) when (fault is RuleBroken { Code: "report.moved" } or DbUpdateConcurrencyException)
            {
                return false;
            }
        })).ToList();
        start.SetResult();
        (await Task.WhenAll(running)).Count(done => done).ShouldBe(1);
        var hidden = await komeji.Read(db => db.Reviews.Select(r => r.IsHidden).SingleAsync());
        (await things.Kept(bought.Line.ProductId)).ShouldBe(hidden ? (0, 0) : (1, 3));
    }

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
