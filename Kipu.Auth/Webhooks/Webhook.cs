using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>An address of a customer's that is told what happens in the organization.</summary>
internal sealed class Webhook : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
    public required string Url { get; set; }
    public required WebhookEventType[] Events { get; set; }
    public string? Description { get; set; }

    /// <summary>Encrypted by data protection: each message is signed with it.</summary>
    public required byte[] ProtectedSecret { get; init; }
    public bool Enabled { get; private set; } = true;
    public string? DisabledReason { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A person's wish; it takes back what the sender decided.</summary>
    public void Enable(bool enabled) => (Enabled, DisabledReason) = (enabled, null);

    public WebhookInfo ToInfo() => new(Id, Url, Events, Description, Enabled, DisabledReason, CreatedAt);
}

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.HasTenant();
        builder.ToTable("webhooks");
        builder.HasKey(w => new { w.OrganizationId, w.Id });
        builder.Property(w => w.Url).HasMaxLength(2048);
        builder.PrimitiveCollection(w => w.Events).ElementType(e => e.HasConversion<string>());
        builder.Property(w => w.Description).HasMaxLength(200);
        builder.Property(w => w.DisabledReason).HasMaxLength(20);
        builder.HasOne<Organization>().WithMany().HasForeignKey(w => w.OrganizationId);
    }
}
