using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application;

public sealed class AddressTests
{
    static readonly UserId Siti = new(Guid.Parse("0196a000-0000-7000-8000-000000000001"));
    static readonly UserId Budi = new(Guid.Parse("0196a000-0000-7000-8000-000000000002"));
    static readonly AddressFacts Home = new("Rumah", "Siti Aminah", "0812-3456-7890", "Jl. Mawar 12", "003/007", "", TestRegions.Surabaya, "", "Seberang masjid");

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_is_the_default_and_its_postal_code_is_the_villages(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Siti);
        (await komeji.Send(new SaveAddress(null, Home))).PostalCodeOfVillage.ShouldBeNull();
        var row = (await komeji.Send(new ListAddresses())).Single();
        row.IsDefault.ShouldBeTrue();
        row.PostalCode.ShouldBe("60134");
        row.Phone.ShouldBe("+6281234567890");
        row.Region.ShouldBe("Gading, Tambaksari, Kota Surabaya, Jawa Timur");
        row.StreetLine.ShouldBe("Jl. Mawar 12, RT/RW 003/007");
        row.TimeZone.ShouldBe("WIB");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_postal_code_is_kept_and_told(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Siti);
        (await komeji.Send(new SaveAddress(null, Home with { PostalCode = "60111" }))).PostalCodeOfVillage.ShouldBe("60134");
        (await komeji.Send(new ListAddresses())).Single().PostalCode.ShouldBe("60111");
    }

    [Theory]
    [OnSqlite("35.78.10"), OnSqlite("35.78.10.9999"), OnSqlite(""), OnSqlite("' or 1=1"), OnPostgres("35.78.10"), OnPostgres("")]
    public async Task Wants_a_village_that_exists(Engine engine, string code)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Siti);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new SaveAddress(null, Home with { VillageCode = code })))).Code.ShouldBe("address.village");
        (await komeji.Read(db => db.Addresses.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task There_is_one_default_and_removing_it_passes_it_on(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Siti);
        var first = (await komeji.Send(new SaveAddress(null, Home))).Id;
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await komeji.Send(new SaveAddress(null, Home with { Label = "Kantor", VillageCode = TestRegions.Jember }))).Id;

        await komeji.Send(new MakeAddressDefault(second));
        (await komeji.Send(new ListAddresses())).Select(a => (a.Id, a.IsDefault)).ShouldBe([(second, true), (first, false)]);

        await komeji.Send(new RemoveAddress(second));
        (await komeji.Send(new ListAddresses())).Select(a => (a.Id, a.IsDefault)).ShouldBe([(first, true)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_persons_address_is_not_there(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Siti);
        var hers = (await komeji.Send(new SaveAddress(null, Home))).Id;
        komeji.As(Budi);
        (await komeji.Send(new ListAddresses())).ShouldBeEmpty();
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ShowAddress(hers)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new SaveAddress(hers, Home)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new RemoveAddress(hers)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new MakeAddressDefault(hers)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Twenty_are_enough_also_when_added_at_once(Engine engine)
    {
        await using var komeji = (await TestKomeji.Create(engine)).As(Siti);
        for (var i = 0; i < Address.MostPerPerson - 1; i++)
        {
            await komeji.Send(new SaveAddress(null, Home));
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                await komeji.Send(new SaveAddress(null, Home));
                return "saved";
            }
            catch (RuleBroken refusal)
            {
                return refusal.Code;
            }
        }));
        results.Order().ShouldBe(["address.too_many", "address.too_many", "address.too_many", "address.too_many", "saved"]);
    }
}
