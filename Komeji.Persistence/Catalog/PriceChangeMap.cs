using Komeji.Domain.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Catalog;

sealed class PriceChangeMap : IEntityTypeConfiguration<PriceChange>
{
    public void Configure(EntityTypeBuilder<PriceChange> builder)
    {
        builder.HasIndex(c => new { c.ProductId, c.At });
        builder.HasIndex(c => new { c.VariantId, c.At });
        builder.HasOne<Product>().WithMany().HasForeignKey(c => c.ProductId);
    }
}
