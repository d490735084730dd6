using Komeji.Domain.CallCentre;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.CallCentre;

sealed class TicketMap : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Tickets");
        builder.IsStateful();
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Number).HasMaxLength(30);
        builder.Property(t => t.Subject).HasMaxLength(120);
        builder.Property(t => t.Story).IsLong(Ticket.LongestStory);
        builder.Property(t => t.CallerName).HasMaxLength(80);
        builder.Property(t => t.CallerContact).HasMaxLength(254);
        builder.HasIndex(t => t.Number).IsUnique();
        builder.HasIndex(t => new { t.State, t.AnswerBefore });
        builder.HasIndex(t => new { t.AssigneeId, t.State });
        builder.HasIndex(t => new { t.PersonId, t.OpenedAt });
        builder.HasIndex(t => t.OrderId);
        builder.HasIndex(t => t.CallerContact);
        builder.HasIndex(t => t.OpenedAt);
        builder.HasIndex(t => t.AnswerBefore);
        builder.HasIndex(t => t.SolveBefore);
    }
}

sealed class CaseNoteMap : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("CaseNotes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).IsLong(CaseNote.Longest);
        builder.Property(n => n.Role).HasMaxLength(40);
        builder.HasIndex(n => new { n.SubjectId, n.At });

        // Of two corrections of one note neither would say which holds.
        builder.HasIndex(n => n.Corrects).IsUnique().HasFilter("\"Corrects\" IS NOT NULL");
    }
}

sealed class DataRevealMap : IEntityTypeConfiguration<DataReveal>
{
    public void Configure(EntityTypeBuilder<DataReveal> builder)
    {
        builder.ToTable("DataReveals");
        builder.Property(r => r.Name).HasMaxLength(120);
        builder.Property(r => r.Role).HasMaxLength(40);
        builder.Property(r => r.Why).HasMaxLength(300);
        builder.HasIndex(r => r.SubjectId);
        builder.HasIndex(r => new { r.WhoId, r.Id });
        builder.HasIndex(r => r.At);
    }
}

sealed class ServiceMonthMap : IEntityTypeConfiguration<ServiceMonth>
{
    public void Configure(EntityTypeBuilder<ServiceMonth> builder)
    {
        builder.ToTable("ServiceMonths");
        builder.HasKey(m => m.Month);
        builder.Property(m => m.Month).HasMaxLength(7);
        builder.Ignore(m => m.Answers);
        builder.Ignore(m => m.Solutions);
    }
}
