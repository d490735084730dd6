using Komeji.Application.Common;
using Komeji.Application.Reviews;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo.Trade;

/// <summary>What buyers of the demo market say of what came, and ask before they buy; shops answer some of it. Some things wait to be reviewed and answered.</summary>
/// <param name="attempt">A rule may stand in the way, and the rest goes on.</param>
sealed class DemoTalk(IServiceProvider market, IReadOnlyList<DemoStore> stores, Func<Func<Task>, Task> attempt)
{
    const int MostReviews = 150;
    const int MostQuestions = 24;

    static readonly (int Stars, string Text)[] Said =
    [
        (5, "Sesuai gambar dan rapi. Pasti pesan lagi."),
        (4, "Bagus, hanya kemasannya kurang tebal."),
        (5, ""),
        (5, "Pelayanannya ramah, jawabannya cepat."),
        (3, "Lumayan. Ukurannya sedikit lebih kecil dari bayangan saya."),
        (4, "Sampai lebih cepat dari janji. Terima kasih."),
        (5, "Keluarga di rumah suka semua."),
        (2, "Salah satunya penyok di jalan. Semoga lain kali dibungkus lebih rapat."),
        (5, "Kualitasnya melebihi harganya."),
        (4, ""),
    ];

    static readonly string[] Replies = ["Terima kasih sudah berbelanja. Masukannya kami perhatikan.", "Senang mendengarnya. Kami tunggu pesanan berikutnya.", "Mohon maaf atas kekurangannya. Pesanan berikutnya kami bungkus lebih rapat."];

    static readonly (string Question, string Answer)[] Asked =
    [
        ("Apakah bisa dikirim hari ini kalau pesan pagi?", "Bisa, bila pesan sebelum pukul sepuluh."),
        ("Isinya berapa dalam satu kemasan?", "Sesuai keterangan di halaman ini; untuk jumlah banyak kami kemas terpisah."),
        ("Tahan berapa lama setelah dibuka?", "Sebaiknya habis dalam dua minggu dan disimpan di tempat kering."),
        ("Apakah ada warna atau rasa lain?", ""),
    ];

    public async Task Say(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var since = until.AddDays(-Visits.Days - 1);
        var bought = await market.Ask(db => db.Orders.AsNoTracking().Include(o => o.Lines).Where(o => o.State == OrderState.Completed && o.PlacedAt > since)
            .OrderBy(o => o.PlacedAt).ThenBy(o => o.Number).Take(MostReviews).ToListAsync(cancellationToken));
        foreach (var (at, order) in bought.Index().Where(x => x.Index % 4 != 3))
        {
            await attempt(() => ReviewOf(order, at, until, cancellationToken));
        }

        var goods = await market.Ask(db => db.Products.AsNoTracking().Where(p => p.State == ProductState.Published).OrderBy(p => p.Slug).Take(MostQuestions).Select(p => new { p.Slug, p.StoreId }).ToListAsync(cancellationToken));
        foreach (var (at, good) in goods.Index().Where(_ => bought.Count > 0))
        {
            await attempt(() => QuestionAbout(good.Slug, good.StoreId, bought[at % bought.Count].BuyerId, Asked[at % Asked.Length], cancellationToken));
        }
    }

    /// <summary>As the page's command does, without pictures, some hours after the order was completed.</summary>
    async Task ReviewOf(Order order, int at, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var line = order.Lines.OrderBy(l => l.ProductName).ThenBy(l => l.VariantName).First();
        var (stars, text) = Said[at % Said.Length];
        var written = order.EndedAt!.Value.AddHours(3 + (at % 30));
        Review review = null!;
        await using (var scope = market.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(async () =>
            {
                var subject = await scope.ServiceProvider.GetRequiredService<ReviewRules>().Subject(order, line, cancellationToken);
                review = Review.Write(subject, stars, text, TimeSpan.FromDays(30), written < until ? written : until);
                scope.ServiceProvider.GetRequiredService<IKomejiDb>().Reviews.Add(review);
            }, cancellationToken);
        }

        if (at % 2 == 0)
        {
            await market.Send(OwnerOf(order.StoreId), new ReplyToReview(review.Id, stars <= 3 ? Replies[2] : Replies[at / 2 % 2]), cancellationToken);
        }
    }

    async Task QuestionAbout(string slug, StoreId store, UserId asker, (string Question, string Answer) said, CancellationToken cancellationToken)
    {
        await market.Send(asker, new AskQuestion(slug, said.Question), cancellationToken);
        if (said.Answer.Length > 0)
        {
            var id = await market.Ask(db => db.Questions.Where(q => q.StoreId == store && q.AuthorId == asker && q.AnsweredAt == null).OrderBy(q => q.Id).Select(q => q.Id).FirstAsync(cancellationToken));
            await market.Send(OwnerOf(store), new AnswerQuestion(id, said.Answer), cancellationToken);
        }
    }

    UserId OwnerOf(StoreId store) => stores.Single(s => s.Is.Id == store).Owner.Id;
}
