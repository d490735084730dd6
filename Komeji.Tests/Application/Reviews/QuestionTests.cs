using Komeji.Application.Common;
using Komeji.Application.Reviews;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Reviews;

/// <summary>A question waits with the shop until it is answered for everyone; nobody fills the list.</summary>
public sealed class QuestionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_shop_answers_what_waits_and_the_asker_hears_of_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, slug, asker) = await Start(things, komeji);
        await komeji.As(asker).Send(new AskQuestion(slug, "Apakah ini pedas sekali?"));
        (await komeji.As(shop.Owner).Send(new ListSellerChores())).Questions.ShouldBe(1);
        var waiting = (await komeji.Send(new ListShopQuestions())).Rows.Single();
        (waiting.Author, waiting.Text, waiting.Answer.MayBeWritten).ShouldBe(("S*** A.", "Apakah ini pedas sekali?", true));

        await komeji.Send(new AnswerQuestion(waiting.Id, "Tidak, pedasnya sedang."));
        (await komeji.Send(new ListShopQuestions())).Total.ShouldBe(0);
        (await komeji.Send(new ListShopQuestions(Unanswered: false))).Total.ShouldBe(1);
        (await komeji.Send(new ListSellerChores())).Questions.ShouldBe(0);
        (await komeji.As(null).Send(new ListQuestions(slug))).Questions.Rows.Single().Answer!.Text.ShouldBe("Tidak, pedasnya sedang.");
        (await things.News(asker)).ShouldContain("Pertanyaan Anda dijawab");
        (await komeji.As(asker).Send(new ListMyQuestions())).Rows.Single().Question.Answer.ShouldNotBeNull();

        komeji.Clock.Advance(TimeSpan.FromDays(8));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new AnswerQuestion(waiting.Id, "Sebenarnya pedas.")))).Code.ShouldBe("answer.too_late");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Not_by_the_shop_not_twice_and_not_too_many(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var things = new BoughtThings(komeji);
        var (shop, slug, asker) = await Start(things, komeji);
        (await Refused(komeji.As(shop.Owner), slug, "Apakah ini pedas sekali?")).ShouldBe("question.own_shop");
        komeji.As(asker);
        (await Refused(komeji, slug, "Pesan di toko-lain.com saja ya?")).ShouldBe("text.link");
        await komeji.Send(new AskQuestion(slug, "Apakah ini pedas sekali?"));
        (await Refused(komeji, slug, " Apakah ini pedas sekali? ")).ShouldBe("question.again");
        await komeji.Send(new AskQuestion(slug, "Tahan berapa lama?"));
        await komeji.Send(new AskQuestion(slug, "Ada kemasan besar?"));
        (await Refused(komeji, slug, "Bisa dikirim hari ini?")).ShouldBe("question.waiting");
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new AskQuestion("tidak-ada", "Apakah ini pedas sekali?")));

        var other = await things.Market.Shop();
        var question = (await komeji.As(shop.Owner).Send(new ListShopQuestions())).Rows[0];
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new AnswerQuestion(question.Id, "Bukan toko saya.")));
        await Should.ThrowAsync<NotFound>(() => komeji.As(asker).Send(new AnswerQuestion(question.Id, "Jawab sendiri.")));
        (await komeji.As(other.Owner).Send(new ListShopQuestions())).Total.ShouldBe(0);

        for (var more = 0; more < 3; more++)
        {
            await komeji.As(asker).Send(new AskQuestion(await Another(things, komeji, shop), "Apakah ini pedas sekali?"));
        }

        (await Refused(komeji, await Another(things, komeji, shop), "Apakah ini pedas sekali?")).ShouldBe("question.too_often");
    }

    static async Task<(Shop Shop, string Slug, UserId Asker)> Start(BoughtThings things, TestKomeji komeji)
    {
        var shop = await things.Market.Shop();
        return (shop, await Another(things, komeji, shop), await things.Market.Person());
    }

    static async Task<string> Another(BoughtThings things, TestKomeji komeji, Shop shop)
    {
        var variant = await things.Market.Product(shop);
        return await komeji.Read(db => db.Products.Where(p => p.Variants.Any(v => v.Id == variant)).Select(p => p.Slug).SingleAsync());
    }

    static async Task<string> Refused(TestKomeji komeji, string slug, string text) => (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new AskQuestion(slug, text)))).Code;
}
