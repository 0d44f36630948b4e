using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>
/// What was heard in a recording, but for its words, which are <see cref="TranscriptSegment"/>s, and for its <see cref="ActionItemRow"/>s.
/// </summary>
internal sealed class Analysis : ITenantOwned
{
    private const string ReadingFailed = "reading_failed";

    public required Guid RecordingId { get; init; }
    public required Guid OrganizationId { get; init; }
    public Guid JobId { get; private set; }

    /// <summary>The document as the worker sent it and people corrected it, without what is kept in rows of its own.</summary>
    public AnalysisDocument Document { get; private set; } = null!;

    /// <summary>Whether there is a transcript, be it an empty one.</summary>
    public bool HasTranscript { get; private set; }

    /// <summary>Whether the worker could do all that it tried: there is no part whose words failed, and the words were read.</summary>
    public bool IsWhole => Document.Coverage.All(span => span.State is not CoverageState.Failed)
        && !Document.Engine.Reasons.Contains(ReadingFailed);

    public void Replace(Guid jobId, AnalysisDocument document) =>
        (JobId, Document, HasTranscript) = (jobId, document with { Transcript = null, ActionItems = [] }, document.Transcript is not null);

    public void Rename(IReadOnlyList<Speaker> speakers, IReadOnlyList<string> participants) =>
        Document = Document with { Speakers = speakers, Participants = participants };
}

internal sealed class AnalysisConfiguration : IEntityTypeConfiguration<Analysis>
{
    public void Configure(EntityTypeBuilder<Analysis> builder)
    {
        builder.HasTenant();
        builder.ToTable("analyses");
        builder.HasKey(a => a.RecordingId);
        builder.Property(a => a.Document).HasJson();
        builder.Ignore(a => a.IsWhole);
        builder.HasOne<Recording>().WithOne()
            .HasForeignKey<Analysis>(a => new { a.OrganizationId, a.RecordingId })
            .HasPrincipalKey<Recording>(r => new { r.OrganizationId, r.Id });
    }
}
