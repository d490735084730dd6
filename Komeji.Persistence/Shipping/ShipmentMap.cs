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
    }
}

sealed class CourierTariffMap : IEntityTypeConfiguration<CourierTariff>
{
    public void Configure(EntityTypeBuilder<CourierTariff> builder)
    {
        builder.HasIndex(t => new { t.Courier, t.Service, t.Zone, t.ValidFrom }).IsUnique();
    }
}
