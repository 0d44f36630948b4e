using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>The words of an organization that no model knows: names, acronyms, products.</summary>
internal sealed class VocabularyList : ITenantOwned
{
    public const int MaxTerms = 500;
    public const int MaxLength = 80;

    public required Guid OrganizationId { get; init; }
    public required string[] Terms { get; set; }

    /// <summary>Trimmed, each once, whatever its case; the first spelling stands.</summary>
    public static string[] Normalize(IEnumerable<string?> terms) =>
        [.. terms.Select(term => term?.Trim() ?? "").DistinctBy(term => term, StringComparer.OrdinalIgnoreCase)];
}

internal sealed class VocabularyListConfiguration : IEntityTypeConfiguration<VocabularyList>
{
    public void Configure(EntityTypeBuilder<VocabularyList> builder)
    {
        builder.HasTenant();
        builder.ToTable("vocabularies");
        builder.HasKey(v => v.OrganizationId);
        builder.HasOne<Organization>().WithOne().HasForeignKey<VocabularyList>(v => v.OrganizationId);
    }
}
