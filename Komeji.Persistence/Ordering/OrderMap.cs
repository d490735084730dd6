using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Promotions;
using Komeji.Domain.Taxes;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Ordering;

sealed class OrderMap : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.IsStateful();
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => new { o.BuyerId, o.PlacedAt });
        builder.HasIndex(o => new { o.StoreId, o.State, o.PlacedAt });
        builder.HasIndex(o => new { o.State, o.PlacedAt });
        builder.HasIndex(o => new { o.PlacedAt, o.Id });
        builder.HasIndex(o => o.DeliveryProof).HasFilter("\"DeliveryProof\" IS NOT NULL");
        builder.Property(o => o.Number).HasMaxLength(24);
        builder.Property(o => o.BuyerNote).HasMaxLength(500);
        builder.Property(o => o.CancellationReason).HasMaxLength(500);
        builder.Property(o => o.PickupCode).HasMaxLength(6);
        builder.Ignore(o => o.Total);
        builder.Ignore(o => o.Held);
        builder.Property(o => o.VoucherCode).HasMaxLength(VoucherTerms.LongestCode);
        builder.HasIndex(o => o.VoucherId).HasFilter("\"VoucherId\" IS NOT NULL");
        builder.Ignore(o => o.NextTimer);
        builder.Ignore(o => o.KeptGoods);
        builder.Ignore(o => o.Kept);
        builder.Ignore(o => o.KeptShipping);
        builder.Ignore(o => o.LeftGoods);
        builder.Ignore(o => o.LeftShipping);
        builder.Ignore(o => o.Left);
        builder.Ignore(o => o.MayBeRefunded);
        builder.Ignore(o => o.IsCashAtTheDoor);
        builder.Property(o => o.VatRounding).HasDefaultValue(Rounding.Down);
        builder.Property(o => o.IncomeTaxRounding).HasDefaultValue(Rounding.Down);
        builder.Property(o => o.IncomeTaxStanding).HasDefaultValue(WithholdingStanding.None);
        builder.OwnsOne(o => o.Shipping, way => way.Ignore(w => w.Travels));
        builder.Navigation(o => o.Shipping).IsRequired();
        builder.OwnsOne(o => o.Destination, to => to.HasIndex(d => d.Phone));
        builder.Navigation(o => o.Destination).IsRequired();
        builder.OwnsOne(o => o.Appointment, AppointmentMap.Configure);
        builder.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
        builder.HasMany(o => o.Timers).WithOne().HasForeignKey(t => t.OrderId);
        builder.ToTable(t => t.HasCheckConstraint("order_amounts", "\"Goods\" >= 0 AND \"Fee\" >= 0 AND \"Vat\" >= 0 AND \"CancelledGoods\" >= 0 AND \"CancelledGoods\" <= \"Goods\""));
        builder.ToTable(t => t.HasCheckConstraint("order_voucher", "\"CooperativeDiscount\" >= 0 AND \"CooperativeDiscount\" <= \"Goods\""));
    }
}

sealed class OrderLineMap : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.ProductId);
        builder.HasIndex(l => l.PictureKey);
        builder.Ignore(l => l.Open);

        // Two parcels packed in the same moment: the second must see that the first has taken the pieces.
        builder.Property(l => l.Shipped).IsConcurrencyToken();
        builder.Property(l => l.Cancelled).IsConcurrencyToken();
        builder.Ignore(l => l.CancelledTotal);
        builder.Ignore(l => l.Left);
        builder.Property(l => l.WarrantyTerms).HasMaxLength(1_000);
        builder.Property(l => l.WarrantyFreight).HasDefaultValue(WarrantyFreight.Shared);
        builder.Property(l => l.Permits).HasMaxLength(300);
        builder.Property(l => l.CommunityChain).HasMaxLength(600);
        builder.ToTable(t => t.HasCheckConstraint("line_quantity", "\"Quantity\" > 0 AND \"Shipped\" >= 0 AND \"Cancelled\" >= 0 AND \"Shipped\" + \"Cancelled\" <= \"Quantity\""));
    }
}

sealed class OrderTimerMap : IEntityTypeConfiguration<OrderTimer>
{
    public void Configure(EntityTypeBuilder<OrderTimer> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        // Of two that run it out at once the second loses, also where the order itself does not change (a reminder).
        builder.Property(t => t.EndedAt).IsConcurrencyToken();
        builder.HasIndex(t => new { t.EndedAt, t.DueAt });
        builder.Ignore(t => t.IsRunning);
    }
}
