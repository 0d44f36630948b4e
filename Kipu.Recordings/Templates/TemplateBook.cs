using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>The templates of the tenant in scope: what Kipu brings along, in the organization's wording where it has one, then its own.</summary>
internal static class TemplateBook
{
    public static async Task<AnalysisSettings> AnalysisSettingsAsync(this RecordingsDbContext db, CancellationToken cancellationToken) =>
        await db.AnalysisSettings.AsNoTracking().Select(s => new AnalysisSettings(s.OutputLanguage, s.Template)).SingleOrDefaultAsync(cancellationToken)
            ?? AnalysisSettingsRow.Default;

    public static async Task<IReadOnlyList<AnalysisTemplate>> AnalysisTemplatesAsync(
        this RecordingsDbContext db, string language, CancellationToken cancellationToken)
    {
        var rows = await db.Templates.AsNoTracking().OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        var builtIn = BuiltInTemplates.In(language);
        return
        [
            .. builtIn.Select(template => rows.Find(row => row.Id == template.Id)?.ToTemplate(isBuiltIn: true) ?? template),
            .. rows.Where(row => !BuiltInTemplates.Have(row.Id)).Select(row => row.ToTemplate(isBuiltIn: false)),
        ];
    }

    /// <returns>Null for an id that nobody has.</returns>
    public static async Task<AnalysisTemplate?> FindTemplateAsync(
        this RecordingsDbContext db, string id, string language, CancellationToken cancellationToken)
    {
        return await db.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is { } row
            ? row.ToTemplate(BuiltInTemplates.Have(id))
            : BuiltInTemplates.In(language).FirstOrDefault(template => template.Id == id);
    }

    public static async Task<bool> HasTemplateAsync(this RecordingsDbContext db, string? id, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(id) || BuiltInTemplates.Have(id) || await db.Templates.AnyAsync(t => t.Id == id, cancellationToken);
}
