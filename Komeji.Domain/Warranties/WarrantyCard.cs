using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Warranties;

/// <summary>
/// What stands behind one bought thing after the sale (Kartu Garansi), made when its order is completed from the terms the line froze.
/// A line of many pieces has one card for all of them.
/// </summary>
public sealed class WarrantyCard : StatefulAggregate
{
    public const string Subject = "warranty_card";

    /// <summary>A line of more pieces has one card.</summary>
    public const int MostUnits = 20;
    public const int LongestSerial = 60;

    /// <summary>Characters of a card's code.</summary>
    public const int CodeLength = 16;

    WarrantyCard() { }

    public WarrantyCardId Id { get; private set; }

    /// <summary>Drawn at random: who has it may see how long the thing is covered, and nothing about a person.</summary>
    public string Code { get; private set; } = "";
    public OrderId OrderId { get; private set; }
    public OrderLineId OrderLineId { get; private set; }
    public string OrderNumber { get; private set; } = "";
    public UserId BuyerId { get; private set; }
    public StoreId StoreId { get; private set; }
    public string StoreName { get; private set; } = "";
    public ProductId ProductId { get; private set; }
    public string ProductName { get; private set; } = "";
    public string VariantName { get; private set; } = "";
    public string? PictureKey { get; private set; }

    /// <summary>Which piece of the line, from 1.</summary>
    public int Unit { get; private set; }

    /// <summary>Pieces it stands for: one, or all of a long line.</summary>
    public int Pieces { get; private set; }

    /// <summary>Work at the buyer's or in the shop: nothing travels when it is claimed.</summary>
    public bool IsService { get; private set; }
    public WarrantyKind Kind { get; private set; }
    public string Answerer { get; private set; } = "";
    public string Terms { get; private set; } = "";
    public WarrantyFreight Freight { get; private set; }

    /// <summary>The day the thing came.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day it is covered.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Of that, days it was away to be mended.</summary>
    public int ExtendedDays { get; private set; }
    public string Serial { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public bool Covers(DateTimeOffset at) => Wib.DayOf(at) <= Until;

    /// <param name="code">Draws a code for each card.</param>
    /// <param name="back">Pieces that came back for their money.</param>
    /// <returns>None for a line without a warranty, or of which nothing was kept or paid.</returns>
    public static IReadOnlyList<WarrantyCard> Of(Order order, OrderLine line, Func<string> code, DateTimeOffset now, int back = 0)
    {
        var kept = line.Quantity - line.Cancelled - back;
        if (line.WarrantyKind == WarrantyKind.None || line.WarrantyMonths <= 0 || kept <= 0 || !line.Left.IsPositive)
        {
            return [];
        }

        var cards = kept <= MostUnits ? kept : 1;
        return [.. Enumerable.Range(1, cards).Select(unit => Make(order, line, unit, kept / cards, code(), now))];
    }

    static WarrantyCard Make(Order order, OrderLine line, int unit, int pieces, string code, DateTimeOffset now)
    {
        var from = Wib.DayOf(order.DeliveredAt ?? order.EndedAt ?? now);
        var card = new WarrantyCard
        {
            Id = WarrantyCardId.New(now),
            Code = code,
            OrderId = order.Id,
            OrderLineId = line.Id,
            OrderNumber = order.Number,
            BuyerId = order.BuyerId,
            StoreId = order.StoreId,
            StoreName = order.StoreName,
            ProductId = line.ProductId,
            ProductName = line.ProductName,
            VariantName = line.VariantName,
            PictureKey = line.PictureKey,
            Unit = unit,
            Pieces = pieces,
            IsService = order.Appointment is not null,
            Kind = line.WarrantyKind,
            Answerer = line.WarrantyAnswerer,
            Terms = line.WarrantyTerms,
            Freight = line.WarrantyFreight,
            From = from,
            Until = from.AddMonths(line.WarrantyMonths),
            MadeAt = now,
            ChangedAt = now,
        };
        card.Record(new StateChange(Subject, card.Id.Value, "", "Made", Actor.System, now, "made"));
        return card;
    }

    /// <summary>The shop writes down which one it sold, or which one replaced it.</summary>
    /// <exception cref="RuleBroken"><c>warranty.serial</c></exception>
    public void NoteSerial(string serial, Actor by, DateTimeOffset now)
    {
        var given = PlainText.Name(serial);
        if (given.Length is < 3 or > LongestSerial)
        {
            throw new RuleBroken("warranty.serial", $"Nomor seri 3 sampai {LongestSerial} huruf, seperti yang tercetak pada barang.");
        }

        if (given == Serial)
        {
            return;
        }

        Record(new StateChange(Subject, Id.Value, "Made", "Made", by, now, "serial", Serial.Length > 0 ? $"{Serial} menjadi {given}" : given));
        (Serial, ChangedAt) = (given, now);
    }

    /// <summary>Days the thing was away to be mended or replaced are added to its term.</summary>
    public void Extend(int days, DateTimeOffset now)
    {
        if (days > 0)
        {
            Record(new StateChange(Subject, Id.Value, "Made", "Made", Actor.System, now, "extended", $"{days} hari"));
            (Until, ExtendedDays, ChangedAt) = (Until.AddDays(days), ExtendedDays + days, now);
        }
    }
}
