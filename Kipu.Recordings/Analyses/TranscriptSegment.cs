using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>A stretch of what one speaker said: a row of its own, so that it can be found.</summary>
internal sealed class TranscriptSegment : ITenantOwned
{
    public required Guid RecordingId { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Its place in the transcript, from 0.</summary>
    public required int Ordinal { get; init; }
    public required string SegmentId { get; init; }
    public required string SpeakerId { get; init; }
    public required string Speaker { get; init; }
    public required string Text { get; set => field = Storable.Text(value); }
    public required double StartSeconds { get; init; }
    public required double EndSeconds { get; init; }
    public double? Confidence { get; init; }

    /// <summary>Decides by which language's rules its words are found; null when nobody knows.</summary>
    public string? Language { get; init; }

    /// <summary>The correction that <see cref="Text"/> is; null when the engine wrote it.</summary>
    public Edit? Edit { get; private set; }

    public static TranscriptSegment From(Recording recording, int ordinal, TranscriptTurn turn, string? language) => new()
    {
        RecordingId = recording.Id,
        OrganizationId = recording.OrganizationId,
        Ordinal = ordinal,
        SegmentId = turn.SegmentId,
        SpeakerId = turn.SpeakerId,
        Speaker = turn.Speaker,
        Text = turn.Text,
        StartSeconds = turn.StartSeconds,
        EndSeconds = turn.EndSeconds,
        Confidence = turn.Confidence,
        Language = turn.Language ?? language,
        Edit = turn.Edit,
    };

    public void Correct(string text, Guid? userId, DateTimeOffset at)
    {
        Edit = new(userId, at, Edit?.Original ?? Text);
        Text = text.Trim();
    }

    public TranscriptTurn ToTurn() => new(
        SegmentId, SpeakerId, Speaker, Text, TimestampOf(StartSeconds), StartSeconds, EndSeconds, Confidence, Language, Edit);

    /// <returns><c>MM:SS</c>, and <c>H:MM:SS</c> from an hour on.</returns>
    public static string TimestampOf(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Floor(Math.Max(0, seconds)));
        return time.TotalHours < 1
            ? time.ToString("mm\\:ss", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}");
    }
}

internal sealed class TranscriptSegmentConfiguration : IEntityTypeConfiguration<TranscriptSegment>
{
    public void Configure(EntityTypeBuilder<TranscriptSegment> builder)
    {
        builder.HasTenant();
        builder.ToTable("transcript_segments");
        builder.HasKey(s => new { s.RecordingId, s.Ordinal });
        builder.Property(s => s.Edit).HasJson();

        builder.HasOne<Recording>().WithMany()
            .HasForeignKey(s => new { s.OrganizationId, s.RecordingId })
            .HasPrincipalKey(r => new { r.OrganizationId, r.Id });
    }
}
