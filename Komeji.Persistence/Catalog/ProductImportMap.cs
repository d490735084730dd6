using Komeji.Domain.Catalog;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Catalog;

sealed class ProductImportMap : IEntityTypeConfiguration<ProductImport>
{
    public void Configure(EntityTypeBuilder<ProductImport> builder)
    {
        builder.IsAggregate();
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.IsOpen);
        builder.HasIndex(i => new { i.StoreId, i.UploadedAt });
        builder.HasIndex(i => i.State);
        builder.HasOne<Store>().WithMany().HasForeignKey(i => i.StoreId);
    }
}

sealed class ImportSheetMap : IEntityTypeConfiguration<ImportSheet>
{
    public void Configure(EntityTypeBuilder<ImportSheet> builder)
    {
        builder.HasKey(s => s.ImportId);
        builder.Property(s => s.ImportId).ValueGeneratedNever();
        builder.HasOne<ProductImport>().WithOne().HasForeignKey<ImportSheet>(s => s.ImportId);
    }
}

sealed class ImportFaultMap : IEntityTypeConfiguration<ImportFault>
{
    public void Configure(EntityTypeBuilder<ImportFault> builder)
    {
        builder.HasIndex(f => new { f.ImportId, f.Row });
        builder.Property(f => f.Reason).HasMaxLength(500);
        builder.HasOne<ProductImport>().WithMany().HasForeignKey(f => f.ImportId);
    }
}
