using System.Text;
using Komeji.Application.Files;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Legal;

/// <summary>Papers of shops on their way through the office, by the product's own commands.</summary>
sealed class Papers : IAsyncDisposable
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n");

    int numbers;

    Papers(TestKomeji komeji, Market market, KeptFiles files, UserId officer) => (Komeji, Market, Files, Officer) = (komeji, market, files, officer);

    public TestKomeji Komeji { get; }

    public Market Market { get; }

    public KeptFiles Files { get; }

    public UserId Officer { get; }

    public static async Task<Papers> Begin(Engine engine)
    {
        var files = new KeptFiles();
        var komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSingleton<IPictures>(files);
            services.AddSingleton<IPrivateFiles>(files);
        });
        var market = new Market(komeji);
        return new Papers(komeji, market, files, await market.Person());
    }

    public TestKomeji AsOfficer(string territory = "") => Komeji.As(Officer, Roles.Verifier).Serving(territory);

    public async Task<DocumentId> SendIn(Shop shop, DocumentKind kind, DateOnly? until = null)
    {
        Komeji.Clock.Advance(TimeSpan.FromMinutes(1)); // the newest of two papers is the one begun later
        Komeji.As(shop.Owner);
        await Komeji.Send(new SaveDocument(kind, Number(kind), "Penerbit", null, until));
        await Komeji.Send(new AddScan(kind, new MemoryStream(Pdf)));
        await Komeji.Send(new SubmitDocument(kind));
        return await Komeji.Read(db => db.LegalVerifications.Where(d => d.StoreId == shop.Id && d.Kind == kind).OrderByDescending(d => d.BegunAt).Select(d => d.Id).FirstAsync());
    }

    public async Task<DocumentId> Claimed(Shop shop, DocumentKind kind, DateOnly? until = null)
    {
        var id = await SendIn(shop, kind, until);
        await AsOfficer().Send(new ClaimDocument(id));
        return id;
    }

    public async Task<DocumentId> Verified(Shop shop, DocumentKind kind, DateOnly? until = null)
    {
        var id = await Claimed(shop, kind, until);
        await AsOfficer().Send(new ApproveDocument(id, new Verdict(CheckedHow.Portal, null, until, "")));
        return id;
    }

    public Task<DocumentState> StateOf(DocumentId id) => Komeji.Read(db => db.LegalVerifications.Where(d => d.Id == id).Select(d => d.State).SingleAsync());

    public Task<List<string>> Told(UserId person) => Komeji.Read(db => db.Notifications.Where(n => n.UserId == person).OrderBy(n => n.At).ThenBy(n => n.Id).Select(n => n.Title).ToListAsync());

    string Number(DocumentKind kind)
    {
        var number = ++numbers;
        return kind switch
        {
            DocumentKind.BusinessNumber => $"91200{number:00000000}",
            DocumentKind.HomeFoodPermit => $"2063578{number:000000}-31",
            DocumentKind.FoodAndDrugPermit => $"MD{number:000000000000}",
            DocumentKind.Halal => $"ID3511000{number:000000}0426",
            DocumentKind.Trademark => $"IDM{number:000000000}",
            _ => "",
        };
    }

    public ValueTask DisposeAsync() => Komeji.DisposeAsync();
}
