using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>How an organization's meetings are analysed; without a row, in Spanish and with no template.</summary>
internal sealed class AnalysisSettingsRow : ITenantOwned
{
    public static readonly AnalysisSettings Default = new("es", Template: null);

    public required Guid OrganizationId { get; init; }
    public required string OutputLanguage { get; set; }
    public string? Template { get; set; }
    public Guid? UpdatedBy { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class AnalysisSettingsConfiguration : IEntityTypeConfiguration<AnalysisSettingsRow>
{
    public void Configure(EntityTypeBuilder<AnalysisSettingsRow> builder)
    {
        builder.HasTenant();
        builder.ToTable("analysis_settings");
        builder.HasKey(s => s.OrganizationId);
        builder.Property(s => s.OutputLanguage).HasMaxLength(8);
        builder.Property(s => s.Template).HasMaxLength(TemplateRow.LongestId);
    }
}
