using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Messages;

public sealed class ConversationTests
{
    static readonly DateTimeOffset Monday = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly Actor Siti = Actor.Buyer(new Guid("00000000-0000-0000-0000-000000000001"));
    static readonly Actor Sri = Actor.Seller(new Guid("00000000-0000-0000-0000-000000000002"));
    static readonly ChatTerms Open = new(TimeSpan.FromHours(24), false);
    static readonly ChatTerms Away = new(TimeSpan.FromHours(24), true);

    static Conversation Begin(bool order = false, string buyer = "Siti Aminah") => Conversation.Begin(
        new ChatAbout(StoreId.New(Monday), new UserId(Siti.UserId!.Value), order ? OrderId.New(Monday) : null, order ? null : ProductId.New(Monday), "Keripik tempe"), buyer, Monday);

    static ChatMessage Ask(Conversation talk, int hours, string text = "Apakah masih ada?", ChatTerms? terms = null) => talk.Say(ChatSide.Buyer, Siti, ChatDraft.Of(text, []), terms ?? Open, Monday.AddHours(hours));

    static ChatMessage Answer(Conversation talk, int hours, string text = "Masih ada.") => talk.Say(ChatSide.Shop, Sri, ChatDraft.Of(text, []), Open, Monday.AddHours(hours));

    [Fact]
    public void A_side_is_told_once_for_all_it_has_not_read()
    {
        var talk = Begin();
        Ask(talk, 0);
        talk.NeedsNews(ChatSide.Shop).ShouldBeTrue();
        Ask(talk, 1);
        talk.NeedsNews(ChatSide.Shop).ShouldBeFalse();
        talk.UnreadByShop.ShouldBe(2);
        talk.Read(ChatSide.Shop);
        Ask(talk, 2);
        talk.NeedsNews(ChatSide.Shop).ShouldBeTrue();

        Answer(talk, 3);
        (talk.UnreadByShop, talk.UnreadByBuyer).ShouldBe((0, 1), "whoever answers has read");
        talk.NeedsNews(ChatSide.Buyer).ShouldBeTrue();
        talk.Mute(ChatSide.Buyer, true, Monday);
        talk.NeedsNews(ChatSide.Buyer).ShouldBeFalse("muted");
        talk.UnreadByBuyer.ShouldBe(1, "it has arrived all the same");
        talk.Mute(ChatSide.Buyer, false, Monday);
        talk.NeedsNews(ChatSide.Buyer).ShouldBeTrue();
    }

    [Fact]
    public void A_question_lasts_until_the_shop_answers()
    {
        var talk = Begin();
        Ask(talk, 0);
        Ask(talk, 1, "Halo?");
        talk.Waits.ShouldHaveSingleItem().AskedAt.ShouldBe(Monday);
        Answer(talk, 3);
        var wait = talk.Waits.ShouldHaveSingleItem();
        (wait.Counts, wait.AnsweredAt, wait.AnsweredBy).ShouldBe((true, (DateTimeOffset?)Monday.AddHours(3), (UserId?)new UserId(Sri.UserId!.Value)));
    }

    /// <summary>A thank-you needs no answer; a question mark or a day later it does.</summary>
    [Theory]
    [InlineData(4, "Terima kasih", false)]
    [InlineData(4, "Ada yang pedas?", true)]
    [InlineData(27, "Saya mau yang besar", true)]
    public void What_follows_an_answer_counts_only_when_it_asks(int hours, string text, bool counts)
    {
        var talk = Begin();
        Ask(talk, 0);
        Answer(talk, 3);
        Ask(talk, hours, text);
        talk.Waits[^1].Counts.ShouldBe(counts);
    }

    [Fact]
    public void A_word_becomes_a_question_when_more_is_asked_and_time_runs_from_then()
    {
        var talk = Begin();
        Ask(talk, 0);
        Answer(talk, 3);
        Ask(talk, 4, "Terima kasih");
        Ask(talk, 9, "Oh ya, bisa dikirim besok?");
        var wait = talk.Waits[^1];
        (talk.Waits.Count, wait.Counts, wait.AskedAt).ShouldBe((2, true, Monday.AddHours(9)));
    }

