using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Stores;

sealed class FeeAnswerMap : IEntityTypeConfiguration<FeeAnswer>
{
    public void Configure(EntityTypeBuilder<FeeAnswer> builder)
    {
        builder.Property(a => a.Version).HasMaxLength(40);
        builder.Property(a => a.Reason).HasMaxLength(FeeAnswer.MostReason);
        builder.HasIndex(a => new { a.StoreId, a.Version });
        builder.HasIndex(a => new { a.Version, a.Agreed });
    }
}
