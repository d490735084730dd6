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
    }
}

sealed class RegionWordMap : IEntityTypeConfiguration<RegionWord>
{
    public void Configure(EntityTypeBuilder<RegionWord> builder)
    {
        builder.HasKey(w => new { w.Word, w.Code });
        builder.Property(w => w.Word).HasMaxLength(60);
        builder.Property(w => w.Code).HasMaxLength(13);
    }
}

sealed class HolidayMap : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder) => builder.HasIndex(h => new { h.Day, h.Id });
}
