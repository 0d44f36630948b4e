using Microsoft.EntityFrameworkCore;

namespace Kipu.Voice;

/// <summary>A recording is gone: so is what was said about it. A conversation that still runs ends when it next renews its hold.</summary>
public static class ForgetRecordingHandler
{
    /// <remarks>The turns go with their sessions, by the foreign key.</remarks>
    public static Task HandleAsync(RecordingDeleted message, VoiceDbContext db, CancellationToken cancellationToken) => db.Sessions
        .Where(s => s.OrganizationId == message.OrganizationId && s.RecordingId == message.RecordingId)
        .ExecuteDeleteAsync(cancellationToken);
}
