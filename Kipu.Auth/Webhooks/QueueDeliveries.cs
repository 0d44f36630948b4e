using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Makes a message for each webhook that wants to know of it.</summary>
public static class QueueDeliveriesHandler
{
    public static async Task HandleAsync(RecordingEnded message, AuthDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var type = message.Error is null ? WebhookEventType.RecordingCompleted : WebhookEventType.RecordingFailed;
        var webhooks = await db.Webhooks.AsNoTracking()
            .Where(w => w.OrganizationId == message.OrganizationId && w.Enabled && w.Events.Contains(type)).ToListAsync(cancellationToken);
        var news = new RecordingNews(message.RecordingId, message.Title, message.DurationSeconds, message.Error);
        db.WebhookDeliveries.AddRange(webhooks.Select(webhook => WebhookDelivery.Of(webhook, type, message.At, news, time.GetUtcNow())));
    }
}
