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

    /// <summary>How many recordings to look through for so many with words that are everywhere; 0 when an index knows them better.</summary>
    public static Task<int> WalkAsync(this RecordingsDbContext db, SearchWords words, int wanted, CancellationToken cancellationToken)
    {
        var list = words.Words.ToArray();
        return db.Database.SqlQuery<int>($"select search_walk(search_query({list}, {words.IsUnfinished}, true), {wanted}) as \"Value\"")
            .SingleAsync(cancellationToken);
    }

    /// <summary>The same recordings as <see cref="Matching"/>, each looked at by itself, in their order.</summary>
    public static IQueryable<Recording> Saying(this IQueryable<Recording> recordings, RecordingsDbContext db, SearchWords words)
    {
        var list = words.Words.ToArray();
        var isUnfinished = words.IsUnfinished;
        return recordings.Where(r => db.SearchIn(r.Id, list, isUnfinished).Any());
    }
}

/// <summary>That a recording has the words that are looked for.</summary>
internal sealed record SaidThere(bool Found);
