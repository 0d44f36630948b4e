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
        if (search is not null) recordings = recordings.Matching(db, search);

        var rows = await InOrder(recordings, after).Take(size + 1).ToListAsync(cancellationToken);
        var page = rows.Take(size).ToList();
        var hits = search is null ? null : await SearchHits.FindAsync(db, search, page, cancellationToken);
        return new(
            [.. page.Select(r => r.ToSummary(hits?[r.Id]))],
            rows.Count > size ? RecordingCursor.After(Sort, page[^1]).ToString() : null);
    }

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
