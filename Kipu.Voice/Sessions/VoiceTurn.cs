using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Voice;

/// <summary>What one side said, whole, with what the turn cost.</summary>
internal sealed class VoiceTurn : ITenantOwned
{
    public const string User = "user";
    public const string Agent = "agent";

    public required Guid OrganizationId { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>Its place in the conversation, from 0.</summary>
    public required int Ordinal { get; init; }
    public required string Role { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public int InputTokens { get; init; }
    public int OutputTokens { get; init; }
}

internal sealed class VoiceTurnConfiguration : IEntityTypeConfiguration<VoiceTurn>
{
    public void Configure(EntityTypeBuilder<VoiceTurn> builder)
    {
        builder.HasTenant();
        builder.ToTable("voice_turns");
        // Also a session's transcript, in the order it was said.
        builder.HasKey(t => new { t.OrganizationId, t.SessionId, t.Ordinal });
        builder.Property(t => t.Role).HasMaxLength(10);
        builder.HasOne<VoiceSession>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.SessionId });
    }
}
