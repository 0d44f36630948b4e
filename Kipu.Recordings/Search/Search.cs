using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

internal static class Search
{
    /// <summary>Keeps the recordings that have all words in their title, their summary, or one segment of what was said.</summary>
    /// <remarks>search_recordings looks at the tenant's rows only, and what it finds is joined back under row-level security.</remarks>
    public static IQueryable<Recording> Matching(this IQueryable<Recording> recordings, RecordingsDbContext db, SearchWords words)
    {
        var list = words.Words.ToArray();
        var isUnfinished = words.IsUnfinished;
        var found = db.Database.SqlQuery<Guid>($"select recording_id as \"Value\" from search_recordings(search_query({list}, {isUnfinished}, true))");
        return recordings.Where(r => found.Contains(r.Id));
    }
}
