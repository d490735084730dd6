using Komeji.Domain.Shipping;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Shipping;

sealed class ShipmentMap : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.IsStateful();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.OrderId);
        builder.HasIndex(s => s.ReplacementId).IsUnique().HasFilter("\"ReplacementId\" IS NOT NULL");
        builder.HasIndex(s => s.Proof).HasFilter("\"Proof\" IS NOT NULL");
        builder.HasIndex(s => s.TrackingNumber).HasFilter("\"TrackingNumber\" <> ''");
        builder.Ignore(s => s.IsUnderWay);
        builder.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.ShipmentId);
    }
}

sealed class ShipmentLineMap : IEntityTypeConfiguration<ShipmentLine>
{
    public void Configure(EntityTypeBuilder<ShipmentLine> builder)
    {
        builder.HasKey(l => new { l.ShipmentId, l.OrderLineId });
        builder.ToTable(t => t.HasCheckConstraint("parcel_pieces", "\"Pieces\" > 0"));
    }
}

sealed class CourierTariffMap : IEntityTypeConfiguration<CourierTariff>
{
    public void Configure(EntityTypeBuilder<CourierTariff> builder)
    {
        builder.HasIndex(t => new { t.Courier, t.Service, t.Zone, t.ValidFrom }).IsUnique();
    }
}
