using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Jobs;
using Komeji.Application.Messages;
using Komeji.Application.Messages.Reported;
using Komeji.Application.Settings;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Domain.Settings;
using Komeji.Domain.Stores;
using Komeji.Tests.Application.Returns;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Messages;

/// <summary>What buyers ask shops, who reads it, who answers, and what becomes of what is reported.</summary>
public sealed class MessagesTests
{
    const string Why = "Laporan penipuan diperiksa";

    /// <summary>A second after what was said before, as a page is in the order of time.</summary>
    static Task<ConversationId> Say(TestKomeji komeji, ChatSide side, ChatTo to, string text, params byte[] photos)
    {
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        return komeji.Send(new PostChat(side, to, text, [.. photos.Select(p => new PictureUpload("foto.jpg", new MemoryStream([p])))]));
    }

    static async Task<ChatTo> About(TestKomeji komeji, Market market, Shop shop)
    {
        var variant = await market.Product(shop);
        return new ChatTo.AboutProduct(await komeji.Read(db => db.Products.Where(p => p.Variants.Any(v => v.Id == variant)).Select(p => p.Slug).SingleAsync()));
    }

    static ChatTo In(ConversationId id) => new ChatTo.Thread(id);

    static async Task<UserId> Employ(TestKomeji komeji, Market market, Shop shop, ShopRights rights)
    {
        var (person, now) = (await market.Person(), komeji.Clock.GetUtcNow());
        var place = ShopStaff.Invite(shop.Id, new StaffInvitation("Budi", "budi@komeji.test", "uji", rights), Actor.Seller(shop.Owner.Value), TimeSpan.FromDays(1), now);
        place.Accept(person, shop.Owner, now);
        await komeji.Write(db => Task.FromResult(db.ShopStaff.Add(place)));
        return person;
    }

