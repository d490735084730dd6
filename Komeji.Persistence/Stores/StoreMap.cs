using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Stores;

sealed class StoreMap : IEntityTypeConfiguration<Store>
{
    public void Configure(EntityTypeBuilder<Store> builder)
    {
        builder.IsStateful();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.Property(s => s.NameSkeleton).HasDefaultValue("");
        builder.HasIndex(s => s.NameSkeleton).IsUnique().HasFilter("\"NameSkeleton\" <> ''");
        builder.HasIndex(s => s.OwnerId).IsUnique();
        builder.HasIndex(s => s.VillageCode);
        builder.Property(s => s.VillageCode).HasMaxLength(13);
        builder.Property(s => s.Description).IsLong(2_000);
        builder.Property(s => s.PictureKey).HasMaxLength(80);
        builder.Property(s => s.CourierServices).HasMaxLength(500);
        builder.Property(s => s.SuspensionReason).HasMaxLength(500).HasDefaultValue("");
        builder.Property(s => s.Appeal).HasMaxLength(500).HasDefaultValue("");
        builder.HasIndex(s => new { s.State, s.OpenedAt });
        builder.Property(s => s.FlaggedWords).HasDefaultValue("");
        builder.HasIndex(s => s.FlaggedAt).HasFilter("\"FlaggedAt\" IS NOT NULL");
        builder.Ignore(s => s.FlagWaits);
        builder.Ignore(s => s.TakesOrders);
        builder.Ignore(s => s.CanAppeal);
        builder.Ignore(s => s.AppealWaits);
    }
}
