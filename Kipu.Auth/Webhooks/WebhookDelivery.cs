using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>One message to one webhook. It is changed by single statements alone, since several processes send.</summary>
internal sealed class WebhookDelivery : ITenantOwned
{
    /// <summary>How long the log goes back.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
    public required Guid WebhookId { get; init; }
    public required WebhookEventType Type { get; init; }

    /// <summary>The body, written once, so that all attempts send the same bytes.</summary>
    public required string Payload { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public WebhookDeliveryStatus Status { get; init; }
    public int Attempts { get; init; }

    /// <summary>When it is to be tried next. Who tries it moves this on first, so that nobody else does meanwhile.</summary>
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? LastAttemptAt { get; init; }
    public int? ResponseStatus { get; init; }
    public string? Problem { get; init; }

    /// <param name="webhook">To whom.</param>
    /// <param name="type">What it tells of.</param>
    /// <param name="at">When that was.</param>
    /// <param name="news">About what.</param>
    /// <param name="now">When it can be sent.</param>
    public static WebhookDelivery Of(Webhook webhook, WebhookEventType type, DateTimeOffset at, RecordingNews? news, DateTimeOffset now) => new()
    {
        OrganizationId = webhook.OrganizationId,
        WebhookId = webhook.Id,
        Type = type,
        Payload = JsonSerializer.Serialize(new WebhookMessage(type, at, news), JsonSerializerOptions.Web),
        CreatedAt = now,
        DueAt = now,
    };

    public WebhookDeliveryInfo ToInfo() => new(
        Id, WebhookId, Type, Status, Attempts, ResponseStatus, Problem, CreatedAt, LastAttemptAt,
        Status is WebhookDeliveryStatus.Pending ? DueAt : null, Payload);
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.HasTenant();
        builder.ToTable("webhook_deliveries");
        builder.HasKey(d => new { d.OrganizationId, d.Id });
        builder.Property(d => d.Type).HasConversion<string>().HasMaxLength(30);
        builder.Property(d => d.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Problem).HasMaxLength(20);
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => new { d.OrganizationId, d.WebhookId }).OnDelete(DeleteBehavior.Cascade);
        // The log of a webhook, newest first.
        builder.HasIndex(d => new { d.OrganizationId, d.WebhookId, d.Id }).IsDescending(false, false, true);
        // What is to be sent.
        builder.HasIndex(d => d.DueAt).HasFilter("status = 'Pending'");
        // The sweep of old ones.
        builder.HasIndex(d => d.CreatedAt);
    }
}
