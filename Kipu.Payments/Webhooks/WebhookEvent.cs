using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>How we came to know of an event.</summary>
internal enum EventSource
{
    Webhook,

    /// <summary>Its webhook never arrived; the provider's record of events had it.</summary>
    Reconciliation,

    /// <summary>An operator asked for it.</summary>
    Replay,
}

/// <summary>What has become of an event.</summary>
internal enum EventFate
{
    /// <summary>It concerns nothing of ours.</summary>
    Ignored,

    /// <summary>Its object has yet to be looked at.</summary>
    Waiting,

    /// <summary>Looking at its object has failed and is tried again.</summary>
    Failing,
    Processed,
}

/// <summary>An event of the provider: there is one row for each, however often and by whatever way it comes.</summary>
internal sealed class WebhookEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Provider { get; init; }
    public required string EventId { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }
    public required EventSource Source { get; init; }
    public SyncKind? Kind { get; init; }
    public string? ObjectId { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; private set; }
    public int Attempts { get; private set; }
    public string? Problem { get; private set; }
    public int Replays { get; private set; }

    public EventFate Fate => (Kind, ProcessedAt, Problem) switch
    {
        (null, _, _) => EventFate.Ignored,
        (_, not null, _) => EventFate.Processed,
        (_, _, not null) => EventFate.Failing,
        _ => EventFate.Waiting,
    };

    public WebhookEventInfo ToInfo() => new(
        Id, Provider, EventId, Type, Fate.ToString().ToLowerInvariant(), Source.ToString().ToLowerInvariant(),
        Kind?.ToString().ToLowerInvariant(), ObjectId, ReceivedAt, ProcessedAt, Attempts, Replays, Problem);
}

/// <summary>An event and its fate, as operators see it.</summary>
internal sealed record WebhookEventInfo(
    Guid Id, string Provider, string EventId, string Type, string Fate, string Source, string? Kind, string? ObjectId,
    DateTimeOffset ReceivedAt, DateTimeOffset? ProcessedAt, int Attempts, int Replays, string? Problem);

internal sealed class WebhookEventConfiguration : IEntityTypeConfiguration<WebhookEvent>
{
    public void Configure(EntityTypeBuilder<WebhookEvent> builder)
    {
        builder.ToTable("webhook_events");
        builder.Ignore(e => e.Fate);
        builder.Property(e => e.Provider).HasMaxLength(20);
        builder.Property(e => e.EventId).HasMaxLength(255);
        builder.Property(e => e.Type).HasMaxLength(100);
        builder.Property(e => e.Source).HasConversion<string>().HasMaxLength(20).HasDefaultValue(EventSource.Webhook);
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.ObjectId).HasMaxLength(255);
        builder.Property(e => e.Problem).HasMaxLength(500);
        builder.HasIndex(e => new { e.Provider, e.EventId }).IsUnique();
        // What a finished synchronization settles, and what operators look for first.
        builder.HasIndex(e => new { e.Provider, e.Kind, e.ObjectId }).HasFilter("processed_at is null");
    }
}
