using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Notifications;

public sealed class SendMessageTests
{
    readonly FakeMessenger messenger = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task Sends_each_message_once(Engine engine)
    {
        await using var komeji = await Start(engine);
        await Write(komeji, "satu");

        await komeji.RunJob("kirim-pesan");
        await komeji.RunJob("kirim-pesan");

        messenger.Sent.ShouldBe(["satu"]);
        (await One(komeji)).SentAt.ShouldBe(komeji.Clock.GetUtcNow());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tries_again_later_and_is_dead_after_the_last_try_until_somebody_revives_it(Engine engine)
    {
        await using var komeji = await Start(engine);
        messenger.IsDown = true;
        await Write(komeji, "satu");

        await komeji.RunJob("kirim-pesan");
        var message = await One(komeji);
        (message.State, message.Tries, message.LastError).ShouldBe((MessageState.Waiting, 1, "Server surel tidak menjawab."));
        message.DueAt.ShouldBe(komeji.Clock.GetUtcNow().AddMinutes(1));

        (await komeji.RunJob("kirim-pesan"))!.Done.ShouldBe(0);
        for (var i = 1; i < Message.MostTries; i++)
        {
            komeji.Clock.Advance(TimeSpan.FromDays(1));
            await komeji.RunJob("kirim-pesan");
        }

        (await One(komeji)).State.ShouldBe(MessageState.Dead);
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        (await komeji.RunJob("kirim-pesan"))!.Done.ShouldBe(0);

        messenger.IsDown = false;
        await komeji.Send(new ReviveMessage(message.Id));
        await komeji.RunJob("kirim-pesan");
        messenger.Sent.ShouldBe(["satu"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_that_cannot_be_sent_does_not_hold_up_the_others(Engine engine)
    {
        await using var komeji = await Start(engine);
        messenger.Refused.Add("rusak");
        foreach (var subject in new[] { "satu", "rusak", "dua" })
        {
            await Write(komeji, subject);
        }

        await komeji.RunJob("kirim-pesan");
        messenger.Sent.Order().ShouldBe(["dua", "satu"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_claim_of_a_sender_that_died_ends_by_itself(Engine engine)
    {
        await using var komeji = await Start(engine);
        await Write(komeji, "satu");
        await komeji.Write(async db => (await db.Messages.SingleAsync()).Claim(TimeSpan.FromMinutes(5), komeji.Clock.GetUtcNow()));

        await komeji.RunJob("kirim-pesan");
        messenger.Sent.ShouldBeEmpty();
        komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await komeji.RunJob("kirim-pesan");
        messenger.Sent.ShouldBe(["satu"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_whose_senders_always_die_is_dead_in_the_end(Engine engine)
    {
        await using var komeji = await Start(engine);
        await Write(komeji, "satu");
        for (var i = 0; i < Message.MostTries; i++)
        {
            await komeji.Write(async db => (await db.Messages.SingleAsync()).Claim(TimeSpan.FromMinutes(5), komeji.Clock.GetUtcNow()).ShouldBeTrue());
            komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        await komeji.RunJob("kirim-pesan");
        (await One(komeji)).State.ShouldBe(MessageState.Dead);
        messenger.Sent.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_senders_of_one_message_send_it_once(Engine engine)
    {
        await using var komeji = await Start(engine);
        await Write(komeji, "satu");
        var id = (await One(komeji)).Id;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await komeji.Send(new SendMessage(id));
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another sender claimed it first, as the sweep expects.
            }
        })));
        messenger.Sent.ShouldBe(["satu"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_provider_a_message_stays_where_it_is(Engine engine)
    {
        await using var komeji = await Start(engine);
        await Write(komeji, "kode", MessageChannel.Phone);

        (await komeji.RunJob("kirim-pesan"))!.Done.ShouldBe(0);
        (await One(komeji)).State.ShouldBe(MessageState.Waiting);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_a_dead_message_is_revived(Engine engine)
    {
        await using var komeji = await Start(engine);
        await Write(komeji, "satu");
        (await Should.ThrowAsync<RuleBroken>(async () => await komeji.Send(new ReviveMessage((await One(komeji)).Id)))).Code.ShouldBe("message.not_dead");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Messages_are_found_by_words_state_and_channel(Engine engine)
    {
        await using var komeji = await Start(engine);
        await Write(komeji, "Kode Komeji");
        await Write(komeji, "Pesanan dikirim", MessageChannel.Phone);

        (await komeji.Send(new ListMessages("KODE", null, null, 1))).Rows.ShouldHaveSingleItem().Subject.ShouldBe("Kode Komeji");
        (await komeji.Send(new ListMessages("Sri@Contoh.id", null, null, 1))).Rows.Select(m => m.To).ShouldBe(["sr•••@contoh.id", "sr•••@contoh.id"]);
        (await komeji.Send(new ListMessages("sri@", null, null, 1))).Total.ShouldBe(0);
        (await komeji.Send(new ListMessages("", MessageState.Waiting, MessageChannel.Phone, 1))).Rows.ShouldHaveSingleItem().Subject.ShouldBe("Pesanan dikirim");
        (await komeji.Send(new ListMessages("", MessageState.Dead, null, 0))).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("Kode Anda 482913. Berlaku 15 menit.", "Kode Anda ••••••. Berlaku 15 menit.")]
    [InlineData("482 913 adalah kode Anda", "•••••• adalah kode Anda")]
    [InlineData("Buka https://komeji.id/atur/0123456789abcdef0123456789abcdef", "Buka https://komeji.id/atur/••••••••")]
    [InlineData("Pesanan KMJ-20261122-234567 dari 0812-3456-7890, Rp125.500", "Pesanan KMJ-20261122-234567 dari 0812-3456-7890, Rp125.500")]
    public void Codes_and_tokens_are_hidden_and_nothing_else(string text, string shown) => Secrets.Hide(text).ShouldBe(shown);

    Task<TestKomeji> Start(Engine engine) => TestKomeji.Create(engine, services => services.AddSingleton<IMessenger>(messenger));

    static Task Write(TestKomeji komeji, string subject, MessageChannel channel = MessageChannel.Email) => komeji.Write(db =>
    {
        db.Messages.Add(new Message(channel, "sri@contoh.id", subject, "Isi surat.", komeji.Clock.GetUtcNow()));
        return Task.CompletedTask;
    });

    static Task<Message> One(TestKomeji komeji) => komeji.Read(db => db.Messages.AsNoTracking().SingleAsync());
}
