using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>The server's own secret for hashing codes; six digits under a bare hash are read back in a second.</summary>
public sealed record CodeKey(byte[] Value);

/// <summary>Makes one-time codes and puts their messages in the outbox.</summary>
public sealed class OneTimeCodes(IKomejiDb db, SettingsInForce settings, ICodes codes, CodeKey key, TimeProvider clock)
{
    static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    /// <exception cref="RuleBroken"><c>code.too_many</c></exception>
    public async Task<OneTimeCode> Send(Guid userId, CodePurpose purpose, Contact to, CancellationToken cancellationToken)
    {
        var (code, digits, minutes) = await Issue(userId, purpose, to, cancellationToken);
        var what = purpose switch
        {
            CodePurpose.ConfirmContact or CodePurpose.NewContact => "Kode konfirmasi",
            CodePurpose.ResetSecondFactor => "Kode melepas kode kedua",
            CodePurpose.SetUpSecondFactor => "Kode memasang kode kedua",
            _ => "Kode atur ulang kata sandi",
        };
        db.Messages.Add(new Message(to.Channel, to.Value, $"{what} Komeji",
            $"{what} Komeji: {digits}. Berlaku {minutes} menit, untuk sekali pakai. Jangan berikan kepada siapa pun, termasuk petugas Komeji.", clock.GetUtcNow()));
        return code;
    }

    /// <summary>To where the person is reached: the e-mail, or the number where there is none.</summary>
    /// <exception cref="RuleBroken"><c>code.too_many</c></exception>
    public Task<OneTimeCode> SendTo(User user, CodePurpose purpose, CancellationToken cancellationToken) =>
        Send(user.Id, purpose, Contact.Require(user.EmailConfirmed ? user.Email : user.PhoneNumber), cancellationToken);

    /// <summary>
    /// For the first second factor. Whoever has only the password could change the contact and read the code there: for some time after a
    /// change, in which the owner reads of it, none is set up.
    /// </summary>
    /// <exception cref="RuleBroken"><c>factor.contact_new</c>, <c>code.too_many</c></exception>
    public async Task<OneTimeCode> SendSetUp(User user, CancellationToken cancellationToken)
    {
        var hours = await settings.Number(SettingCatalogue.NewContactHours, cancellationToken);
        var changed = await db.StateChanges.Where(c => c.Subject == PersonHistory.Subject && c.SubjectId == user.Id && c.ReasonCode == PersonHistory.ContactChanged)
            .OrderByDescending(c => c.Id).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellationToken);
        if (changed?.AddHours(hours) is { } from && from > clock.GetUtcNow())
        {
            throw new RuleBroken("factor.contact_new", $"Surel atau nomor akun ini baru diubah. Demi keamanan, kode kedua baru bisa dipasang {hours} jam sesudahnya, mulai {from.ToOffset(Wib.Offset).ToString("dd-MM-yyyy HH.mm", CultureInfo.InvariantCulture)} WIB.");
        }

        return await SendTo(user, CodePurpose.SetUpSecondFactor, cancellationToken);
    }

    /// <summary>Does what <see cref="Send"/> does, except that nobody learns the code: the page must answer the same.</summary>
    /// <exception cref="RuleBroken"><c>code.too_many</c></exception>
    public async Task<OneTimeCode> Pretend(Guid userId, CodePurpose purpose, Contact to, CancellationToken cancellationToken) =>
        (await Issue(userId, purpose, to, cancellationToken)).Code;

    /// <summary>When another may follow one sent then, asked for with a button.</summary>
    public async Task<DateTimeOffset> AgainAt(DateTimeOffset sentAt, CancellationToken cancellationToken) =>
        sentAt.AddSeconds(await settings.Number(SettingCatalogue.CodeGapSeconds, cancellationToken));

    /// <summary>A button pressed twice sends no second code; the first may still be on its way.</summary>
    /// <exception cref="RuleBroken"><c>code.too_soon</c></exception>
    public async Task Wait(Guid userId, CodePurpose purpose, CancellationToken cancellationToken)
    {
        var newest = await db.OneTimeCodes.Where(c => c.UserId == userId && c.Purpose == purpose).OrderByDescending(c => c.SentAt).Select(c => c.SentAt).FirstOrDefaultAsync(cancellationToken);
        if (await AgainAt(newest, cancellationToken) > clock.GetUtcNow())
        {
            throw new RuleBroken("code.too_soon", "Kode baru saja dikirim dan mungkin masih di jalan. Tunggu sebentar, lalu kirim ulang.");
        }
    }

    /// <summary>For the command line: a secret long enough to stand in a link, shown once and sent to nobody.</summary>
    public async Task<(OneTimeCode Code, string Secret)> Link(Guid userId, Contact to, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await EndEarlier(userId, CodePurpose.ResetPassword, now, cancellationToken);
        var secret = codes.Token();
        var code = OneTimeCode.Send(userId, CodePurpose.ResetPassword, to.Value, Hash(userId, CodePurpose.ResetPassword, to.Value, secret), LinkLife, now);
        db.OneTimeCodes.Add(code);
        return (code, secret);
    }

    /// <summary>What is typed for a code, hashed for the person, purpose and destination it was sent for.</summary>
    public string Hash(OneTimeCode code, string typed) =>
        Hash(code.UserId, code.Purpose, code.Destination, new string([.. typed.Where(char.IsAsciiLetterOrDigit)]));

    async Task<(OneTimeCode Code, string Digits, int Minutes)> Issue(Guid userId, CodePurpose purpose, Contact to, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await LimitPerHour(purpose, to.Value, now, cancellationToken);
        await EndEarlier(userId, purpose, now, cancellationToken);
        var minutes = await settings.Number(SettingCatalogue.CodeMinutes, cancellationToken);
        var digits = codes.SixDigits();
        var code = OneTimeCode.Send(userId, purpose, to.Value, Hash(userId, purpose, to.Value, digits), TimeSpan.FromMinutes(minutes), now);
        db.OneTimeCodes.Add(code);
        return (code, digits, minutes);
    }

    async Task LimitPerHour(CodePurpose purpose, string destination, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.TakeTurn($"codes {destination}", cancellationToken);
        var most = await settings.Number(SettingCatalogue.CodesPerHour, cancellationToken);
        var since = now.AddHours(-1);
        if (await db.OneTimeCodes.CountAsync(c => c.Destination == destination && c.Purpose == purpose && c.SentAt > since, cancellationToken) >= most)
        {
            throw new RuleBroken("code.too_many", "Kode sudah terlalu sering diminta untuk surel atau nomor ini. Tunggu satu jam, lalu coba lagi.");
        }
    }

    async Task EndEarlier(Guid userId, CodePurpose purpose, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var earlier in await db.OneTimeCodes.Where(c => c.UserId == userId && c.Purpose == purpose && c.EndedAt == null).ToListAsync(cancellationToken))
        {
            earlier.End(now);
        }
    }

    string Hash(Guid userId, CodePurpose purpose, string destination, string typed) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{purpose}|{userId:N}|{destination}|{typed}")));
}
