using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.AudioWorker;

internal enum JobState
{
    Running,
    Done,
    Failed,
}

/// <summary>The analysis of one recording, from its announcement to its result.</summary>
internal sealed class Job : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required Guid Id { get; init; }
    public required Guid RecordingId { get; init; }
    public required string Sha256 { get; init; }
    public required long Bytes { get; init; }

    /// <summary>What the recording's maker says is spoken; null lets the engine find out.</summary>
    public string? Language { get; init; }

    /// <summary>How long the client says it recorded.</summary>
    public double? RecordedSeconds { get; init; }

    /// <summary>The trace that the announcement came in, so that all steps of a recording are seen in one.</summary>
    public string? TraceParent { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public JobState State { get; private set; }
    public ProcessingStage Stage { get; private set; }

    /// <summary>0 to 100; changed by single statements that never let it go back.</summary>
    public int Progress { get; private set; }

    /// <summary>What the sound alone told; null until the recording was listened to.</summary>
    public MeasuredRecording? Measured { get; private set; }
    public string? FailureCode { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What Gemini read and wrote for it, in all attempts.</summary>
    public long AiTokens { get; private set; }

    /// <summary>The tokens' list price, in millionths of a US dollar.</summary>
    public long AiCostMicros { get; private set; }

    public void Spend(long tokens, long costMicros) => (AiTokens, AiCostMicros) = (AiTokens + tokens, AiCostMicros + costMicros);

    public UsageMetered ToUsage() => new(
        OrganizationId, Id, CreatedAt, AudioSeconds: Measured?.Seconds ?? 0, VoiceSeconds: 0, AiTokens, AiCostMicros);

    public void Measure(MeasuredRecording measured) => Measured = measured;

    public void Finish(DateTimeOffset now)
    {
        State = JobState.Done;
        Stage = ProcessingStage.Summarizing;
        Progress = 100;
        EndedAt = now;
    }

    public void Fail(string code, DateTimeOffset now)
    {
        State = JobState.Failed;
        FailureCode = code;
        EndedAt = now;
    }
}

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.HasTenant();
        builder.HasKey(j => new { j.OrganizationId, j.Id });
        // All jobs of a recording that is erased.
        builder.HasIndex(j => new { j.OrganizationId, j.RecordingId });
        builder.Property(j => j.Sha256).HasMaxLength(64);
        builder.Property(j => j.Language).HasMaxLength(8);
        builder.Property(j => j.TraceParent).HasMaxLength(64);
        builder.Property(j => j.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(j => j.Stage).HasConversion<string>().HasMaxLength(16);
        builder.Property(j => j.FailureCode).HasMaxLength(64);
        builder.Property(j => j.Measured).HasJsonColumn();
    }
}

internal static class JsonColumn
{
    /// <summary>Keeps the value as jsonb; it is replaced as a whole and never queried into.</summary>
    public static PropertyBuilder<T?> HasJsonColumn<T>(this PropertyBuilder<T?> property) where T : class =>
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web));
}
