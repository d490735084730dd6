using System.Text;
using Komeji.Application.Files;
using Komeji.Application.Mentoring;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Mentoring;

/// <summary>A market in which sellers are helped.</summary>
static class Helped
{
    public const string SellerNik = "3509015708900002";

    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n");

    public static async Task<(TestKomeji Komeji, Market Market)> Begin(Engine engine)
    {
        var files = new KeptFiles();
        var komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSingleton<IPictures>(files);
            services.AddSingleton<IPrivateFiles>(files);
        });
        return (komeji, new Market(komeji));
    }

    public static TestKomeji AsSelf(TestKomeji komeji, UserId person, params string[] roles) => komeji.As(person, roles).At(null).Helping(null);

    /// <summary>From here on the mentor sends, for the seller.</summary>
    public static async Task<MentoringId> Help(TestKomeji komeji, UserId seller, UserId mentor, ShopRights covers = ShopRightsOf.Mentor)
    {
        var offered = await AsSelf(komeji, seller).Send(new OfferMentoring(covers));
        var helping = await AsSelf(komeji, mentor, Roles.Mentor).Send(new EnterMentoringCode(offered.Code.ToLowerInvariant().Insert(3, "-")));
        komeji.Helping(helping!.Id);
        return helping.Id;
    }
}
