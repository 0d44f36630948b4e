using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>What a list of recordings is narrowed to, and in which order it comes.</summary>
internal sealed record RecordingFilter(
    RecordingStatus? Status, DateTimeOffset? From, DateTimeOffset? To, Guid? UserId, string? Tag, string? Category, bool Deleted,
    RecordingSort Sort)
{
    public async Task<Page<RecordingSummary>> ReadPageAsync(
        RecordingsDbContext db, SearchWords? search, RecordingCursor? after, int size, CancellationToken cancellationToken)
    {
        var recordings = Narrowed(db);
        var rows = search is null
            ? await ReadAsync(InOrder(recordings, after), size + 1, cancellationToken)
            : await FindAsync(db, recordings, search, after, size + 1, cancellationToken);
        var page = rows.Take(size).ToList();
        var next = rows.Count > size ? RecordingCursor.After(Sort, page[^1]).ToString() : null;
        if (search is null) return new(page, next);

        var hits = await SearchHits.FindAsync(db, search, [.. page.Select(r => r.Id)], cancellationToken);
        return new([.. page.Select(r => r with { Hits = hits[r.Id] })], next);
    }

    private async Task<List<RecordingSummary>> FindAsync(
        RecordingsDbContext db, IQueryable<Recording> recordings, SearchWords search, RecordingCursor? after, int most,
        CancellationToken cancellationToken)
    {
        if (await db.WalkAsync(search, most, cancellationToken) is var walk and > 0)
        {
            var near = await ReadAsync(InOrder(recordings, after).Take(walk).Saying(db, search), most, cancellationToken);
            if (near.Count == most) return near;
        }

        return await ReadAsync(InOrder(recordings.Matching(db, search), after), most, cancellationToken);
    }

    private static Task<List<RecordingSummary>> ReadAsync(IQueryable<Recording> recordings, int most, CancellationToken cancellationToken) =>
        recordings.Take(most).Select(RecordingMapping.Row).ToListAsync(cancellationToken);

    private IQueryable<Recording> Narrowed(RecordingsDbContext db)
    {
        var recordings = db.Recordings.AsNoTracking();
        if (Deleted) recordings = recordings.IgnoreQueryFilters([RecordingConfiguration.NotDeleted]).Where(r => r.DeletedAt != null);
        if (Status is { } status) recordings = recordings.Where(r => r.Status == status);
        if (From is { } from) recordings = recordings.Where(r => r.CreatedAt >= from.ToUniversalTime());
        if (To is { } to) recordings = recordings.Where(r => r.CreatedAt < to.ToUniversalTime());
        if (UserId is { } userId) recordings = recordings.Where(r => r.UserId == userId);
        if (!string.IsNullOrEmpty(Category)) recordings = recordings.Where(r => r.Category == Category);
        if (string.IsNullOrWhiteSpace(Tag)) return recordings;

        var key = RecordingTag.KeyOf(Tag);
        return recordings.Where(r => db.Tags.Any(t => t.RecordingId == r.Id && t.Key == key));
    }

    /// <summary>The rows after the cursor, in order.</summary>
    private IQueryable<Recording> InOrder(IQueryable<Recording> recordings, RecordingCursor? after) => Sort switch
    {
        RecordingSort.Title => (after is null ? recordings : recordings.Where(r => EF.Functions.GreaterThan(
                ValueTuple.Create(EF.Functions.Collate(r.Title, RecordingConfiguration.TitleOrder), r.Id),
                ValueTuple.Create(after.Title, after.Id))))
            .OrderBy(r => EF.Functions.Collate(r.Title, RecordingConfiguration.TitleOrder)).ThenBy(r => r.Id),
        RecordingSort.Oldest => (after is null ? recordings : recordings.Where(r => EF.Functions.GreaterThan(
                ValueTuple.Create(r.CreatedAt, r.Id), ValueTuple.Create(after.At, after.Id))))
            .OrderBy(r => r.CreatedAt).ThenBy(r => r.Id),
        _ => (after is null ? recordings : recordings.Where(r => EF.Functions.LessThan(
                ValueTuple.Create(r.CreatedAt, r.Id), ValueTuple.Create(after.At, after.Id))))
            .OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id),
    };
}
