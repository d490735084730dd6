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
        builder.HasIndex(s => s.CodeHash);
        builder.HasIndex(s => new { s.SellerId, s.AskedAt });
        builder.HasIndex(s => new { s.MentorId, s.SellerId });
        builder.HasIndex(s => new { s.State, s.Until });
    }
}

sealed class MentoringDeedMap : IEntityTypeConfiguration<MentoringDeed>
{
    public void Configure(EntityTypeBuilder<MentoringDeed> builder)
    {
        builder.ToTable("MentoringDeeds");
        builder.Property(d => d.What).HasMaxLength(80);
        builder.HasIndex(d => new { d.SessionId, d.Id });
        builder.HasOne<MentoringSession>().WithMany().HasForeignKey(d => d.SessionId);
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
