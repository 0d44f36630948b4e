using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wolverine;

namespace Kipu.Recordings;

internal static class RecordingEndpoints
{
    private const int DefaultPage = 50;

    public static void AddRecordings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RecordingSweepOptions>().BindConfiguration("Sweep").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IdempotencyKeys>();
        builder.Services.AddScoped<CreateRecording>();
        builder.Services.AddScoped<EraseRecording>();
        builder.Services.AddScoped<ReprocessRecording>();
        builder.Services.AddScoped<ReplayFailed>();
        builder.Services.AddHostedService<RecordingSweep>();
        builder.Services.ConfigureWolverine(options => options.Policies.Add<RefusedAnalyses>());
    }

    public static void MapRecordings(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings").WithTags("Recordings").RequireTenant();
        recordings.MapGet("/", List).ProducesError(RecordingErrors.InvalidCursor, CommonErrors.InvalidRequest, CommonErrors.ValidationFailed);
        recordings.MapPost("/", Create).ProducesError(
            CommonErrors.LimitExceeded, CommonErrors.ValidationFailed, RecordingErrors.InvalidIdempotencyKey, RecordingErrors.IdempotencyConflict);
        recordings.MapGet("/{id:guid}", Get).ProducesError(RecordingErrors.NotFound);
        recordings.MapUpdateRecording();
        recordings.MapDeleteRecording();
        recordings.MapPost("/{id:guid}/reprocess", Reprocess).ProducesError(
            RecordingErrors.NotFound, RecordingErrors.InProgress, RecordingErrors.NothingFailed, RecordingErrors.AudioNotFound,
            CommonErrors.ValidationFailed);
    }

    /// <summary>Lists recordings, newest first unless asked otherwise.</summary>
    /// <param name="status">Only those in this status.</param>
    /// <param name="q">Only those with these words in title, summary or transcript; each row then carries its hits. Accents and case don't matter; the last word may be unfinished.</param>
    /// <param name="from">Only those begun at this time or later.</param>
    /// <param name="to">Only those begun before this time.</param>
    /// <param name="userId">Only those of this person.</param>
    /// <param name="tag">Only those with this tag, whatever its case.</param>
    /// <param name="category">Only those of this category.</param>
    /// <param name="deleted">True for those that are deleted and can still be restored, instead of the others.</param>
    /// <param name="sort"><c>newest</c>, <c>oldest</c> or <c>title</c>.</param>
    /// <param name="limit">Rows of the page, 1 to 200; 50 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor, with the same sort.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<RecordingSummary>>, ProblemHttpResult>> List(
        string? status, [MaxLength(SearchWords.LongestQuery)] string? q, DateTimeOffset? from, DateTimeOffset? to, Guid? userId,
        [MaxLength(RecordingTag.Longest)] string? tag, [MaxLength(100)] string? category, bool? deleted, string? sort,
        [Range(1, 200)] int? limit,
        string? cursor, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (!TryRead<RecordingStatus>(status, out var wanted))
        {
            var statuses = string.Join(", ", Enum.GetNames<RecordingStatus>()).ToUpperInvariant();
            return CommonErrors.InvalidRequest.With($"There is no such status: it is one of {statuses}.").ToProblem();
        }

        if (!TryRead<RecordingSort>(sort, out var order))
        {
            return CommonErrors.InvalidRequest.With("sort is newest, oldest or title.").ToProblem();
        }

        var filter = new RecordingFilter(wanted, from, to, userId, tag, category, deleted is true, order ?? RecordingSort.Newest);
        RecordingCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && !RecordingCursor.TryParse(cursor, filter.Sort, out after))
        {
            return RecordingErrors.InvalidCursor.ToProblem();
        }

        return TypedResults.Ok(await filter.ReadPageAsync(db, SearchWords.Parse(q), after, limit ?? DefaultPage, cancellationToken));
    }

    /// <summary>Reserves one of the plan's recordings, before the first byte of audio is sent.</summary>
    public static async Task<Results<Created<RecordingSummary>, ProblemHttpResult>> Create(
        CreateRecordingRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        TenantContext tenant, CreateRecording create, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (idempotencyKey is not null && !IdempotencyKeys.IsOne(idempotencyKey)) return RecordingErrors.InvalidIdempotencyKey.ToProblem();
        if (!await db.HasTemplateAsync(request.Template, cancellationToken)) return RecordingErrors.UnknownTemplate();

        await db.EndReadingAsync();

        var outcome = await create.ByRequestAsync(tenant, request, idempotencyKey, cancellationToken);
        return outcome.Refusal switch
        {
            CreateRecording.Refusal.IdempotencyConflict => RecordingErrors.IdempotencyConflict.ToProblem(),
            { } => CommonErrors.OverLimit("recordings", tenant.Limits.MaxRecordings, outcome.Used, tenant.Plan),
            null => TypedResults.Created($"/api/recordings/{outcome.Recording!.Id}", outcome.Recording.ToSummary()),
        };
    }

    /// <summary>Shows a recording as the list does, with its markers.</summary>
    public static async Task<Results<Ok<RecordingSummary>, ProblemHttpResult>> Get(
        Guid id, RecordingsDbContext db, CancellationToken cancellationToken) =>
        await db.Recordings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is { } recording
            ? TypedResults.Ok(recording.ToDetails())
            : RecordingErrors.NotFound.ToProblem();

    /// <summary>
    /// Has a recording's audio analysed anew, only the parts that failed, or only what its words say. Corrections of words, names and action
    /// items are kept.
    /// </summary>
    public static async Task<Results<Accepted<ReprocessResponse>, ProblemHttpResult>> Reprocess(
        Guid id, ReprocessRequest? request, ReprocessRecording reprocess, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (request is { OnlyFailed: true, Language: not null } or { KeepWords: true, Language: not null })
        {
            return RecordingErrors.Invalid("language", "A language is for all parts, which are heard anew: leave it away, or onlyFailed and keepWords.");
        }

        if (request?.Template is not Recording.ByOrganization && !await db.HasTemplateAsync(request?.Template, cancellationToken))
        {
            return RecordingErrors.UnknownTemplate();
        }

        await db.EndReadingAsync();
        var outcome = await reprocess.RunAsync(id, request ?? new(), recording => recording.IsAtRest, cancellationToken);
        return outcome switch
        {
            { Refusal: { } refusal, Recording: { } recording } => refusal.ToProblem(recording),
            { Refusal: { } refusal } => refusal.ToProblem(),
            { Recording: var recording } => TypedResults.Accepted(
                $"/api/status/{id}", new ReprocessResponse(true, id, recording!.JobId!.Value, recording.Status)),
        };
    }

    /// <summary>Reads a name that may be absent.</summary>
    /// <remarks>The framework reads an enum's own names only, in their own case; the contract has others.</remarks>
    private static bool TryRead<T>(string? name, out T? value) where T : struct, Enum
    {
        value = null;
        if (name is null) return true;
        if (!name.All(char.IsAsciiLetter) || !Enum.TryParse<T>(name, ignoreCase: true, out var read)) return false;

        value = read;
        return true;
    }
}