    static Task<int> Told(TestKomeji komeji, UserId person) => komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == person));

    static Task Set(TestKomeji komeji, string key, string value) =>
        komeji.Write(db => Task.FromResult(db.Settings.Add(new Setting(key, value, komeji.Clock.GetUtcNow().AddMinutes(-1), "uji", "uji", null, komeji.Clock.GetUtcNow()))));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_answers_in_its_name_and_who_did_it_is_kept(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, buyer) = (await market.Shop(), await market.Person());
        var (staff, packer) = (await Employ(komeji, market, shop, ShopRights.Orders), await Employ(komeji, market, shop, ShopRights.Products));
        var id = await Say(komeji.As(buyer), ChatSide.Buyer, await About(komeji, market, shop), "Apakah masih ada?");
        (await Told(komeji, shop.Owner), await Told(komeji, staff), await Told(komeji, packer)).ShouldBe((1, 1, 0));

        komeji.As(staff).At(shop.Id);
        (await komeji.Send(new ListConversations(ChatSide.Shop, ChatFilter.Unanswered))).Page.Rows.ShouldHaveSingleItem().With.ShouldBe("Siti A.");
        await Say(komeji, ChatSide.Shop, In(id), "Masih ada, silakan.");
        var seenByShop = (await komeji.Send(new ShowConversation(ChatSide.Shop, id))).Messages.Rows;
        (seenByShop[0].AuthorName, seenByShop[1].AuthorName).ShouldBe(("", "Siti Aminah"));

        komeji.As(buyer).At(null);
        var seen = await komeji.Send(new ShowConversation(ChatSide.Buyer, id));
        seen.Messages.Rows.Select(m => (m.Text, m.AuthorName)).ShouldBe([("Apakah masih ada?", ""), ("Masih ada, silakan.", "")]);
        (seen.With, seen.Unread).ShouldBe((seen.StoreName, 1));
        (await komeji.Read(db => db.ChatMessages.Where(m => m.Side == ChatSide.Shop).Select(m => m.AuthorId).SingleAsync())).ShouldBe(staff);
        (await komeji.Read(db => db.ChatWaits.SingleAsync())).AnsweredBy.ShouldBe(staff);
        (await komeji.Read(db => db.ShopDeeds.Select(d => d.What).ToListAsync())).ShouldBe(["PostChat"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_else_finds_a_conversation(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, other, buyer) = (await market.Shop(), await market.Shop(), await market.Person());
        var packer = await Employ(komeji, market, shop, ShopRights.Products);
        var id = await Say(komeji.As(buyer), ChatSide.Buyer, await About(komeji, market, shop), "Apakah masih ada?");
        var line = await komeji.Read(db => db.ChatMessages.Select(m => m.Id).SingleAsync());
        (UserId Who, ChatSide Side, StoreId? At)[] strangers =
            [(await market.Person(), ChatSide.Buyer, null), (shop.Owner, ChatSide.Buyer, null), (other.Owner, ChatSide.Shop, null), (packer, ChatSide.Shop, shop.Id), (buyer, ChatSide.Shop, null)];
        foreach (var (who, side, at) in strangers)
        {
            komeji.As(who).At(at);
            foreach (var act in new Func<Task>[]
            {
                () => komeji.Send(new ShowConversation(side, id)), () => Say(komeji, side, In(id), "Halo"), () => komeji.Send(new ReadConversation(side, id)),
                () => komeji.Send(new MuteConversation(side, id, true)), () => komeji.Send(new ReportChat(side, line, ChatReportKind.Spam, "")), () => komeji.Send(new ShowChatToReport(side, line)),
            })
            {
                await Should.ThrowAsync<NotFound>(act);
            }
        }

        (await komeji.Read(db => db.ChatMessages.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task About_an_order_both_may_begin_and_have_one_conversation(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder();
        var about = new ChatTo.AboutOrder(order.Number);
        var id = await Say(komeji.As(shop.Owner), ChatSide.Shop, about, "Ukuran L habis, boleh M?");
        (await Say(komeji.As(buyer), ChatSide.Buyer, about, "Boleh")).ShouldBe(id);
        (await komeji.Send(new ShowChatSubject(ChatSide.Buyer, about))).Conversation.ShouldBe(id);
        (await komeji.Send(new ListConversations(ChatSide.Buyer, Words: order.Number.ToLowerInvariant()))).Page.Total.ShouldBe(1);
        (await Should.ThrowAsync<RuleBroken>(async () => await Say(komeji.As(shop.Owner), ChatSide.Buyer, await About(komeji, market, shop), "Tes"))).Code.ShouldBe("chat.own_shop");
        await Should.ThrowAsync<NotFound>(() => Say(komeji.As(shop.Owner), ChatSide.Shop, new ChatTo.AboutOrder("KMJ-20261005-TIDAK1"), "Tes"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_first_messages_at_once_one_begins_and_the_other_side_is_told_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, buyer) = (await market.Shop(), await market.Person());
        var about = await About(komeji, market, shop);
        komeji.As(buyer);
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Say(komeji, ChatSide.Buyer, about, $"Pesan {n}"))));
        ids.Distinct().ShouldHaveSingleItem();
        (await komeji.Read(db => db.Conversations.Select(c => c.UnreadByShop).SingleAsync())).ShouldBe(6);
        (await komeji.Read(db => db.ChatWaits.CountAsync())).ShouldBe(1);
        (await Told(komeji, shop.Owner)).ShouldBe(1);

        await komeji.As(shop.Owner).Send(new ReadConversation(ChatSide.Shop, ids[0]));
        await Say(komeji.As(buyer), ChatSide.Buyer, In(ids[0]), "Halo?");
        (await Told(komeji, shop.Owner)).ShouldBe(2);
        await komeji.As(shop.Owner).Send(new MuteConversation(ChatSide.Shop, ids[0], true));
        await komeji.Send(new ReadConversation(ChatSide.Shop, ids[0]));
        await Say(komeji.As(buyer), ChatSide.Buyer, In(ids[0]), "Halo lagi?");
        (await Told(komeji, shop.Owner)).ShouldBe(2, "muted");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_says_too_much_waits(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, buyer) = (await market.Shop(), await market.Person());
        await Set(komeji, SettingCatalogue.ChatPerHour, "3");
        await Set(komeji, SettingCatalogue.ChatNewPerDay, "1");
        var id = await Say(komeji.As(buyer), ChatSide.Buyer, await About(komeji, market, shop), "Satu");
        var second = await About(komeji, market, shop);
        (await Should.ThrowAsync<RuleBroken>(() => Say(komeji.As(buyer), ChatSide.Buyer, second, "Dua"))).Code.ShouldBe("chat.too_many_new");
        await Say(komeji, ChatSide.Buyer, In(id), "Dua");
        await Say(komeji, ChatSide.Buyer, In(id), "Tiga");
        (await Should.ThrowAsync<RuleBroken>(() => Say(komeji, ChatSide.Buyer, In(id), "Empat"))).Code.ShouldBe("chat.too_many");
        komeji.Clock.Advance(TimeSpan.FromMinutes(61));
        await Say(komeji, ChatSide.Buyer, In(id), "Empat");
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        await Say(komeji, ChatSide.Buyer, second, "Baru");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_officer_sees_the_reported_message_alone_after_writing_down_why(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, buyer, officer) = (await market.Shop(), await market.Person(), await market.Person());
        var id = await Say(komeji.As(buyer), ChatSide.Buyer, await About(komeji, market, shop), "Apakah masih ada?");
        await Say(komeji.As(shop.Owner), ChatSide.Shop, In(id), "Transfer saja ke rekening saya");
        var line = (await komeji.As(buyer).Send(new ShowConversation(ChatSide.Buyer, id))).Messages.Rows[^1];
        line.Warnings.ShouldBe(ChatWarnings.Payment);
        await komeji.Send(new ReportChat(ChatSide.Buyer, line.Id, ChatReportKind.OutsidePayment, ""));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ReportChat(ChatSide.Buyer, line.Id, ChatReportKind.OutsidePayment, "")))).Code.ShouldBe("chat.reported");
        (await komeji.Send(new CountWaitingWork([WaitingKind.ReportedChats])))[WaitingKind.ReportedChats].ShouldBe(1);

        komeji.As(officer, Roles.Operator);
        var report = (await komeji.Send(new ListChatReports())).Rows.ShouldHaveSingleItem().Id;
        (await ReturnTests.Taken(komeji, new ExportChatReports(false, null))).Single().Id.ShouldBe(report);
        (await ReturnTests.Taken(komeji, new ExportChatReports(true, null))).ShouldBeEmpty();
        (await komeji.Send(new ShowChatReport(report))).Message.ShouldBeNull();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new DecideChatReport(report, true, "Mengajak bayar di luar")))).Code.ShouldBe("chat.not_opened");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new OpenChatReport(report, "lihat")))).Code.ShouldBe("chat.view_reason");
        await komeji.Send(new OpenChatReport(report, Why));
        (await komeji.Send(new ShowChatReport(report))).Message!.Text.ShouldBe("Transfer saja ke rekening saya");
        (await komeji.Read(db => db.ChatViews.Select(v => new { v.PersonId, v.Why }).SingleAsync())).ShouldBe(new { PersonId = officer, Why });
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner, Roles.Operator).Send(new OpenChatReport(report, Why)))).Code.ShouldBe("staff.own_case");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(buyer, Roles.Operator).Send(new OpenChatReport(report, Why)))).Code.ShouldBe("staff.own_case");

        await komeji.As(officer, Roles.Operator).Send(new DecideChatReport(report, true, "Mengajak bayar di luar"));
        var gone = (await komeji.As(buyer).Send(new ShowConversation(ChatSide.Buyer, id))).Messages.Rows[^1];
        (gone.IsRemoved, gone.Text, gone.RemovalReason).ShouldBe((true, "", "Mengajak bayar di luar"));
        (await komeji.Send(new ListConversations(ChatSide.Buyer))).Page.Rows[0].LastWords.ShouldNotContain("rekening");
        (await komeji.Read(db => db.Notifications.Where(n => n.Title == "Pesan Anda dihapus petugas").Select(n => n.UserId).SingleAsync())).ShouldBe(shop.Owner);
        (await komeji.Read(db => db.Notifications.Where(n => n.Title == "Laporan pesan Anda sudah diputuskan").Select(n => n.UserId).SingleAsync())).ShouldBe(buyer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pictures_are_for_the_two_sides_and_go_with_an_old_conversation(Engine engine)
    {
        var files = new KeptFiles();
        await using var komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSingleton<IPictures>(files);
            services.AddSingleton<IPrivateFiles>(files);
        });
        files.Clock = komeji.Clock;
        var market = new Market(komeji);
        var (shop, other, buyer) = (await market.Shop(), await market.Shop(), await market.Person());
        var about = await About(komeji, market, shop);
        (await Should.ThrowAsync<RuleBroken>(() => Say(komeji.As(buyer), ChatSide.Buyer, about, "Foto", 1, 2, 3, 4, 5, 6))).Code.ShouldBe("chat.pictures");
        files.Keys.ShouldBeEmpty();
        files.Cleaned.ShouldBe(0, "refused before any work");
        var id = await Say(komeji, ChatSide.Buyer, about, "", 1, 2);
        var line = (await komeji.Send(new ShowConversation(ChatSide.Buyer, id))).Messages.Rows.ShouldHaveSingleItem();
        line.Pictures.Count.ShouldBe(2);
        await using (var photo = (await komeji.As(shop.Owner).Send(new OpenChatPicture(ChatSide.Shop, line.Pictures[0], true))).Content)
        {
            photo.ReadByte().ShouldBe(1);
        }

        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new OpenChatPicture(ChatSide.Shop, line.Pictures[0], true)));
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner, Roles.Operator).Send(new OpenReportedPicture(line.Pictures[0], true)));

        komeji.Clock.Advance(TimeSpan.FromDays(2));
        await komeji.Run<UnnamedFiles>();
        files.Keys.Count.ShouldBe(2);
        await Say(komeji.As(shop.Owner), ChatSide.Shop, In(id), "Itu yang besar");
        await komeji.Send(new ReportChat(ChatSide.Shop, line.Id, ChatReportKind.Spam, ""));
        komeji.Clock.Advance(TimeSpan.FromDays(731));
        (await komeji.Run<OldConversations>()).Done.ShouldBe(0, "a report waits");
        var report = await komeji.Read(db => db.ChatReports.Select(r => r.Id).SingleAsync());
        var officer = await market.Person();
        await komeji.As(officer, Roles.Operator).Send(new OpenChatReport(report, Why));
        await komeji.Send(new DecideChatReport(report, false, "Bukan iklan, foto barang"));
        (await komeji.Run<OldConversations>()).ShouldBe(new SweepResult(1, 0, ""));
        (await komeji.Read(async db => await db.Conversations.CountAsync() + await db.ChatMessages.CountAsync() + await db.ChatWaits.CountAsync() + await db.ChatReports.CountAsync())).ShouldBe(0);
        (await komeji.Read(db => db.ChatViews.CountAsync())).ShouldBe(1, "who looked stays");
        await komeji.Run<UnnamedFiles>();
        files.Keys.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_keeps_quick_replies_of_its_own(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, other) = (await market.Shop(), await market.Shop());
        await Set(komeji, SettingCatalogue.QuickRepliesMost, "1");
        await komeji.As(shop.Owner).Send(new SaveQuickReply(null, "Stok ada", "Masih ada, silakan dipesan."));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new SaveQuickReply(null, "Ongkir", "Dihitung saat checkout.")))).Code.ShouldBe("reply.most");
        var reply = (await komeji.Send(new ListQuickReplies())).ShouldHaveSingleItem();
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new SaveQuickReply(reply.Id, "Milik lain", "Isi")));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new RemoveQuickReply(reply.Id)));
        await komeji.As(shop.Owner).Send(new SaveQuickReply(reply.Id, "Stok banyak", "Masih banyak."));
        (await komeji.Send(new ListQuickReplies())).ShouldHaveSingleItem().Text.ShouldBe("Masih banyak.");
        await komeji.Send(new RemoveQuickReply(reply.Id));
        (await komeji.Send(new ListQuickReplies())).ShouldBeEmpty();
    }
}
