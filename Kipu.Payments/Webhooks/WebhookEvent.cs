using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>A webhook that was received: there is one row for each event, however often it is sent.</summary>
internal sealed class WebhookEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Provider { get; init; }
    public required string EventId { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }
    public SyncKind? Kind { get; init; }
    public string? ObjectId { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; private set; }
}

internal sealed class WebhookEventConfiguration : IEntityTypeConfiguration<WebhookEvent>
{
    public void Configure(EntityTypeBuilder<WebhookEvent> builder)
    {
        builder.ToTable("webhook_events");
        builder.Property(e => e.Provider).HasMaxLength(20);
        builder.Property(e => e.EventId).HasMaxLength(255);
        builder.Property(e => e.Type).HasMaxLength(100);
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.ObjectId).HasMaxLength(255);
        builder.HasIndex(e => new { e.Provider, e.EventId }).IsUnique();
        // What a finished synchronization settles.
        builder.HasIndex(e => new { e.Provider, e.Kind, e.ObjectId }).HasFilter("processed_at is null");
    }
}
