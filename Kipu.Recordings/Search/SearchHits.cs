using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>Where in recordings the words are: the best segments of each, else its title or summary.</summary>
internal static class SearchHits
{
    private const int PerRecording = 3;

    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<SearchHit>>> FindAsync(
        RecordingsDbContext db, SearchWords words, Guid[] ids, CancellationToken cancellationToken)
    {
        var segments = (await SegmentsAsync(db, words, ids, PerRecording, mustHaveAll: true, cancellationToken)).ToLookup(s => s.RecordingId);
        var texts = (await TextsAsync(db, words, ids, cancellationToken)).ToLookup(t => t.RecordingId);
        return ids.ToDictionary(id => id, id => (IReadOnlyList<SearchHit>)
            [.. texts[id].Select(t => t.ToHit()).OfType<SearchHit>(), .. segments[id].OrderByDescending(s => s.Rank).Select(s => s.ToHit())]);
    }

    /// <summary>The best segments of one recording for an agent: those with all the words, or else those with some of them.</summary>
    public static async Task<IReadOnlyList<SearchHit>> FindInAsync(
        RecordingsDbContext db, SearchWords words, Guid recordingId, int limit, CancellationToken cancellationToken)
    {
        var segments = await SegmentsAsync(db, words, [recordingId], limit, mustHaveAll: true, cancellationToken);
        if (segments.Count == 0) segments = await SegmentsAsync(db, words, [recordingId], limit, mustHaveAll: false, cancellationToken);
        return [.. segments.OrderByDescending(s => s.Rank).Select(s => s.ToHit())];
    }

    private static Task<List<FoundSegment>> SegmentsAsync(
        RecordingsDbContext db, SearchWords words, Guid[] ids, int perRecording, bool mustHaveAll, CancellationToken cancellationToken)
    {
        var list = words.Words.ToArray();
        return db.Database.SqlQuery<FoundSegment>(
            $"""
            select s.recording_id, s.segment_id, s.start_seconds, s.speaker, s.text, found.rank,
              search_marks(s.language, s.text, query) as stems, search_marks('plain', s.text, query) as words
            from search_query({list}, {words.IsUnfinished}, {mustHaveAll}) as query
            cross join lateral search_segments(query, {ids}, {perRecording}) as found
            join transcript_segments as s on s.recording_id = found.recording_id and s.ordinal = found.ordinal
            """).ToListAsync(cancellationToken);
    }

    private static Task<List<FoundText>> TextsAsync(RecordingsDbContext db, SearchWords words, Guid[] ids, CancellationToken cancellationToken)
    {
        var list = words.Words.ToArray();
        return db.Database.SqlQuery<FoundText>(
            $"""
            select r.id as recording_id, texts.text, search_marks('es', texts.text, query) as spanish,
              search_marks('en', texts.text, query) as english, search_marks('plain', texts.text, query) as words
            from search_query({list}, {words.IsUnfinished}, true) as query
            cross join recordings as r
            cross join lateral (values (r.title), (r.executive_summary)) as texts (text)
            where r.id = any({ids}) and r.search @@ query and texts.text is not null
            """).ToListAsync(cancellationToken);
    }

    private sealed record FoundSegment(
        Guid RecordingId, string SegmentId, double StartSeconds, string Speaker, string Text, float Rank, string Stems, string Words)
    {
        public SearchHit ToHit()
        {
            var snippet = Snippet.Of(Text, Stems, Words);
            return new(SegmentId, StartSeconds, Speaker, snippet.Text, snippet.Ranges);
        }
    }

    private sealed record FoundText(Guid RecordingId, string Text, string Spanish, string English, string Words)
    {
        /// <returns>Null when the words are elsewhere.</returns>
        public SearchHit? ToHit()
        {
            var snippet = Snippet.Of(Text, Spanish, English, Words);
            return snippet.Ranges.Count == 0 ? null : new(null, null, null, snippet.Text, snippet.Ranges);
        }
    }
}
