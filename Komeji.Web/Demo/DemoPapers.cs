using System.Globalization;
using System.Text;
using Komeji.Application.Files;
using Komeji.Application.Legal;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo;

/// <summary>
/// The papers of the demo shops: most are verified, some wait, are to be mended, were refused or end soon, and a few have none. All
/// numbers are invented, and so is the page each of them shows.
/// </summary>
sealed class DemoPapers(KomejiDb db, IPrivateFiles files, PersonalKey key, WorkingCalendar calendar, DateTimeOffset now)
{
    const string Newcomer = "PENJUAL-BARU@DEMO.KOMEJI.ID";
    const string Office = "Dinas Koperasi Jawa Timur";

    Actor officer;
    int made;

    /// <returns>How many papers there are.</returns>
    public async Task<int> PutIn(IReadOnlyList<DemoStore> stores, CancellationToken cancellationToken)
    {
        officer = Actor.Staff(await PersonAt("DINAS2@DEMO.KOMEJI.ID", cancellationToken), Roles.Verifier);
        foreach (var (store, i) in stores.Select((s, i) => (s, i)))
        {
            await Describe(store.Is, store.Owner.Name, i, cancellationToken);
        }

        // A market of a few shops is for tests, which count them.
        if (stores.Count >= DemoSize.Demo.Stores)
        {
            await OpenNewcomer(stores[1].Is, cancellationToken);
        }

        foreach (var answer in db.ChangeTracker.Entries<LegalVerification>().ToList().SelectMany(e => e.Entity.TakeEvents()).OfType<PaperAnswered>())
        {
            db.OfficeAnswers.Add(new OfficeAnswer(answer, calendar));
        }

        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    /// <summary>The seller of the contract whose papers wait for the office.</summary>
    async Task OpenNewcomer(Store near, CancellationToken cancellationToken)
    {
        var owner = await PersonAt(Newcomer, cancellationToken);
        var store = Store.Open(
            new UserId(owner), "kerupuk-bu-yanti",
            new StoreFacts("Kerupuk Bu Yanti", "Kerupuk ikan yang dijemur di pekarangan.", "+6281200000000", near.VillageCode, "Jl. Nelayan 8", "", ["jne:REG"], true), now.AddDays(-3));
        db.Stores.Add(store);
        var profile = Tell(store, "Yanti Kusuma", 900);
        await Wait(store, DocumentKind.IdentityCard, profile, cancellationToken);
        await Wait(store, DocumentKind.BusinessNumber, profile, cancellationToken);
    }

    async Task Describe(Store store, string owner, int number, CancellationToken cancellationToken)
    {
        if (number % 6 == 5)
        {
            return;
        }

        var profile = Tell(store, owner, number);
        var paper = Page("DOKUMEN", store.Name);
        var scan = (await files.Save(key.Seal(store.OwnerId, paper), "bin", cancellationToken), paper.Length);
        Verified(store, DocumentKind.IdentityCard, profile, null, scan);
        switch (number % 12)
        {
            case 4:
                await Wait(store, DocumentKind.BusinessNumber, profile, cancellationToken);
                break;
            case 10:
                (await Claimed(store, DocumentKind.BusinessNumber, profile, cancellationToken)).AskFix(officer, [new Fix(FixOf.Blurred, "Bagian bawah lembar NIB terpotong")], now.AddHours(-20));
                break;
            case 8:
                (await Claimed(store, DocumentKind.BusinessNumber, profile, cancellationToken)).Reject(officer, "Nama pada NIB berbeda dengan pemilik toko.", Office, now.AddHours(-20));
                break;
            default:
                Verified(store, DocumentKind.BusinessNumber, profile, null, scan);
                Verified(store, DocumentKind.HomeFoodPermit, profile, Wib.DayOf(now).AddDays(number % 12 == 3 ? 20 : 700), scan);
                Verified(store, DocumentKind.Halal, profile, null, scan);
                break;
        }
    }

    LegalProfile Tell(Store store, string owner, int number)
    {
        var profile = LegalProfile.Begin(store.OwnerId, store.OpenedAt);
        var nik = Nik.Require(string.Create(CultureInfo.InvariantCulture, $"357810170890{number + 1:0000}"));
        profile.TellOwner(new OwnerFacts(owner, key.Keep(store.OwnerId, nik), store.Phone), store.OpenedAt);
        profile.TellBusiness(new BusinessFacts(LegalForm.Individual, "", Nib(number), new Kbli("10794", 2020), new Rupiah(15_000_000), new Rupiah(120_000_000)), store.OpenedAt);
        profile.TellBank(new BankFacts("BRI", key.KeepAccount(store.OwnerId, "BRI", string.Create(CultureInfo.InvariantCulture, $"99010{number:0000000000}")), owner), store.OpenedAt);
        db.LegalProfiles.Add(profile);
        return profile;
    }

    static string Nib(int number) => string.Create(CultureInfo.InvariantCulture, $"99000{number:00000000}");

    LegalVerification Draft(Store store, DocumentKind kind, LegalProfile profile, DateTimeOffset at)
    {
        var number = kind switch
        {
            DocumentKind.IdentityCard => new KeptNumber(profile.Nik, profile.NikSealed, profile.NikIndex),
            DocumentKind.HomeFoodPermit => key.Keep(store.OwnerId, kind, string.Create(CultureInfo.InvariantCulture, $"2063578{made % 1_000_000:000000}-29")),
            DocumentKind.Halal => key.Keep(store.OwnerId, kind, string.Create(CultureInfo.InvariantCulture, $"ID3511000{made:000000}0426")),
            _ => key.Keep(store.OwnerId, kind, profile.Nib),
        };
        made++;
        var document = LegalVerification.Begin(kind, new DocumentOf(store.Id, store.OwnerId, store.OwnerId, store.VillageCode), at);
        document.Fill(new DocumentFacts(number, kind switch { DocumentKind.BusinessNumber => "Lembaga OSS", DocumentKind.Halal => "BPJPH", DocumentKind.HomeFoodPermit => "Dinas Kesehatan", _ => "Dukcapil" }, Wib.DayOf(at).AddDays(-200), null), store.OwnerId, Wib.DayOf(at));
        db.LegalVerifications.Add(document);
        return document;
    }

    void Verified(Store store, DocumentKind kind, LegalProfile profile, DateOnly? until, (string Key, int Bytes) scan)
    {
        var at = store.OpenedAt.AddDays(2);
        var document = Draft(store, kind, profile, at);
        document.AddScan(scan.Key, "pdf", scan.Bytes, at);
        document.Submit(Actor.Seller(store.OwnerId.Value), store.VillageCode, calendar, at);
        document.Claim(officer, calendar, at.AddDays(1));
        document.Approve(officer, new Verdict(kind == DocumentKind.BusinessNumber ? CheckedHow.Oss : CheckedHow.Portal, null, until, ""), Office, string.Create(CultureInfo.InvariantCulture, $"PERAGA{made:000000}"), at.AddDays(1));
    }

    /// <summary>In the queue since some days ago, one of four longer than it should be.</summary>
    async Task<LegalVerification> Wait(Store store, DocumentKind kind, LegalProfile profile, CancellationToken cancellationToken)
    {
        var at = now.AddDays(made % 4 == 0 ? -12 : -2);
        var document = Draft(store, kind, profile, at);
        var paper = Page(DocumentNames.Of(kind).ToUpperInvariant(), "Nomor " + document.Number);
        document.AddScan(await files.Save(key.Seal(store.OwnerId, paper), "bin", cancellationToken), "pdf", paper.Length, at);
        document.Submit(Actor.Seller(store.OwnerId.Value), store.VillageCode, calendar, at);
        return document;
    }

    async Task<LegalVerification> Claimed(Store store, DocumentKind kind, LegalProfile profile, CancellationToken cancellationToken)
    {
        var document = await Wait(store, kind, profile, cancellationToken);
        document.Claim(officer, calendar, now.AddDays(-1));
        return document;
    }

    Task<Guid> PersonAt(string contact, CancellationToken cancellationToken) => db.Users.Where(u => u.NormalizedEmail == contact).Select(u => u.Id).SingleAsync(cancellationToken);

    static string Plain(string text) => new([.. text.Where(c => char.IsAscii(c) && !"()\\".Contains(c, StringComparison.Ordinal))]);

    /// <summary>One page that says what it is and that it is none.</summary>
    internal static byte[] Page(string title, string line)
    {
        var words = $"BT /F1 20 Tf 60 740 Td (CONTOH {Plain(title)}) Tj 0 -40 Td ({Plain(line)}) Tj 0 -40 Td (Data rekaan untuk peragaan) Tj ET";
        string[] parts =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {words.Length}>>stream\n{words}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var at = new List<int>();
        foreach (var (part, i) in parts.Select((p, i) => (p, i)))
        {
            at.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{part}endobj\n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {parts.Length + 1}\n0000000000 65535 f \n");
        text.AppendJoin("", at.Select(offset => string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n")));
        text.Append(CultureInfo.InvariantCulture, $"trailer<</Size {parts.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
