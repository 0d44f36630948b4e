using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>A recording is gone: what webhooks were told of it goes from their log, and what they weren't told yet is sent no more.</summary>
public static class ForgetRecordingHandler
{
    public static Task HandleAsync(RecordingDeleted message, AuthDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            delete from webhook_deliveries where organization_id = {message.OrganizationId}
              and payload::jsonb -> 'data' ->> 'recordingId' = {message.RecordingId.ToString()}
            """, cancellationToken);
}