    [Fact]
    public void Nobody_expects_an_answer_of_a_shop_on_holiday()
    {
        var talk = Begin();
        Ask(talk, 0, terms: Away);
        talk.Waits.ShouldHaveSingleItem().Counts.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Siti Aminah", false, "Siti A.")]
    [InlineData("Siti", false, "Siti")]
    [InlineData("", false, "Pembeli")]
    [InlineData("Siti Aminah", true, "Siti Aminah")]
    public void A_shop_knows_the_whole_name_of_whom_it_sold_to_alone(string name, bool order, string shown) => Begin(order, name).BuyerName.ShouldBe(shown);

    [Fact]
    public void A_message_has_words_or_pictures_and_not_too_many()
    {
        Refusal("", 0).ShouldBe("chat.empty");
        Refusal(" \n ", 0).ShouldBe("chat.empty");
        Refusal(new string('a', ChatDraft.Longest + 1), 0).ShouldBe("chat.too_long");
        Refusal("Ini fotonya", ChatDraft.MostPictures + 1).ShouldBe("chat.pictures");
        Refusal("lihat \u202Etxt.exe", 0).ShouldBe("chat.hidden");
        Refusal("setengah \uD800", 0).ShouldBe("chat.hidden");
        ChatDraft.Of("a\u200Bpa\r\nkabar", []).Text.ShouldBe("apa\nkabar");
        ChatDraft.Of("", ["satu.webp"]).Pictures.ShouldBe(["satu.webp"]);

        static string? Refusal(string text, int pictures) => RuleBroken.By(() => ChatDraft.Of(text, [.. Enumerable.Repeat("a.webp", pictures)]))?.Code;
    }

    [Fact]
    public void What_an_officer_takes_away_is_not_shown_in_the_list_either()
    {
        var talk = Begin();
        var message = Ask(talk, 0, "Kirim ke rekening saya saja");
        talk.Remove(message, new UserId(Sri.UserId!.Value), "Mengajak bayar di luar", Monday.AddHours(1));
        talk.LastWords.ShouldNotContain("rekening");
        (message.RemovedAt, message.RemovalReason).ShouldBe(((DateTimeOffset?)Monday.AddHours(1), "Mengajak bayar di luar"));
    }

    [Theory]
    [InlineData("Apakah masih ada? Harganya Rp150.000 ya", ChatWarnings.None)]
    [InlineData("Pesanan KMJ-20261005-AB12CD, resi JX1234567890", ChatWarnings.None)]
    [InlineData("Transfer saja ke rekening BCA", ChatWarnings.Payment)]
    [InlineData("1234567890123 atas nama Sri", ChatWarnings.Payment)]
    [InlineData("hubungi 0812-5550-0126", ChatWarnings.Contact)]
    [InlineData("081255500126", ChatWarnings.Contact)]
    [InlineData("+62 812 5550 0126", ChatWarnings.Contact)]
    [InlineData("WA aja kak", ChatWarnings.Contact)]
    [InlineData("ｗｈａｔｓａｐｐ ya", ChatWarnings.Contact)]
    [InlineData("siti @ contoh.test", ChatWarnings.Contact)]
    [InlineData("buka https://contoh.test/bayar", ChatWarnings.Link)]
    [InlineData("cek toko-murah.shop dulu", ChatWarnings.Link)]
    [InlineData("tf ke 081255500126 lewat www.contoh.test", ChatWarnings.Payment | ChatWarnings.Contact | ChatWarnings.Link)]
    public void Contacts_links_and_paying_elsewhere_are_noticed(string text, ChatWarnings found) => ChatWarning.In(text).ShouldBe(found);

    [Fact]
    public void No_text_makes_the_reader_of_contacts_fail()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0xD7FF))]);
            if (PlainText.Read(text, lines: true) is { } kept)
            {
                ((int)ChatWarning.In(kept)).ShouldBeInRange(0, 7);
            }
        }
    }

    [Fact]
    public void A_report_moves_as_docs_draw_it() => StateDiagram.ShouldMatch<ChatReportState>("messages.md", "A report", ChatReportMoves.From);

    /// <summary>Every state × both decisions × every role.</summary>
    [Fact]
    public void Only_officers_decide_a_report_and_only_once()
    {
        foreach (var role in Roles.All.Concat(["pembeli", "penjual", "staf_toko", Actor.KeeperRole]))
        {
            var by = new Actor(new Guid("00000000-0000-0000-0000-000000000009"), role);
            foreach (var (state, upheld) in Enum.GetValues<ChatReportState>().SelectMany(s => new[] { (s, true), (s, false) }))
            {
                var talk = Begin();
                var report = ChatReport.Make(talk, Ask(talk, 0, "Bodoh sekali"), ChatSide.Shop, Sri, ChatReportKind.Abuse, "", Monday);
                if (state != ChatReportState.Open)
                {
                    report.Decide(state == ChatReportState.Upheld, Actor.Staff(Guid.Empty, Roles.Operator), "Kata kasar kepada penjual", Monday);
                }

                var refusal = RuleBroken.By(() => report.Decide(upheld, by, "Kata kasar kepada penjual", Monday));
                (refusal?.Code).ShouldBe(role is not (Roles.Operator or Roles.Admin) ? "chat.not_staff" : state == ChatReportState.Open ? null : "chat.decided", $"{role} in {state}");
                report.State.ShouldBe(refusal is not null ? state : upheld ? ChatReportState.Upheld : ChatReportState.Dismissed, $"{role} in {state}");
            }
        }
    }

    [Fact]
    public void Only_the_other_sides_message_is_reported_and_decided_once_with_a_reason()
    {
        var talk = Begin();
        var message = Ask(talk, 0, "Bodoh sekali");
        RuleBroken.By(() => ChatReport.Make(talk, message, ChatSide.Buyer, Siti, ChatReportKind.Abuse, "", Monday))!.Code.ShouldBe("chat.own_message");
        RuleBroken.By(() => ChatReport.Make(talk, message, ChatSide.Shop, Sri, ChatReportKind.Other, "kasar", Monday))!.Code.ShouldBe("chat.report_words");
        var report = ChatReport.Make(talk, message, ChatSide.Shop, Sri, ChatReportKind.Abuse, "", Monday);
        var officer = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000003"), "operator");
        RuleBroken.By(() => report.Decide(true, officer, "kasar", Monday))!.Code.ShouldBe("chat.report_note");
        report.Decide(true, officer, "Kata kasar kepada penjual", Monday);
        report.State.ShouldBe(ChatReportState.Upheld);
        RuleBroken.By(() => report.Decide(false, officer, "Kata kasar kepada penjual", Monday))!.Code.ShouldBe("chat.decided");
        report.NewSteps.Select(s => s.ReasonCode).ShouldBe(["chat.reported", "chat.upheld"]);
    }
}
