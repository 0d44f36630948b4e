using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>A template that an organization wrote, or its wording of one that Kipu brings along.</summary>
internal sealed class TemplateRow : ITenantOwned
{
    public const int LongestId = 40;
    private const int VersionBytes = 4;

    public required Guid OrganizationId { get; init; }
    public required string Id { get; init; }
    public required string Name { get; set; }
    public string? Instructions { get; set; }
    public required IReadOnlyList<TemplateSection> Sections { get; set; }
    public Guid? UpdatedBy { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }

    public AnalysisTemplate ToTemplate(bool isBuiltIn) =>
        new(Id, Name, Instructions, Sections, VersionOf(Name, Instructions, Sections), isBuiltIn, UpdatedBy, UpdatedAt);

    public static string VersionOf(string name, string? instructions, IReadOnlyList<TemplateSection> sections) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { name, instructions, sections })).AsSpan(0, VersionBytes));
}

internal sealed class TemplateRowConfiguration : IEntityTypeConfiguration<TemplateRow>
{
    public void Configure(EntityTypeBuilder<TemplateRow> builder)
    {
        builder.HasTenant();
        builder.ToTable("analysis_templates");
        builder.HasKey(t => new { t.OrganizationId, t.Id });
        builder.Property(t => t.Id).HasMaxLength(TemplateRow.LongestId);
        builder.Property(t => t.Sections).HasJson();
    }
}
