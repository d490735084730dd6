using System.Globalization;
using Komeji.Application.Files;
using Komeji.Application.Legal;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Komeji.Persistence.Bulk;

namespace Komeji.Web.Demo;

/// <summary>
/// Papers of very many shops, lived through by their own verbs in memory and put in at once: nine of ten decided, the rest waiting,
/// in an officer's hand or to be mended. Who waits has a scan; of those decided long ago the scans are destroyed, and the rows say so.
/// </summary>
/// <param name="officers">Who decide, in turn.</param>
sealed class BulkPapers(BulkLoad bulk, IPrivateFiles files, PersonalKey key, WorkingCalendar calendar, IReadOnlyList<Guid> officers, DateTimeOffset now)
{
    const int Batch = 4_000;
    const string Office = "Dinas Koperasi Jawa Timur";

    /// <summary>Numbers of other demo papers are below.</summary>
    const int FirstNumber = 10_000;

    static readonly DateOnly Born = new(1970, 1, 1);

    /// <summary>Kinds of rows put in, with what hangs on them.</summary>
    public static readonly IReadOnlyList<Type> Kinds = [typeof(LegalProfile), typeof(LegalVerification), typeof(OfficeAnswer)];

    /// <summary>What is asked most, first. The shops with papers of their own have none of the last four.</summary>
    static readonly DocumentKind[] Asked =
    [
        DocumentKind.IdentityCard, DocumentKind.BusinessNumber, DocumentKind.HomeFoodPermit, DocumentKind.Halal, DocumentKind.TaxNumber, DocumentKind.FoodAndDrugPermit, DocumentKind.Trademark, DocumentKind.Standard,
    ];

    const int Others = 4;

    int serial = FirstNumber;

    /// <param name="known">How many of the shops, from the first, have papers and a profile already.</param>
    /// <param name="documents">How many papers to put in.</param>
    public async Task PutIn(IReadOnlyList<DemoStore> stores, int known, int documents, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var wanted = Wanted(stores.Count, known).Take(documents).GroupBy(w => w.Store).OrderBy(g => g.Key);
        foreach (var shops in wanted.Chunk(Batch / 2))
        {
            var profiles = new List<LegalProfile>();
            var papers = new List<LegalVerification>();
            foreach (var shop in shops)
            {
                var profile = Told(stores[shop.Key], shop.Key);
                if (shop.Key >= known)
                {
                    profiles.Add(profile);
                }

                papers.AddRange(await Papers(stores[shop.Key].Is, profile, [.. shop.Select(w => w.Kind)], cancellationToken));
            }

            await bulk.Put(profiles, cancellationToken);
            await bulk.Put(papers, cancellationToken);
            await bulk.Put(papers.SelectMany(p => p.TakeEvents()).OfType<PaperAnswered>().Select(a => new OfficeAnswer(a, calendar)).ToList(), cancellationToken);
            progress?.Report(new DemoProgress("Dokumen", serial - FirstNumber, documents));
        }
    }

    /// <summary>Each shop's first paper, then each one's second: however many are asked for, they are spread.</summary>
    static IEnumerable<(int Store, DocumentKind Kind)> Wanted(int stores, int known) =>
        Asked.SelectMany((kind, place) => Enumerable.Range(0, stores).Where(store => store >= known || place >= Asked.Length - Others).Select(store => (store, kind)));

    /// <summary>The most papers that so many shops can have.</summary>
    public static int Most(int stores, int known) => (Math.Min(stores, known) * Others) + (Math.Max(0, stores - known) * Asked.Length);

    LegalProfile Told(DemoStore store, int number)
    {
        var (shop, at) = (store.Is, store.Is.OpenedAt);
        var form = number % 8 == 7 ? (LegalForm)(1 + (number / 8 % 8)) : LegalForm.Individual;
        var profile = LegalProfile.Begin(shop.OwnerId, at);
        profile.TellOwner(new OwnerFacts(store.Owner.Name, key.Keep(shop.OwnerId, NikOf(number)), shop.Phone), at);
        profile.TellBusiness(new BusinessFacts(form, $"Usaha {shop.Name}", NibOf(number), new Kbli("10794", 2020), Capital(number), new Rupiah(120_000_000)), at);
        profile.TellBank(new BankFacts("BRI", key.KeepAccount(shop.OwnerId, "BRI", string.Create(CultureInfo.InvariantCulture, $"99011{number:0000000000}")), profile.AccountName), at);
        return profile;
    }

    static Rupiah Capital(int number) => new((number % 50) switch { 0 => 12_000_000_000, < 3 => 7_000_000_000, < 8 => 3_000_000_000, _ => 15_000_000 });

    /// <summary>Of a day of birth and a serial of its own for each.</summary>
    static Nik NikOf(int number) => Nik.Require(string.Create(CultureInfo.InvariantCulture, $"357810{Born.AddDays(number / 9_000):ddMMyy}{1 + (number % 9_000):0000}"));

    static string NibOf(int number) => string.Create(CultureInfo.InvariantCulture, $"99001{number:00000000}");

