using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Ledger;

sealed class JournalMap : IEntityTypeConfiguration<Journal>
{
    public void Configure(EntityTypeBuilder<Journal> builder)
    {
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.HasIndex(j => j.Key).IsUnique();
        builder.HasIndex(j => j.OrderId);
        builder.HasIndex(j => j.PurchaseId);
        builder.HasIndex(j => new { j.BookedAt, j.Id });
        builder.Property(j => j.Rule).HasMaxLength(4);
        builder.Property(j => j.Period).HasMaxLength(7);
        builder.HasMany(j => j.Entries).WithOne().HasForeignKey(e => e.JournalId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class EntryMap : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.Property(e => e.AccountKey).HasMaxLength(80);
        builder.HasIndex(e => new { e.Account, e.AccountKey, e.Id });
        builder.ToTable(t => t.HasCheckConstraint("entry_not_zero", "\"Amount\" <> 0"));
    }
}
