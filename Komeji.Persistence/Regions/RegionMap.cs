using Komeji.Domain.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Regions;

sealed class RegionMap : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(13);
        builder.Property(r => r.ParentCode).HasMaxLength(8);
        builder.Property(r => r.PostalCode).HasMaxLength(5);
        builder.HasIndex(r => new { r.ParentCode, r.Name });
        builder.HasIndex(r => new { r.Level, r.SearchText });
    }
}

sealed class HolidayMap : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder) => builder.HasKey(h => h.Day);
}