    async Task<IReadOnlyList<LegalVerification>> Papers(Store store, LegalProfile profile, IReadOnlyList<DocumentKind> kinds, CancellationToken cancellationToken)
    {
        string? page = null;
        var papers = new List<LegalVerification>();
        foreach (var kind in kinds)
        {
            var turn = ++serial;
            var paper = Begun(store, profile, kind, turn);
            if (turn % 16 == 0)
            {
                page ??= await files.Save(key.Seal(store.OwnerId, DemoPapers.Page(DocumentNames.Of(kind).ToUpperInvariant(), store.Name)), "bin", cancellationToken);
                Wait(paper, page, turn / 16);
            }
            else
            {
                Decide(paper, turn);
            }

            papers.Add(paper);
        }

        return papers;
    }

    LegalVerification Begun(Store store, LegalProfile profile, DocumentKind kind, int turn)
    {
        var at = turn % 16 == 0 ? now.AddDays(-1 - (turn / 16 % 12)) : Between(store.OpenedAt, turn);
        var paper = LegalVerification.Begin(kind, new DocumentOf(store.Id, store.OwnerId, store.OwnerId, store.VillageCode), at);
        paper.Fill(new DocumentFacts(Number(store.OwnerId, profile, kind, turn), "Penerbit peragaan", Wib.DayOf(at).AddDays(-200), null), store.OwnerId, Wib.DayOf(at));
        return paper;
    }

    /// <summary>Some days after the shop opened, and before the last two weeks.</summary>
    DateTimeOffset Between(DateTimeOffset opened, int turn)
    {
        var at = opened.AddDays(1 + (turn % 35)).AddMinutes(turn % 600);
        return at < now.AddDays(-14) ? at : now.AddDays(-14 - (turn % 30));
    }

    KeptNumber Number(UserId owner, LegalProfile profile, DocumentKind kind, int number) => kind switch
    {
        DocumentKind.IdentityCard => new KeptNumber(profile.Nik, profile.NikSealed, profile.NikIndex),
        DocumentKind.BusinessNumber => key.Keep(owner, kind, profile.Nib),
        DocumentKind.HomeFoodPermit => key.Keep(owner, kind, string.Create(CultureInfo.InvariantCulture, $"2063578{number % 1_000_000:000000}-30")),
        DocumentKind.Halal => key.Keep(owner, kind, string.Create(CultureInfo.InvariantCulture, $"ID3511{number:000000000}0426")),
        DocumentKind.Standard => key.Keep(owner, kind, string.Create(CultureInfo.InvariantCulture, $"SNI {number % 90_000 + 10_000}:2015")),
        DocumentKind.Trademark => key.Keep(owner, kind, string.Create(CultureInfo.InvariantCulture, $"IDM{number:000000000}")),
        _ => key.Keep(owner, kind, string.Create(CultureInfo.InvariantCulture, $"MD{number:000000000000}")),
    };

    /// <summary>In the queue; of ten one is in an officer's hand and one is to be mended.</summary>
    void Wait(LegalVerification paper, string page, int turn)
    {
        paper.AddScan(page, "pdf", 1_000, paper.BegunAt);
        paper.Submit(Actor.Seller(paper.OwnerId.Value), paper.Region, calendar, paper.BegunAt);
        if (turn % 10 < 2)
        {
            paper.Claim(Officer(turn), calendar, now.AddHours(-20));
        }

        if (turn % 10 == 1)
        {
            paper.AskFix(Officer(turn), [new Fix(FixOf.Blurred, "Bagian bawah terpotong")], now.AddHours(-19));
        }
    }

    void Decide(LegalVerification paper, int turn)
    {
        var (officer, at) = (Officer(turn), paper.BegunAt.AddHours(2 + (turn % 190)));
        paper.AddScan($"{turn}", "pdf", 1_000, paper.BegunAt);
        paper.Submit(Actor.Seller(paper.OwnerId.Value), paper.Region, calendar, paper.BegunAt);
        paper.Claim(officer, calendar, at);
        if (turn % 40 == 1)
        {
            paper.Reject(officer, "Nama pada dokumen berbeda dengan pemilik toko.", Office, at.AddHours(1));
        }
        else
        {
            DateOnly? until = paper.Kind is DocumentKind.HomeFoodPermit or DocumentKind.FoodAndDrugPermit or DocumentKind.Standard ? Wib.DayOf(now).AddDays(1 + (turn % 1_700)) : null;
            paper.Approve(officer, new Verdict(paper.Kind == DocumentKind.BusinessNumber ? CheckedHow.Oss : CheckedHow.Portal, null, until, ""), Office,
                string.Create(CultureInfo.InvariantCulture, $"RAYA{turn:0000000000}"), at.AddHours(1));
        }

        paper.DestroyScans(at.AddHours(1));
        paper.ForgetFiles();
    }

    Actor Officer(int turn) => Actor.Staff(officers[turn % officers.Count], Domain.Accounts.Roles.Verifier);
}
