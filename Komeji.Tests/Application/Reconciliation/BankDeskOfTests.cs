using System.Text;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Reconciliation;

/// <summary>An officer of finance with statements of the escrow account, on a database of its own.</summary>
sealed class BankDeskOfTests(TestKomeji komeji)
{
    public const int Escrow = 1020;
    public const string Head = "tanggal;keterangan;masuk;keluar;saldo;referensi\r\n";

    static readonly UserId Officer = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    public TestKomeji Komeji => komeji.As(Officer, Roles.Finance);

    public Task<StatementReceipt> Import(string text, int account = Escrow) => Import(Encoding.UTF8.GetBytes(text), account);

    public async Task<StatementReceipt> Import(byte[] file, int account = Escrow)
    {
        using var upload = new MemoryStream(file);
        return await Komeji.Send(new ImportBankStatement(account, "mutasi.csv", upload));
    }

    /// <summary>A statement must be kept as a whole.</summary>
    public async Task Keep(string text)
    {
        var receipt = await Import(text);
        receipt.Faults.ShouldBeEmpty();
        receipt.Id.ShouldNotBeNull();
        (await Komeji.Run<BankLinesToMatch>()).LastError.ShouldBeNullOrEmpty();
    }

    /// <summary>Money that came to the escrow account, by the books.</summary>
    public Task<long> Settled(string settlement, long amount, DateTimeOffset at) => Booked(PostingRules.ProviderSettled("uji", settlement, new Rupiah(amount), at, at));

    public async Task<long> Booked(Journal journal)
    {
        await Komeji.Write(db =>
        {
            db.Journals.Add(journal);
            return Task.CompletedTask;
        });
        return journal.Entries.Single(e => e.Account == Escrow).Id;
    }

    public Task<List<BankLine>> Lines() => Komeji.Read(db => db.BankLines.AsNoTracking().OrderBy(l => l.Day).ThenBy(l => l.Number).ToListAsync());

    public async Task<List<string>> Waiting(DifferenceKind kind, bool explained = false) =>
        [.. (await Komeji.Send(new ListDifferences(kind, Explained: explained))).Rows.Select(r => r.What)];
}
