using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>A tag of a recording in the form in which it is looked for. How it is written stands in <see cref="Recording.Tags"/>.</summary>
internal sealed class RecordingTag : ITenantOwned
{
    public const int Longest = 40;
    public const int Most = 20;

    /// <summary>Composing a tag's accents can make it longer: some letters come apart instead.</summary>
    public const int LongestKey = 2 * Longest;

    public required Guid OrganizationId { get; init; }
    public required Guid RecordingId { get; init; }
    public required string Key { get; init; }

    /// <summary>Case and the way in which accents are encoded make no difference.</summary>
    public static string KeyOf(string tag) => TextOf(tag).Normalize(NormalizationForm.FormC).ToLowerInvariant();

    public static bool Fits(string tag) => TextOf(tag).Length is > 0 and <= Longest && KeyOf(tag).Length <= LongestKey;

    /// <summary>Each tag once, without what is too much of them: an analysis may give any.</summary>
    public static IReadOnlyList<string> Clean(IEnumerable<string> tags) => [.. tags.Where(Fits).Select(TextOf).DistinctBy(KeyOf).Take(Most)];

    private static string TextOf(string tag) => Storable.Text(tag).Trim();
}

internal sealed class RecordingTagConfiguration : IEntityTypeConfiguration<RecordingTag>
{
    public void Configure(EntityTypeBuilder<RecordingTag> builder)
    {
        builder.HasTenant();
        builder.ToTable("recording_tags");
        builder.HasKey(t => new { t.RecordingId, t.Key });
        builder.Property(t => t.Key).HasMaxLength(RecordingTag.LongestKey);
        builder.HasOne<Recording>().WithMany()
            .HasForeignKey(t => new { t.OrganizationId, t.RecordingId })
            .HasPrincipalKey(r => new { r.OrganizationId, r.Id });
        // The list narrowed to a tag that few recordings have.
        builder.HasIndex(t => new { t.OrganizationId, t.Key, t.RecordingId });
    }
}

internal static class RecordingTagging
{
    /// <summary>Makes the tags that are looked for those of the recording, in the transaction that the caller has begun.</summary>
    public static async Task ReplaceTagsAsync(this RecordingsDbContext db, Recording recording, CancellationToken cancellationToken)
    {
        await db.Tags.Where(t => t.RecordingId == recording.Id).ExecuteDeleteAsync(cancellationToken);
        db.Tags.AddRange(recording.Tags.Select(tag => new RecordingTag
        {
            OrganizationId = recording.OrganizationId,
            RecordingId = recording.Id,
            Key = RecordingTag.KeyOf(tag),
        }));
    }
}
