using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

internal static class RecordingEndpoints
{
    public const int IdempotencyKeyLength = 100;
    private const int DefaultPage = 50;

    public static void MapRecordings(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings").WithTags("Recordings").RequireTenant();
        recordings.MapGet("/", List).ProducesError(RecordingErrors.InvalidCursor, CommonErrors.InvalidRequest, CommonErrors.ValidationFailed);
        recordings.MapPost("/", Create).ProducesError(
            CommonErrors.LimitExceeded, CommonErrors.ValidationFailed, RecordingErrors.InvalidIdempotencyKey, RecordingErrors.IdempotencyConflict);
        recordings.MapGet("/{id:guid}", Get).ProducesError(RecordingErrors.NotFound);
        recordings.MapPatch("/{id:guid}", Update).ProducesError(RecordingErrors.NotFound, CommonErrors.ValidationFailed);
    }

    /// <summary>Lists recordings, newest first.</summary>
    /// <param name="status">Only those in this status.</param>
    /// <param name="q">Only those with these words in title, summary or transcript; each row then carries its hits. Accents and case don't matter; the last word may be unfinished.</param>
    /// <param name="from">Only those begun at this time or later.</param>
    /// <param name="to">Only those begun before this time.</param>
    /// <param name="limit">Rows of the page, 1 to 200; 50 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<RecordingSummary>>, ProblemHttpResult>> List(
        string? status, [MaxLength(SearchWords.LongestQuery)] string? q, DateTimeOffset? from, DateTimeOffset? to, [Range(1, 200)] int? limit, string? cursor,
        RecordingsDbContext db, CancellationToken cancellationToken)
    {
        // The framework reads an enum's own names only, in their own case; the contract has them in capitals.
        var wanted = RecordingStatus.Recording;
        if (status is not null && (!status.All(char.IsAsciiLetter) || !Enum.TryParse(status, ignoreCase: true, out wanted)))
        {
            return CommonErrors.InvalidRequest.With("There is no such status.").ToProblem();
        }

        RecordingCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && !RecordingCursor.TryParse(cursor, out after)) return RecordingErrors.InvalidCursor.ToProblem();

        var recordings = db.Recordings.AsNoTracking();
        if (status is not null) recordings = recordings.Where(r => r.Status == wanted);
        if (from is not null) recordings = recordings.Where(r => r.CreatedAt >= from.Value.ToUniversalTime());
        if (to is not null) recordings = recordings.Where(r => r.CreatedAt < to.Value.ToUniversalTime());
        if (after is not null)
        {
            recordings = recordings.Where(r =>
                EF.Functions.LessThan(ValueTuple.Create(r.CreatedAt, r.Id), ValueTuple.Create(after.CreatedAt, after.Id)));
        }

        var search = SearchWords.Parse(q);
        if (search is not null) recordings = recordings.Matching(db, search);

        var size = limit ?? DefaultPage;
        var rows = await recordings.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = rows.Take(size).ToList();
        var hits = search is null ? null : await SearchHits.FindAsync(db, search, page, cancellationToken);
        return TypedResults.Ok(new Page<RecordingSummary>(
            [.. page.Select(r => r.ToSummary(hits?[r.Id]))],
            rows.Count > size ? new RecordingCursor(page[^1].CreatedAt, page[^1].Id).ToString() : null));
    }

    /// <summary>Reserves one of the plan's recordings, before the first byte of audio is sent.</summary>
    public static async Task<Results<Created<RecordingSummary>, ProblemHttpResult>> Create(
        CreateRecordingRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        TenantContext tenant, CreateRecording create, CancellationToken cancellationToken)
    {
        if (idempotencyKey is not null && !IsIdempotencyKey(idempotencyKey)) return RecordingErrors.InvalidIdempotencyKey.ToProblem();

        var outcome = await create.ByRequestAsync(tenant, request, idempotencyKey, cancellationToken);
        return outcome.Refusal switch
        {
            CreateRecording.Refusal.IdempotencyConflict => RecordingErrors.IdempotencyConflict.ToProblem(),
            { } => CommonErrors.OverLimit("recordings", tenant.Limits.MaxRecordings, outcome.Used, tenant.Plan),
            null => TypedResults.Created($"/api/recordings/{outcome.Recording!.Id}", outcome.Recording.ToSummary()),
        };
    }

    /// <summary>Shows a recording as the list does.</summary>
    public static async Task<Results<Ok<RecordingSummary>, ProblemHttpResult>> Get(
        Guid id, RecordingsDbContext db, CancellationToken cancellationToken) =>
        await db.Recordings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is { } recording
            ? TypedResults.Ok(recording.ToSummary())
            : RecordingErrors.NotFound.ToProblem();

    /// <summary>Changes a recording's title.</summary>
    public static async Task<Results<Ok<RecordingSummary>, ProblemHttpResult>> Update(
        Guid id, UpdateRecordingRequest request, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (request.Title is { } title && string.IsNullOrWhiteSpace(title))
        {
            return CommonErrors.ValidationFailed.ToProblem(new Dictionary<string, object?>
            {
                ["errors"] = new Dictionary<string, string[]> { ["title"] = ["The title has no visible character."] },
            });
        }

        if (await db.Recordings.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } recording) return RecordingErrors.NotFound.ToProblem();

        if (request.Title is not null)
        {
            recording.Rename(request.Title);
            await db.SaveChangesAsync(cancellationToken);
        }

        return TypedResults.Ok(recording.ToSummary());
    }

    private static bool IsIdempotencyKey(string key) => key.Length is > 0 and <= IdempotencyKeyLength && key.All(c => c is > ' ' and <= '~');
}
