using Komeji.Domain.Shipping;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Shipping;

sealed class DeliveryAreaMap : IEntityTypeConfiguration<DeliveryArea>
{
    public void Configure(EntityTypeBuilder<DeliveryArea> builder)
    {
        builder.IsAggregate();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.DistrictCode).HasMaxLength(8);
        builder.HasIndex(a => new { a.StoreId, a.DistrictCode }).IsUnique();
    }
}

sealed class PickupPointMap : IEntityTypeConfiguration<PickupPoint>
{
    public void Configure(EntityTypeBuilder<PickupPoint> builder)
    {
        builder.IsAggregate();
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.VillageCode).HasMaxLength(13);
        builder.HasIndex(p => p.VillageCode);
        builder.HasMany(p => p.Keepers).WithOne().HasForeignKey(k => k.PointId);
    }
}

sealed class PointKeeperMap : IEntityTypeConfiguration<PointKeeper>
{
    public void Configure(EntityTypeBuilder<PointKeeper> builder)
    {
        builder.HasKey(k => new { k.PointId, k.UserId });
        builder.HasIndex(k => k.UserId);
    }
}

sealed class ServedPointMap : IEntityTypeConfiguration<ServedPoint>
{
    public void Configure(EntityTypeBuilder<ServedPoint> builder)
    {
        builder.HasKey(s => new { s.StoreId, s.PointId });
        builder.HasIndex(s => s.PointId);
    }
}
