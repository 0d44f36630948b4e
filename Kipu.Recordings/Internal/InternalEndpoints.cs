using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>What other services and operators ask of Recordings.</summary>
internal static class InternalEndpoints
{
    /// <summary>Names that the engine is told of: those of a usual team, and not a directory.</summary>
    private const int MostPeople = 50;

    public static void MapInternalRecordings(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapInternal().MapGroup("/recordings");
        all.MapGet("/count", Count);
        all.MapGet("/action-items", ActionItemEndpoints.List);
        all.MapFailedRecordings();
        var recordings = all.MapGroup("/{id:guid}");
        recordings.MapPut("/", Ensure);
        recordings.MapGet("/brief", Brief);
        recordings.MapGet("/context", AnalysisEndpoints.GetContext);
        recordings.MapGet("/search", SearchWithin);
    }

    /// <summary>Makes the recording whose audio has arrived, unless there is one: 201, or 200 when there was.</summary>
    /// <remarks>With <c>dryRun</c> it answers the same and makes nothing: whether a long file may come is asked before it does.</remarks>
    public static async Task<Results<Ok<RecordingSummary>, Created<RecordingSummary>, ProblemHttpResult>> Ensure(
        Guid id, bool? dryRun, EnsureRecordingRequest request, TenantCache tenants, CreateRecording create, CancellationToken cancellationToken)
    {
        if (TenantScope.OrganizationId is not { } organizationId || await tenants.FindOrganizationAsync(organizationId, cancellationToken) is not { } tenant)
        {
            return CommonErrors.InvalidRequest.With($"{InternalToken.OrganizationHeader} names no organization.").ToProblem();
        }

        var outcome = await create.ByUploadAsync(id, tenant, request, dryRun is true, cancellationToken);
        return outcome switch
        {
            { Refusal: CreateRecording.Refusal.OverLimit } =>
                CommonErrors.OverLimit("recordings", Plans.Of(tenant.Plan).MaxRecordings, outcome.Used, tenant.Plan),
            { Refusal: not null } => RecordingErrors.NotFound.ToProblem(),
            { IsNew: true } => TypedResults.Created($"/api/recordings/{id}", outcome.Recording!.ToSummary()),
            _ => TypedResults.Ok(outcome.Recording!.ToSummary()),
        };
    }

    /// <summary>How a recording is to be analysed: its own wishes, and the organization's where it has none.</summary>
    /// <remarks>Also for a deleted one, which may be restored; one that is erased meanwhile is read as the organization reads.</remarks>
    public static async Task<Ok<RecordingBrief>> Brief(Guid id, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        var settings = await db.AnalysisSettingsAsync(cancellationToken);
        var own = await db.Recordings.IgnoreQueryFilters([RecordingConfiguration.NotDeleted]).AsNoTracking().Where(r => r.Id == id)
            .Select(r => new { r.OutputLanguage, r.Template, r.CreatedAt }).SingleOrDefaultAsync(cancellationToken);
        var language = own?.OutputLanguage ?? settings.OutputLanguage;
        // A template that was deleted since is none.
        var template = (own?.Template ?? settings.Template) is { Length: > 0 } chosen
            ? await db.FindTemplateAsync(chosen, language, cancellationToken) : null;
        var people = await db.People.AsNoTracking().OrderByDescending(p => p.NamedAt).Take(MostPeople).Select(p => p.Name).ToListAsync(cancellationToken);
        return TypedResults.Ok(new RecordingBrief(template, language, people, own?.CreatedAt));
    }

    /// <summary>How many of its plan's recordings the organization of the call has.</summary>
    public static async Task<Ok<RecordingCount>> Count(RecordingsDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RecordingCount(await db.Counters.Where(c => c.OrganizationId == TenantScope.OrganizationId)
            .Select(c => c.Recordings).SingleOrDefaultAsync(cancellationToken)));

    /// <summary>Finds what was said, for an agent that answers questions about a recording.</summary>
    public static async Task<Results<Ok<IReadOnlyList<SearchHit>>, ProblemHttpResult>> SearchWithin(
        Guid id, [MaxLength(SearchWords.LongestQuery)] string? q, [Range(1, 50)] int? limit, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Recordings.AnyAsync(r => r.Id == id, cancellationToken)) return RecordingErrors.NotFound.ToProblem();

        return TypedResults.Ok(SearchWords.Parse(q) is { } words ? await SearchHits.FindInAsync(db, words, id, limit ?? 5, cancellationToken) : []);
    }
}
