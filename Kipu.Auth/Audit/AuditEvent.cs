using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>Something that somebody did, for the organization's audit log. Never changed, never deleted: the database refuses both.</summary>
internal sealed class AuditEvent : ITenantOwned
{
    public const int MaxSubject = 300;

    /// <summary>Made from the time, so that ids are in the order of what they tell.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Action { get; init; }

    /// <summary>No foreign key: the log outlives its actors.</summary>
    public Guid? ActorId { get; init; }

    public string? Subject { get; init; }
    public string? Address { get; init; }

    public static AuditEvent Of(Guid organizationId, DateTimeOffset at, string action, Guid? actorId, string? subject, string? address) => new()
    {
        Id = Guid.CreateVersion7(at),
        OrganizationId = organizationId,
        At = at,
        Action = action,
        ActorId = actorId,
        Subject = subject is { Length: > MaxSubject } ? subject[..MaxSubject] : subject,
        Address = address,
    };
}

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.HasTenant();
        // The log's page: the primary key, read backwards.
        builder.HasKey(e => new { e.OrganizationId, e.Id });
        builder.Property(e => e.Action).HasMaxLength(50);
        builder.Property(e => e.Subject).HasMaxLength(AuditEvent.MaxSubject);
        builder.Property(e => e.Address).HasMaxLength(45);
        builder.HasOne<Organization>().WithMany().HasForeignKey(e => e.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
