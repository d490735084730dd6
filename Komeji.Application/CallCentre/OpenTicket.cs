using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Somebody called, wrote or came: it gets a number and two clocks, and the person hears both.</summary>
/// <param name="Person">Whose account it is about; with an order and no person it is the order's buyer.</param>
/// <param name="Order">Its number; empty for none.</param>
/// <param name="Take">Who opens it handles it at once.</param>
/// <returns>The ticket's number.</returns>
/// <exception cref="NotFound">Not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>ticket.order</c>, <c>ticket.person</c>, <c>ticket.subject</c>, <c>ticket.story</c>, <c>ticket.caller</c>, <c>contact.unreadable</c>, <c>staff.own_case</c></exception>
public sealed record OpenTicket(TicketCall Call, Guid? Person, string Order, bool Take) : ICommand<string>
{
    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, ICodes codes, SettingsInForce settings, TimeProvider clock) : IRequestHandler<OpenTicket, string>
    {
        public async Task<string> Handle(OpenTicket request, CancellationToken cancellationToken)
        {
            var (officer, now, call) = (desk.Officer(), clock.GetUtcNow(), request.Call);
            var order = await OrderOf(request.Order.Trim(), cancellationToken);
            var person = await PersonOf(request.Person, cancellationToken) ?? (call.CallerName.Trim().Length == 0 ? order?.Person : null);
            var facts = new TicketFacts(call.Channel, call.Urgency, call.Subject, call.Story, call.CallerName, call.CallerContact, person, order is null ? null : new OrderId(order.Id));
            var ticket = Ticket.Open(await FreeNumber(now, cancellationToken), facts, officer, await settings.TicketTerms(cancellationToken), now);
            if (request.Take)
            {
                ticket.Assign(new UserId(officer.UserId!.Value), "", officer, now);
            }

            db.Tickets.Add(ticket);
            return ticket.Number;
        }

        async Task<CaseThing?> OrderOf(string number, CancellationToken cancellationToken)
        {
            if (number.Length == 0)
            {
                return null;
            }

            try
            {
                return await desk.Find(CaseSubject.Order, number.ToUpperInvariant(), cancellationToken);
            }
            catch (NotFound)
            {
                throw new RuleBroken("ticket.order", "Nomor pesanan ini tidak ada. Periksa nomornya, atau kosongkan.");
            }
        }

        async Task<UserId?> PersonOf(Guid? id, CancellationToken cancellationToken)
        {
            if (id is not { } person)
            {
                return null;
            }

            return await db.Users.AnyAsync(u => u.Id == person, cancellationToken)
                ? new UserId(person)
                : throw new RuleBroken("ticket.person", "Akun ini tidak ada. Cari orangnya lagi.");
        }

        async Task<string> FreeNumber(DateTimeOffset now, CancellationToken cancellationToken)
        {
            while (true)
            {
                var number = $"TKT-{Wib.DayOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{codes.SixCharacters()}";
                if (!await db.Tickets.AnyAsync(t => t.Number == number, cancellationToken))
                {
                    return number;
                }
            }
        }
    }
}

/// <summary>A call as it is written down.</summary>
/// <param name="CallerName">For a caller without an account, or who is not the order's buyer.</param>
public sealed record TicketCall(TicketChannel Channel, TicketUrgency Urgency, string Subject, string Story, string CallerName, string CallerContact);
