using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>What operators see of recordings whose processing failed for good, and do about it: docs/ingest.md.</summary>
internal static class FailedRecordingEndpoints
{
    private const int DefaultPage = 50;

    public static void MapFailedRecordings(this IEndpointRouteBuilder recordings)
    {
        recordings.MapGet("/failed", List);
        recordings.MapPost("/failed/replay", Replay);
    }

    /// <summary>Lists them, those that failed last first: of all organizations or of one, with any error code or with one.</summary>
    public static async Task<Results<Ok<Page<FailedRecording>>, ProblemHttpResult>> List(
        Guid? organizationId, [StringLength(100, MinimumLength = 1)] string? code, [Range(1, 200)] int? limit, string? cursor,
        RecordingsDbContext db, CancellationToken cancellationToken)
    {
        RecordingCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && !RecordingCursor.TryParse(cursor, RecordingSort.Newest, out after))
        {
            return RecordingErrors.InvalidCursor.ToProblem();
        }

        using var scope = FailedRecordings.EnterScope(organizationId);
        var failed = db.Failed(code);
        if (after is not null)
        {
            failed = failed.Where(r => EF.Functions.LessThan(
                ValueTuple.Create(r.UpdatedAt, r.Id), ValueTuple.Create(after.At, after.Id)));
        }

        var size = limit ?? DefaultPage;
        // The code is taken out here: EF makes null of a member of what a column's converter has made.
        var rows = await failed.OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id).Take(size + 1)
            .Select(r => new { r.OrganizationId, r.Id, r.Error, r.UpdatedAt }).ToListAsync(cancellationToken);
        var page = rows.Take(size).Select(r => new FailedRecording(r.OrganizationId, r.Id, r.Error!.Code, r.UpdatedAt)).ToList();
        return TypedResults.Ok(new Page<FailedRecording>(
            page, rows.Count > size ? new RecordingCursor(RecordingSort.Newest, page[^1].FailedAt, "", page[^1].RecordingId).ToString() : null));
    }

    /// <summary>Has them processed once more.</summary>
    public static async Task<Ok<ReplayedRecordings>> Replay(
        ReplayFailedRequest request, ReplayFailed replay, CancellationToken cancellationToken) =>
        TypedResults.Ok(await replay.RunAsync(request, cancellationToken));
}
