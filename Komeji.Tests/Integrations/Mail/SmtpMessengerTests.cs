using Komeji.Domain.Notifications;
using Komeji.Integrations.Mail;

namespace Komeji.Tests.Integrations.Mail;

public sealed class SmtpMessengerTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Hands_over_one_plain_mail_with_the_messages_own_id()
    {
        await using var server = new MailServer();
        var message = Mail("Pesanan dikirim", "Sudah dikirim – cek ya.");
        await Messenger(server).Send(message, CancellationToken.None);

        var mail = await server.Received;
        mail.Recipients.ShouldBe(["<sri@contoh.id>"]);
        mail.Headers["Subject"].ShouldBe("Pesanan dikirim");
        mail.Headers["Message-ID"].ShouldBe($"<{message.Id.Value}@komeji.test>");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Headers["Content-Type"].ShouldStartWith("text/plain");
    }

    [Fact]
    public async Task A_line_break_in_a_subject_begins_no_header()
    {
        await using var server = new MailServer();
        await Messenger(server).Send(Mail("Halo\r\nBcc: korban@contoh.id", "Isi."), CancellationToken.None);

        var mail = await server.Received;
        mail.Recipients.ShouldBe(["<sri@contoh.id>"]);
        mail.Headers.Keys.ShouldNotContain("Bcc");
    }

    [Theory]
    [InlineData("sri@contoh.id\r\nBcc: korban@contoh.id")]
    [InlineData("sri@contoh.id, korban@contoh.id")]
    [InlineData("bukan alamat")]
    public async Task An_address_that_is_not_one_address_is_refused(string to)
    {
        await using var server = new MailServer();
        var message = new Message(MessageChannel.Email, to, "Halo", "Isi.", Now);
        await Should.ThrowAsync<FormatException>(() => Messenger(server).Send(message, CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up()
    {
        await using var server = new MailServer { IsSilent = true };
        var messenger = Messenger(server, TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<TimeoutException>(() => messenger.Send(Mail("Halo", "Isi."), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Where_nobody_listens_it_fails_and_is_tried_again_later()
    {
        var server = new MailServer();
        var messenger = Messenger(server);
        await server.DisposeAsync();
        await Should.ThrowAsync<Exception>(() => messenger.Send(Mail("Halo", "Isi."), CancellationToken.None));
    }

    [Fact]
    public void Serves_mail_only()
    {
        var messenger = new SmtpMessenger(new MailSettings("localhost", 25, "", "", "layanan@komeji.test", false));
        messenger.Serves(MessageChannel.Email).ShouldBeTrue();
        messenger.Serves(MessageChannel.Phone).ShouldBeFalse();
    }

    static SmtpMessenger Messenger(MailServer server, TimeSpan? patience = null) =>
        new(new MailSettings("127.0.0.1", server.Port, "", "", "layanan@komeji.test", Tls: false) { Timeout = patience ?? TimeSpan.FromSeconds(20) });

    static Message Mail(string subject, string body) => new(MessageChannel.Email, "sri@contoh.id", subject, body, Now);
}
