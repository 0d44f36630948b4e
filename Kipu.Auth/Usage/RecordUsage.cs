using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Keeps what an organization uses, for its report. Limits are held by the services that own what is limited.</summary>
public static class RecordUsageHandler
{
    public static Task HandleAsync(RecordingFinalized message, AuthDbContext db, CancellationToken cancellationToken) =>
        db.KeepAsync(
            new()
            {
                OrganizationId = message.OrganizationId,
                SourceId = message.RecordingId,
                Day = DayOf(message.At),
                Recordings = 1,
                Bytes = message.Bytes,
            },
            cancellationToken);

    public static Task HandleAsync(UsageMetered message, AuthDbContext db, CancellationToken cancellationToken) =>
        db.KeepAsync(
            new()
            {
                OrganizationId = message.OrganizationId,
                SourceId = message.SourceId,
                Day = DayOf(message.BeganAt),
                AudioSeconds = message.AudioSeconds,
                VoiceSeconds = message.VoiceSeconds,
                AiTokens = message.AiTokens,
                AiCostMicros = message.AiCostMicros,
            },
            cancellationToken);

    /// <summary>Figures of a source only grow, so that of two messages the later one is the larger, in whatever order they come.</summary>
    private static Task<int> KeepAsync(this AuthDbContext db, UsageRecord record, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            insert into usage_records as u
              (organization_id, source_id, day, recordings, bytes, audio_seconds, voice_seconds, ai_tokens, ai_cost_micros)
            values ({record.OrganizationId}, {record.SourceId}, {record.Day}, {record.Recordings}, {record.Bytes}, {record.AudioSeconds},
              {record.VoiceSeconds}, {record.AiTokens}, {record.AiCostMicros})
            on conflict (organization_id, source_id) do update set
              day = least(u.day, excluded.day), recordings = greatest(u.recordings, excluded.recordings),
              bytes = greatest(u.bytes, excluded.bytes), audio_seconds = greatest(u.audio_seconds, excluded.audio_seconds),
              voice_seconds = greatest(u.voice_seconds, excluded.voice_seconds), ai_tokens = greatest(u.ai_tokens, excluded.ai_tokens),
              ai_cost_micros = greatest(u.ai_cost_micros, excluded.ai_cost_micros)
            """, cancellationToken);

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
