using Komeji.Domain.Mentoring;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Mentoring;

sealed class MentoringSessionMap : IEntityTypeConfiguration<MentoringSession>
{
    public void Configure(EntityTypeBuilder<MentoringSession> builder)
    {
        builder.ToTable("MentoringSessions");
        builder.IsStateful();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.CodeHash).HasMaxLength(64);
        builder.Property(s => s.Covers).HasMaxLength(80);
        builder.HasIndex(s => new { s.SellerId, s.AskedAt });

        // A code opens one door, and a seller has one at a time.
        builder.HasIndex(s => s.CodeHash).IsUnique().HasFilter("\"State\" = 'Waiting'");
        builder.HasIndex(s => s.SellerId).IsUnique().HasFilter("\"State\" = 'Waiting' OR \"State\" = 'Open'");
        builder.HasIndex(s => new { s.MentorId, s.SellerId });
        builder.HasIndex(s => new { s.State, s.Until });
    }
}

sealed class MentoringMissMap : IEntityTypeConfiguration<MentoringMiss>
{
    public void Configure(EntityTypeBuilder<MentoringMiss> builder)
    {
        builder.ToTable("MentoringMisses");
        builder.HasIndex(m => new { m.MentorId, m.At });
    }
}
