using Komeji.Application.CallCentre;
using Komeji.Application.Complaints;
using Komeji.Application.Complaints.Desk;
using Komeji.Application.Messages;
using Komeji.Application.Returns;
using Komeji.Application.Warranties.Claims;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Messages;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo.Trade;

/// <summary>What goes wrong after the sale and how it is put right, each step by the command its button sends.</summary>
sealed class CareDeeds(IServiceProvider market)
{
    /// <summary>Demo accounts of the staff: who comes in first, who decides, and who serves callers.</summary>
    const string FirstOfficer = "operator@demo.komeji.id";
    const string SecondOfficer = "operator2@demo.komeji.id";
    const string CallCentre = "cs@demo.komeji.id";

    public Task Do(Deed deed, string order, UserId buyer, UserId seller, CancellationToken cancellationToken) => deed switch
    {
        Deed.Complain => Complain(buyer, order, cancellationToken),
        Deed.ComplainOfWrong => ComplainOfWrong(buyer, order, cancellationToken),
        Deed.GrantComplaint => Grant(seller, order, cancellationToken),
        Deed.Mediate => Mediate(order, cancellationToken),
        Deed.Judge => Judge(order, cancellationToken),
        Deed.SendBack => SendBack(buyer, order, cancellationToken),
        Deed.ClaimWarranty => Claim(buyer, order, cancellationToken),
        Deed.WriteToShop => Say(buyer, ChatSide.Buyer, order, "Permisi, apakah ada yang perlu saya kirim lagi?", cancellationToken),
        Deed.AnswerBuyer => Say(seller, ChatSide.Shop, order, "Tidak ada, Kak. Silakan barangnya dikirim balik, ongkirnya kami ganti.", cancellationToken),
        Deed.Call => Call(buyer, order, cancellationToken),
        Deed.WriteToStaff => WriteToStaff(order, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
    };

    async Task Complain(UserId buyer, string order, CancellationToken cancellationToken)
    {
        var line = await FirstLine(order, cancellationToken);
        var half = new Rupiah(line.Total.Amount / (2 * line.Quantity));
        await File(buyer, order, new ComplaintFacts(
            ComplaintType.Damaged, "Salah satu kemasannya sobek dan isinya tumpah di dalam kardus. Sisanya baik.",
            new Dictionary<OrderLineId, ComplaintItemFacts> { [line.Id] = new(1, half) }, ComplaintSolution.PartRefund, Rupiah.Zero, false), cancellationToken);
    }

    async Task ComplainOfWrong(UserId buyer, string order, CancellationToken cancellationToken)
    {
        var line = await FirstLine(order, cancellationToken);
        await File(buyer, order, new ComplaintFacts(
            ComplaintType.WrongItem, "Yang datang bukan pilihan yang saya pesan. Masih utuh, saya kirim balik saja.",
            new Dictionary<OrderLineId, ComplaintItemFacts> { [line.Id] = new(line.Quantity, Rupiah.Zero) }, ComplaintSolution.FullRefund, Rupiah.Zero, true), cancellationToken);
    }

    async Task File(UserId buyer, string order, ComplaintFacts facts, CancellationToken cancellationToken)
    {
        await market.Send(buyer, new WriteComplaint(order, facts), cancellationToken);
        await market.Send(buyer, new SubmitComplaint(order), cancellationToken);
    }

    /// <summary>The wish is the first proposal.</summary>
    async Task Grant(UserId seller, string order, CancellationToken cancellationToken)
    {
        if (await ComplaintOf(order, cancellationToken) is { } complaint)
        {
            await market.Send(seller, new AcceptSolution(complaint.Number, ComplaintOnlooker.Seller, 1), cancellationToken);
        }
    }

    async Task Mediate(string order, CancellationToken cancellationToken)
    {
        if (await ComplaintOf(order, cancellationToken) is { } complaint)
        {
            await market.SendAs(await Staff(FirstOfficer, cancellationToken), Roles.Operator, new AskForHelp(complaint.Number, ComplaintOnlooker.Staff, "Pembeli menelepon dan meminta petugas memutuskan"), cancellationToken);
        }
    }

    async Task Judge(string order, CancellationToken cancellationToken)
    {
        if (await ComplaintOf(order, cancellationToken) is not { } complaint)
        {
            return;
        }

        var (item, officer) = (complaint.Items[0], await Staff(SecondOfficer, cancellationToken));
        var half = new Settlement(ComplaintSolution.PartRefund, new Dictionary<OrderLineId, Rupiah> { [item.OrderLineId] = new(item.Most.Amount / 2) }, Rupiah.Zero, false);
        await market.SendAs(officer, Roles.Operator, new ClaimComplaint(complaint.Number, true), cancellationToken);
        await market.SendAs(officer, Roles.Operator, new DecideComplaint(
            complaint.Number, half, new Liability(40, 60, 0, 0, 0), "Kemasannya cukup, tetapi kardusnya penyok di perjalanan menurut keterangan kedua pihak.", false), cancellationToken);
    }

    async Task SendBack(UserId buyer, string order, CancellationToken cancellationToken)
    {
        if (await market.Ask(db => db.GoodsReturns.Where(r => db.Orders.Any(o => o.Number == order && o.Id == r.OrderId)).Select(r => r.Number).SingleOrDefaultAsync(cancellationToken)) is { } goods)
        {
            await market.Send(buyer, new SendReturn(goods, new ReturnParcel("JNE", "JX0099887766", Rupiah.Zero), null, []), cancellationToken);
        }
    }

    async Task Claim(UserId buyer, string order, CancellationToken cancellationToken)
    {
        if (await market.Ask(db => db.WarrantyCards.Where(c => c.OrderNumber == order).OrderBy(c => c.ProductName).Select(c => c.Code).FirstOrDefaultAsync(cancellationToken)) is { } card)
        {
            await market.Send(buyer, new SaveClaim(card, new ClaimFacts("Jahitan tepinya lepas sendiri sejak minggu lalu, belum pernah dicuci.", ClaimSolution.Repair, 1), [], true), cancellationToken);
        }
    }

    Task Say(UserId by, ChatSide side, string order, string text, CancellationToken cancellationToken) =>
        market.Send(by, new PostChat(side, new ChatTo.AboutOrder(order), text, []), cancellationToken);

    async Task Call(UserId buyer, string order, CancellationToken cancellationToken)
    {
        var officer = await Staff(CallCentre, cancellationToken);
        await Open(officer, order, new TicketCall(TicketChannel.Phone, TicketUrgency.Complaint, "Kemasan sobek, penjual belum menjawab", "Pembeli menelepon: sudah mengajukan komplain dan ingin petugas yang memutuskan.", "", ""), true, cancellationToken);
        await market.SendAs(officer, Roles.CallCentre, new WriteCaseNote(CaseSubject.Order, order, "Suara jelas, nomor pesanan dan nama cocok. Diteruskan ke Pusat Resolusi."), cancellationToken);
        await market.SendAs(officer, Roles.CallCentre, new WriteCaseNote(CaseSubject.Person, buyer.Value.ToString(), "Lebih suka dihubungi sesudah pukul 16."), cancellationToken);
    }

    async Task WriteToStaff(string order, CancellationToken cancellationToken) =>
        await Open(
            await Staff(CallCentre, cancellationToken), order,
            new TicketCall(TicketChannel.WhatsApp, TicketUrgency.Ordinary, "Dana komplain masuk ke mana", "Pembeli bertanya ke rekening mana dana yang diputuskan kembali dan kapan.", "", ""), false, cancellationToken);

    Task Open(UserId officer, string order, TicketCall call, bool take, CancellationToken cancellationToken) =>
        market.SendAs(officer, Roles.CallCentre, new OpenTicket(call, null, order, take), cancellationToken);

    Task<OrderLine> FirstLine(string order, CancellationToken cancellationToken) =>
        market.Ask(db => db.Orders.AsNoTracking().Where(o => o.Number == order).SelectMany(o => o.Lines).OrderBy(l => l.ProductName).ThenBy(l => l.VariantName).FirstAsync(cancellationToken));

    /// <returns>Null where a rule stood in the way of it.</returns>
    Task<Complaint?> ComplaintOf(string order, CancellationToken cancellationToken) =>
        market.Ask(db => db.Complaints.AsNoTracking().Include(c => c.Items).SingleOrDefaultAsync(c => c.OrderNumber == order, cancellationToken));

    async Task<UserId> Staff(string account, CancellationToken cancellationToken) =>
        new(await market.Ask(db => db.Users.Where(u => u.UserName == account).Select(u => u.Id).SingleAsync(cancellationToken)));
}
