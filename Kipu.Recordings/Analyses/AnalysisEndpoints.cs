using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Recordings;

internal static class AnalysisEndpoints
{
    private const int DefaultPage = 200;

    public static void MapAnalyses(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings/{id:guid}").WithTags("Analysis").RequireTenant();
        recordings.MapGet("/analysis", GetAnalysis).ProducesError(RecordingErrors.NotFound, RecordingErrors.NotReady, CommonErrors.InvalidRequest);
        recordings.MapGet("/transcript", GetTranscript)
            .ProducesError(RecordingErrors.NotFound, RecordingErrors.NotReady, RecordingErrors.InvalidCursor, CommonErrors.ValidationFailed);
        recordings.MapGet("/coverage", GetCoverage).ProducesError(RecordingErrors.NotFound, RecordingErrors.NotReady);
        recordings.MapGet("/context", GetContext).ProducesError(RecordingErrors.NotFound, RecordingErrors.NotReady);
    }

    /// <summary>Shows what was heard: summary, decisions, action items, speakers, topics and the words.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="transcript"><c>none</c> leaves the words out.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<AnalysisDocument>, ProblemHttpResult>> GetAnalysis(
        Guid id, string? transcript, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (transcript is not (null or "none" or "full")) return CommonErrors.InvalidRequest.With("transcript is none or full.").ToProblem();

        var (_, analysis, refusal) = await db.FindAnalysisAsync(id, cancellationToken);
        if (analysis is null) return refusal!;

        return TypedResults.Ok(transcript is "none"
            ? await db.WithoutWordsAsync(analysis, cancellationToken)
            : await db.WholeAsync(analysis, cancellationToken));
    }

    /// <summary>Pages through the words.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="from">Seconds: begins with what is said at this time or later.</param>
    /// <param name="limit">Segments of the page, 1 to 1000; 200 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor; from is not looked at then.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<TranscriptTurn>>, ProblemHttpResult>> GetTranscript(
        Guid id, [Range(0, 1_000_000)] double? from, [Range(1, 1000)] int? limit, string? cursor, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (!StoredAnalyses.TryParsePlace(cursor, out var first)) return RecordingErrors.InvalidCursor.ToProblem();

        var (_, analysis, refusal) = await db.FindAnalysisAsync(id, cancellationToken);
        if (analysis is null) return refusal!;

        return TypedResults.Ok(await db.ReadTurnsAsync(id, from, first, limit ?? DefaultPage, cancellationToken));
    }

    /// <summary>Shows what became of each stretch of the meeting: transcribed, silent, stored but not heard, missing, or failed.</summary>
    public static async Task<Results<Ok<RecordingCoverage>, ProblemHttpResult>> GetCoverage(
        Guid id, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        var (_, analysis, refusal) = await db.FindAnalysisAsync(id, cancellationToken);
        return analysis is null ? refusal!
            : TypedResults.Ok(new RecordingCoverage(analysis.Document.DurationSeconds, analysis.Document.Coverage));
    }

    /// <summary>Shows what the voice agent is told of the recording.</summary>
    public static async Task<Results<Ok<RecordingContext>, ProblemHttpResult>> GetContext(
        Guid id, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        var (recording, analysis, refusal) = await db.FindAnalysisAsync(id, cancellationToken);
        if (analysis is null) return refusal!;

        return TypedResults.Ok(AgentContext.Of(recording!, await db.WholeAsync(analysis, cancellationToken)));
    }
}
