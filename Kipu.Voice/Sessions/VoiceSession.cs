using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Voice;

[JsonConverter(typeof(JsonStringEnumConverter<VoiceSessionStatus>))]
internal enum VoiceSessionStatus
{
    /// <summary>Made; its ticket waits to be used.</summary>
    [JsonStringEnumMemberName("WAITING")] Waiting,
    /// <summary>Somebody is talking.</summary>
    [JsonStringEnumMemberName("ACTIVE")] Active,
    /// <summary>Cut off; it can be taken up again for a minute.</summary>
    [JsonStringEnumMemberName("INTERRUPTED")] Interrupted,
    [JsonStringEnumMemberName("CLOSED")] Closed,
}

/// <summary>A voice conversation about a recording. The client chooses its id; it is unique in the organization.</summary>
/// <remarks>
/// <see cref="HeldUntil"/> is what makes a session count against the plan: the ticket's end while it waits, a lease that the
/// running relay renews, the end of the minute for taking it up again. Whatever crashes, it lapses by itself.
/// </remarks>
internal sealed class VoiceSession : ITenantOwned
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RecordingId { get; init; }
    public Guid? UserId { get; init; }
    public VoiceSessionStatus Status { get; private set; } = VoiceSessionStatus.Waiting;
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset HeldUntil { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it ended: done, idle, time_limit, suspended, upstream_failed.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The connection that has it now; an older one finds itself replaced.</summary>
    public Guid? ConnectionId { get; private set; }
    public byte[]? TicketHash { get; private set; }
    public DateTimeOffset? TicketExpiresAt { get; private set; }
    public byte[]? ResumeHash { get; private set; }

    /// <summary>Gemini's handle for the state of the conversation.</summary>
    public string? ResumptionHandle { get; private set; }
    public string? Model { get; private set; }

    /// <summary>Time connected.</summary>
    public double Seconds { get; private set; }
    public long InputTokens { get; private set; }
    public long OutputTokens { get; private set; }

    /// <summary>The tokens' list price, in millionths of a US dollar.</summary>
    public long CostMicros { get; private set; }

    public UsageMetered ToUsage() => new(
        OrganizationId, Id, CreatedAt, AudioSeconds: 0, VoiceSeconds: Seconds, AiTokens: InputTokens + OutputTokens, AiCostMicros: CostMicros);

    /// <summary>Nobody has it any more. One that was never connected can still be begun.</summary>
    public bool IsOver(DateTimeOffset now) => EndedAt is not null || HeldUntil <= now;

    public bool HasEnded(DateTimeOffset now) => EndedAt is not null || (HeldUntil <= now && ConnectionId is not null);

    /// <summary>A new ticket, in place of an unused one. One that would end before the session's hold does not shorten it.</summary>
    public void IssueTicket(VoiceTicket ticket, DateTimeOffset expiresAt)
    {
        (TicketHash, TicketExpiresAt) = (ticket.Hash, expiresAt);
        if (HeldUntil < expiresAt) HeldUntil = expiresAt;
    }

    public VoiceSessionInfo ToInfo(DateTimeOffset now, IEnumerable<VoiceTurn>? turns = null)
    {
        var status = IsOver(now) ? VoiceSessionStatus.Closed : Status;
        var endedAt = EndedAt ?? (HeldUntil <= now ? HeldUntil : null);
        return new(
            Id, RecordingId, status.ToString().ToUpperInvariant(), CreatedAt, endedAt, Math.Round(Seconds, 1), InputTokens, OutputTokens,
            turns?.Select(t => new VoiceTurnInfo(t.Role, t.Text, t.At)).ToList());
    }
}

internal sealed class VoiceSessionConfiguration : IEntityTypeConfiguration<VoiceSession>
{
    public void Configure(EntityTypeBuilder<VoiceSession> builder)
    {
        builder.HasTenant();
        builder.ToTable("voice_sessions");
        builder.HasKey(s => new { s.OrganizationId, s.Id });
        builder.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.EndReason).HasMaxLength(40);
        builder.Property(s => s.Model).HasMaxLength(100);

        // The list: newest first.
        builder.HasIndex(s => new { s.OrganizationId, s.CreatedAt, s.Id }).IsDescending(false, true, true);
        // How many are talking now.
        builder.HasIndex(s => new { s.OrganizationId, s.HeldUntil }).HasFilter("ended_at is null");
    }
}
