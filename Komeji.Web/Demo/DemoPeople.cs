using System.Globalization;
using Bogus;
using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Persistence.Bulk;
using Person = Bogus.DataSets.Name;

namespace Komeji.Web.Demo;

/// <param name="Home">Where goods are sent to.</param>
/// <param name="Street">With number.</param>
sealed record DemoPerson(UserId Id, string Name, string Phone, DemoPlace Home, string Street);

/// <summary>The people of the demo market. The first two buyers and shop owners are demo accounts.</summary>
sealed record DemoCrowd(IReadOnlyList<DemoPerson> Buyers, IReadOnlyList<DemoPerson> Owners);

/// <summary>
/// Makes accounts that are confirmed and share one password: everyone named in the contract, shop owners who sign in by phone as
/// most do, and buyers with addresses in real villages. Names come from Bogus, numbers and e-mails lead nowhere.
/// </summary>
/// <param name="now">The moment before which all have registered.</param>
sealed class DemoPeople(BulkLoad bulk, DemoPlaces places, string passwordHash, int seed, DateTimeOffset now)
{
    const string Jember = "35.09";
    const string Surabaya = "35.78";

    static readonly string[] Prefixes = ["0812", "0813", "0821", "0822", "0852", "0857", "0858", "0877", "0878", "0881", "0895"];

    readonly List<User> users = [];
    readonly List<Consent> consents = [];
    readonly List<Address> addresses = [];
    readonly List<RoleGrant> grants = [];
    readonly Randomizer dice = new(seed);
    readonly Faker faker = new("id_ID") { Random = new Randomizer(seed + 1) };
    int phones;

    /// <param name="owners">How many shop owners, the demo sellers among them.</param>
    /// <param name="buyers">How many buyers, the demo buyers among them.</param>
    public async Task<DemoCrowd> Gather(int owners, int buyers, CancellationToken cancellationToken)
    {
        DemoPerson[] demoBuyers = [Account("pembeli", "Rina Wulandari", Jember), Account("pembeli2", "Agus Setiawan", Surabaya)];
        DemoPerson[] demoSellers = [Account("penjual", "Sri Wahyuni", "35.07"), Account("penjual2", "Bambang Priyono", Jember)];
        Account("penjual-baru", "Yanti Kusuma", Jember);
        Staff();
        var crowd = new DemoCrowd(
            [.. demoBuyers, .. Enumerable.Range(0, Math.Max(0, buyers - demoBuyers.Length)).Select(Buyer)],
            [.. demoSellers.Take(owners), .. Enumerable.Range(0, Math.Max(0, owners - demoSellers.Length)).Select(_ => Owner())]);
        Account(DemoStaff.Name, "Dewi Lestari", "35.07");
        await bulk.Put(users, cancellationToken);
        await bulk.Put(consents, cancellationToken);
        await bulk.Put(addresses, cancellationToken);
        await bulk.Put(grants, cancellationToken);
        return crowd;
    }

    void Staff()
    {
        Official("ketua", "Fajar Nugroho", Roles.CommunityHead, Jember, Jember);
        Account("bendahara", "Lilik Indrawati", Jember);
        Official("pendamping", "Eko Prasetyo", Roles.Mentor, Jember, Jember);
        Official("dinas", "Endang Susilowati", Roles.Verifier, Jember);
        Official("dinas2", "Wahyu Hidayat", Roles.Verifier, "35");
        Official("operator", "Nur Aini", Roles.Operator);
        Official("operator2", "Dimas Saputra", Roles.Operator);
        Official("cs", "Ratna Sari", Roles.CallCentre);
        Official("keuangan", "Yuni Astuti", Roles.Finance);
        Official("keuangan2", "Arif Rahman", Roles.Finance);
        Official("pengurus", "Slamet Wibowo", Roles.Board);
        Official("pengawas", "Titik Handayani", Roles.Supervisor);
        Official("teknisi", "Rizky Maulana", Roles.Maintenance);
        Official("admin", "Maya Puspita", Roles.Admin);
    }

    void Official(string name, string fullName, string role, string territory = "", string home = Surabaya)
    {
        var person = Account(name, fullName, home);
        grants.Add(RoleGrant.Give(person.Id, role, territory, Actor.System, "Akun peraga untuk mencoba peran ini", now.AddDays(-200)));
    }

    DemoPerson Account(string name, string fullName, string regency) => Add($"{name}@demo.komeji.id", fullName, NextPhone(), places.In(regency, dice));

    DemoPerson Owner()
    {
        var phone = NextPhone();
        return Add(phone, FullName(), phone, places.Any(dice));
    }

    DemoPerson Buyer(int number)
    {
        var name = FullName();
        var phone = NextPhone();
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}.{number + 1}@contoh.id";
        return Add(dice.Bool(.4f) ? email : phone, name, phone, places.Any(dice));
    }

    DemoPerson Add(string contact, string fullName, string phone, DemoPlace home)
    {
        var since = now.AddDays(-dice.Number(90, 210)).AddMinutes(-dice.Number(600));
        var user = User.Create(Guid.CreateVersion7(since), Contact.Require(contact), fullName, Guid.CreateVersion7(since).ToString("N"), since);
        user.PasswordHash = passwordHash;
        users.Add(user);
        consents.Add(new Consent(user.Id, Consent.Terms, "2026-11", true, "web", since));
        var person = new DemoPerson(new UserId(user.Id), fullName, phone, home, Street());
        addresses.Add(AddressOf(person, since));
        return person;
    }

    Address AddressOf(DemoPerson person, DateTimeOffset since)
    {
        var address = Address.Of(
            person.Id,
            new AddressFacts("Rumah", person.Name, person.Phone, person.Street, string.Create(CultureInfo.InvariantCulture, $"{dice.Number(1, 12):000}/{dice.Number(1, 9):000}"), "", person.Home.VillageCode, person.Home.PostalCode, ""),
            since);
        address.MakeDefault();
        return address;
    }

    static readonly string[] Streets =
    [
        "Mawar", "Melati", "Kenanga", "Anggrek", "Flamboyan", "Cempaka", "Dahlia", "Teratai", "Diponegoro", "Ahmad Yani", "Sudirman", "Gajah Mada", "Hayam Wuruk", "Kartini", "Pahlawan", "Pemuda", "Merdeka",
        "Brawijaya", "Airlangga", "Imam Bonjol", "Raya Pasar", "Masjid Agung", "Kampung Baru", "Sawo", "Nangka", "Mangga", "Merak", "Kutilang", "Semeru", "Bromo", "Argopuro", "Brantas",
    ];

    public string Street() => $"Jl. {dice.ArrayElement(Streets)} No. {dice.Number(1, 148)}";

    string FullName()
    {
        var gender = dice.Bool() ? Person.Gender.Female : Person.Gender.Male;
        return $"{faker.Name.FirstName(gender)} {faker.Name.LastName(gender)}";
    }

    /// <summary>Each another one; the 5550 in the middle says that it is nobody's.</summary>
    string NextPhone()
    {
        phones++;
        return string.Create(CultureInfo.InvariantCulture, $"{Prefixes[phones % Prefixes.Length]}{55_500_000 + phones:00000000}");
    }
}
