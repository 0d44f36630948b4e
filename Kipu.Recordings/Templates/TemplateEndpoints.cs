using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

internal static partial class TemplateEndpoints
{
    private const int MostTemplates = 50;

    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        var templates = routes.MapGroup("/api/recordings/templates").WithTags("Templates").RequireTenant();
        templates.MapGet("/", List);
        templates.MapPut("/{id}", Put).RequireRole(Role.Admin).ProducesError(CommonErrors.ValidationFailed);
        templates.MapDelete("/{id}", Delete).RequireRole(Role.Admin).ProducesError(RecordingErrors.TemplateNotFound, RecordingErrors.TemplateInUse);

        var settings = routes.MapGroup("/api/recordings/analysis-settings").WithTags("Templates").RequireTenant();
        settings.MapGet("/", GetSettings);
        settings.MapPut("/", SetSettings).RequireRole(Role.Admin).ProducesError(CommonErrors.ValidationFailed);
    }

    /// <summary>Lists the kinds of meetings that can be chosen: Kipu's, in the organization's wording, then the organization's own.</summary>
    public static async Task<Ok<Page<AnalysisTemplate>>> List(RecordingsDbContext db, CancellationToken cancellationToken)
    {
        var settings = await db.AnalysisSettingsAsync(cancellationToken);
        return TypedResults.Ok(new Page<AnalysisTemplate>(await db.AnalysisTemplatesAsync(settings.OutputLanguage, cancellationToken), null));
    }

    /// <summary>Writes a template, or rewords one. Analyses that begin from now on use it; earlier ones keep what they were made with.</summary>
    /// <param name="id">Small letters, digits and dashes; at most 40.</param>
    /// <param name="request">Its content, whole.</param>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="db">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<AnalysisTemplate>, ProblemHttpResult>> Put(
        string id, PutTemplateRequest request, TenantContext tenant, RecordingsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Slug().IsMatch(id)) return RecordingErrors.Invalid("id", "An id has 1 to 40 small letters, digits and dashes, and begins with a letter.");
        if (IsBlank(request.Name)) return RecordingErrors.Invalid("name", "The name has no visible character.");
        if (request.Sections.Any(section => section is null || IsBlank(section.Title) || IsBlank(section.Content)))
        {
            return RecordingErrors.Invalid("sections", "Each section has a title and says what belongs into it.");
        }

        if (request.Sections.DistinctBy(section => section.Id).Count() < request.Sections.Count)
        {
            return RecordingErrors.Invalid("sections", "Each section has an id of its own.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockTemplatesAsync(tenant.OrganizationId, cancellationToken);
        var row = await db.Templates.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (row is null)
        {
            if (await db.Templates.CountAsync(cancellationToken) >= MostTemplates)
            {
                return CommonErrors.ValidationFailed.With($"An organization has at most {MostTemplates} templates.").ToProblem();
            }

            db.Templates.Add(row = new()
            {
                OrganizationId = tenant.OrganizationId,
                Id = id,
                Name = "",
                Sections = [],
                UpdatedAt = time.GetUtcNow(),
            });
        }

        row.Name = Storable.Text(request.Name).Trim();
        row.Instructions = request.Instructions is { } instructions && Storable.Text(instructions).Trim() is { Length: > 0 } text ? text : null;
        row.Sections = [.. request.Sections.Select(s => new TemplateSection(s.Id, Storable.Text(s.Title).Trim(), Storable.Text(s.Content).Trim()))];
        (row.UpdatedBy, row.UpdatedAt) = (tenant.UserId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(row.ToTemplate(BuiltInTemplates.Have(id)));
    }

    /// <summary>Removes a template of the organization's own, or gives one of Kipu's its own wording back.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, TenantContext tenant, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockTemplatesAsync(tenant.OrganizationId, cancellationToken);
        var isBuiltIn = BuiltInTemplates.Have(id);
        if (!isBuiltIn && (await db.AnalysisSettingsAsync(cancellationToken)).Template == id) return RecordingErrors.TemplateInUse.ToProblem();
        if (await db.Templates.Where(t => t.Id == id).ExecuteDeleteAsync(cancellationToken) is 0 && !isBuiltIn)
        {
            return RecordingErrors.TemplateNotFound.ToProblem();
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Shows how the organization's meetings are analysed unless a recording says otherwise.</summary>
    public static async Task<Ok<AnalysisSettings>> GetSettings(RecordingsDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.AnalysisSettingsAsync(cancellationToken));

    /// <summary>Sets how the organization's meetings are analysed from now on.</summary>
    public static async Task<Results<Ok<AnalysisSettings>, ProblemHttpResult>> SetSettings(
        AnalysisSettings request, TenantContext tenant, RecordingsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockTemplatesAsync(tenant.OrganizationId, cancellationToken);
        if (!await db.HasTemplateAsync(request.Template, cancellationToken)) return RecordingErrors.UnknownTemplate();

        var template = string.IsNullOrEmpty(request.Template) ? null : request.Template;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into analysis_settings (organization_id, output_language, template, updated_by, updated_at)
            values ({tenant.OrganizationId}, {request.OutputLanguage}, {template}, {tenant.UserId}, {time.GetUtcNow()})
            on conflict (organization_id) do update set output_language = excluded.output_language, template = excluded.template,
                updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(request with { Template = template });
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(Storable.Text(text));

    /// <summary>Changes to one organization's templates take turns: their number is bounded, and the settings name one that is there.</summary>
    private static Task<int> LockTemplatesAsync(this RecordingsDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('templates ' || {organizationId}::text, 0))", cancellationToken);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Slug();
}
