using Komeji.Domain.Catalog;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Catalog;

sealed class ListingFlagMap : IEntityTypeConfiguration<ListingFlag>
{
    public void Configure(EntityTypeBuilder<ListingFlag> builder)
    {
        builder.IsAggregate();
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Plea).HasMaxLength(500).HasDefaultValue("");
        builder.HasIndex(f => new { f.State, f.FlaggedAt });
        builder.HasIndex(f => f.ProductId);
        builder.HasOne<Product>().WithMany().HasForeignKey(f => f.ProductId);
    }
}
