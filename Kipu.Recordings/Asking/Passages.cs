using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>A segment that may answer a question, or stands beside one.</summary>
/// <param name="Number">How the answer refers to it, from 1.</param>
/// <param name="RecordingId">The recording it is from.</param>
/// <param name="Title">What the recording is called.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="StartSeconds">When it was said.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Text">What was said.</param>
/// <param name="Rank">How well it fits the question; 0 for a neighbour of one that does.</param>
internal sealed record Passage(
    int Number, Guid RecordingId, string Title, DateTimeOffset RecordedAt, string SegmentId, double StartSeconds, string Speaker,
    string Text, float Rank);

/// <summary>Finds what was said about a question, by the full-text search that the list uses.</summary>
internal static class Passages
{
    private const int Best = 16;

    /// <summary>Fewer segments with all the words than this, and those with some of them are looked for as well.</summary>
    private const int Enough = 4;

    /// <param name="db">The database.</param>
    /// <param name="question">As it was asked.</param>
    /// <param name="recordingId">Looks in this recording only; null for all of the organization's.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The best segments with their neighbours, by recording and in the order in which they were said.</returns>
    public static async Task<IReadOnlyList<Passage>> FindAsync(
        RecordingsDbContext db, string question, Guid? recordingId, CancellationToken cancellationToken)
    {
        if (SearchWords.Parse(question) is not { } words) return [];

        var rows = await FindAsync(db, words, recordingId, mustHaveAll: true, cancellationToken);
        if (rows.Count(row => row.Rank > 0) < Enough) rows = await FindAsync(db, words, recordingId, mustHaveAll: false, cancellationToken);
        return [.. rows.Index().Select(row => new Passage(
            row.Index + 1, row.Item.RecordingId, row.Item.Title, row.Item.CreatedAt, row.Item.SegmentId, row.Item.StartSeconds,
            row.Item.Speaker,
            row.Item.Text, row.Item.Rank))];
    }

    private static Task<List<FoundPassage>> FindAsync(
        RecordingsDbContext db, SearchWords words, Guid? recordingId, bool mustHaveAll, CancellationToken cancellationToken)
    {
        var list = words.Words.ToArray();
        Guid[] ids = recordingId is { } id ? [id] : [];
        return db.Database.SqlQuery<FoundPassage>(
            $"""
            with found as (
              select f.* from search_segments(search_query({list}, false, {mustHaveAll}), {ids}, {Best}) as f where cardinality({ids}) > 0
              union all
              select f.* from search_archive({list}, {mustHaveAll}, {Best}) as f where cardinality({ids}) = 0),
            near as (
              select recording_id, ordinal + step as ordinal, max(case step when 0 then rank else 0 end) as rank
              from found cross join (values (-1), (0), (1)) as steps (step) group by 1, 2)
            select s.recording_id, r.title, r.created_at, s.segment_id, s.start_seconds, s.speaker, s.text, near.rank::real as rank
            from near
            join transcript_segments as s on s.recording_id = near.recording_id and s.ordinal = near.ordinal
            join recordings as r on r.id = s.recording_id and r.deleted_at is null
            order by r.created_at desc, s.recording_id, s.ordinal
            """).ToListAsync(cancellationToken);
    }

    private sealed record FoundPassage(
        Guid RecordingId, string Title, DateTimeOffset CreatedAt, string SegmentId, double StartSeconds, string Speaker, string Text,
        float Rank);
}
