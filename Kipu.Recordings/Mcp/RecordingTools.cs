using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Kipu.Recordings;

/// <summary>What an agent can do with recordings: list them, search them, read them. It changes nothing.</summary>
[McpServerToolType]
internal sealed class RecordingTools(RecordingsDbContext db)
{
    private const int MostRows = 50;
    private const int MostTurns = 200;

    [McpServerTool(Name = "list_recordings", Title = "List recordings", ReadOnly = true, UseStructuredContent = true)]
    [Description("Lists recorded meetings, newest first: what of each a list shows, such as time, length, summary and speakers.")]
    public async Task<Page<RecordingSummary>> ListAsync(
        [Description("Only meetings begun at this time or later (ISO 8601).")] DateTimeOffset? from = null,
        [Description("Only meetings begun before this time (ISO 8601).")] DateTimeOffset? to = null,
        [Description("Only meetings with this tag.")] string? tag = null,
        [Description("Rows to return, 1 to 50.")][Range(1, MostRows)] int limit = 20,
        [Description("nextCursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var filter = new RecordingFilter(null, from, to, null, tag, null, Deleted: false, RecordingSort.Newest);
        return await filter.ReadPageAsync(db, null, Parse(cursor), Math.Clamp(limit, 1, MostRows), cancellationToken);
    }

    [McpServerTool(Name = "search_recordings", Title = "Search recordings", ReadOnly = true, UseStructuredContent = true)]
    [Description("Finds meetings with all the words in what was said, in title or summary, each with its best hits: moment, speaker, words.")]
    public async Task<Page<RecordingSummary>> SearchAsync(
        [Description("Words in Spanish or English; accents, case and endings don't matter.")] string query,
        [Description("Rows to return, 1 to 50.")][Range(1, MostRows)] int limit = 10,
        [Description("nextCursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        if (SearchWords.Parse(query) is not { } words) throw new McpException("The query has no words.");

        var filter = new RecordingFilter(null, null, null, null, null, null, Deleted: false, RecordingSort.Newest);
        return await filter.ReadPageAsync(db, words with { IsUnfinished = false }, Parse(cursor), Math.Clamp(limit, 1, MostRows), cancellationToken);
    }

    [McpServerTool(Name = "read_recording", Title = "Read a recording", ReadOnly = true, UseStructuredContent = true)]
    [Description("Reads what came of a meeting: summary, decisions, action items, with the segments that each statement rests on.")]
    public async Task<AnalysisDocument> ReadAsync(
        [Description("The recording's id.")] Guid recordingId, CancellationToken cancellationToken = default) =>
        await db.WithoutWordsAsync(await FindAsync(recordingId, cancellationToken), cancellationToken);

    [McpServerTool(Name = "read_transcript", Title = "Read a transcript", ReadOnly = true, UseStructuredContent = true)]
    [Description("Reads what was said in a meeting, from a moment on.")]
    public async Task<Page<TranscriptTurn>> ReadTranscriptAsync(
        [Description("The recording's id.")] Guid recordingId,
        [Description("Seconds from the start of the recording.")] double from = 0,
        [Description("Segments to return, 1 to 200.")][Range(1, MostTurns)] int limit = 100,
        [Description("nextCursor of the page before; from is not looked at then.")] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        if (!StoredAnalyses.TryParsePlace(cursor, out var first)) throw new McpException(RecordingErrors.InvalidCursor.Detail);

        await FindAsync(recordingId, cancellationToken);
        return await db.ReadTurnsAsync(recordingId, from, first, Math.Clamp(limit, 1, MostTurns), cancellationToken);
    }

    private static RecordingCursor? Parse(string? cursor)
    {
        RecordingCursor? after = null;
        return string.IsNullOrEmpty(cursor) || RecordingCursor.TryParse(cursor, RecordingSort.Newest, out after)
            ? after : throw new McpException(RecordingErrors.InvalidCursor.Detail);
    }

    private async Task<Analysis> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var (recording, analysis, _) = await db.FindAnalysisAsync(id, cancellationToken);
        return analysis ?? throw new McpException(recording is null ? RecordingErrors.NotFound.Detail : RecordingErrors.NotReady.Detail);
    }
}
