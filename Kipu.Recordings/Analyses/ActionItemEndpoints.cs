using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>What somebody is to do: in one recording, and over all of them.</summary>
internal static class ActionItemEndpoints
{
    private const int DefaultPage = 50;

    public static void MapActionItems(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings").WithTags("Action items").RequireTenant();
        recordings.MapGet("/action-items", List).ProducesError(RecordingErrors.InvalidCursor, CommonErrors.ValidationFailed);
        recordings.MapPatch("/{id:guid}/action-items/{itemId}", Change).ProducesError(
            RecordingErrors.NotFound, RecordingErrors.ActionItemNotFound, RecordingErrors.NotReady, CommonErrors.ValidationFailed);
    }

    /// <summary>Lists the action items of all recordings, those of the newest recording first.</summary>
    /// <param name="owner">Only those of this person, whatever the case of the name.</param>
    /// <param name="done">Only those that are done, or not.</param>
    /// <param name="limit">Rows of the page, 1 to 200; 50 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<RecordedActionItem>>, ProblemHttpResult>> List(
        [MaxLength(100)] string? owner, bool? done, [Range(1, 200)] int? limit, string? cursor, RecordingsDbContext db,
        CancellationToken cancellationToken)
    {
        ActionItemCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && !ActionItemCursor.TryParse(cursor, out after))
        {
            return RecordingErrors.InvalidCursor.ToProblem();
        }

        var items = db.ActionItems.AsNoTracking();
        if (done is { } wanted) items = items.Where(i => i.Done == wanted);
        if (!string.IsNullOrWhiteSpace(owner))
        {
            var key = ActionItemRow.KeyOf(owner);
            items = items.Where(i => i.OwnerKey == key);
        }

        if (after is not null)
        {
            // The first condition is implied by the rest, and lets the index begin at the right place.
            items = items.Where(i => i.RecordedAt <= after.RecordedAt && (
                EF.Functions.LessThan(
                    ValueTuple.Create(i.RecordedAt, i.RecordingId), ValueTuple.Create(after.RecordedAt, after.RecordingId))
                || (i.RecordingId == after.RecordingId && i.Ordinal > after.Ordinal)));
        }

        var size = limit ?? DefaultPage;
        // Joined with the recordings that are there: those of a deleted one are hidden with it.
        var rows = await items.Join(db.Recordings, i => i.RecordingId, r => r.Id, (item, recording) => new { Item = item, recording.Title })
            .OrderByDescending(r => r.Item.RecordedAt).ThenByDescending(r => r.Item.RecordingId).ThenBy(r => r.Item.Ordinal)
            .Take(size + 1).ToListAsync(cancellationToken);
        var page = rows.Take(size).ToList();
        return TypedResults.Ok(new Page<RecordedActionItem>(
            [.. page.Select(r => new RecordedActionItem(r.Item.RecordingId, r.Title, r.Item.RecordedAt, r.Item.ToItem()))],
            rows.Count > size ? new ActionItemCursor(page[^1].Item.RecordedAt, page[^1].Item.RecordingId, page[^1].Item.Ordinal).ToString()
            : null));
    }

    /// <summary>Ticks an action item off, gives it to somebody, sets when it is due, or words it anew.</summary>
    public static async Task<Results<Ok<ActionItem>, ProblemHttpResult>> Change(
        Guid id, string itemId, UpdateActionItemRequest request, TenantContext tenant, RecordingsDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (request.Text is { } text && string.IsNullOrWhiteSpace(Storable.Text(text)))
        {
            return RecordingErrors.Invalid("text", "The text has no visible character.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (recording, analysis, refusal) = await db.LockAnalysisAsync(id, cancellationToken);
        if (analysis is null) return refusal!;

        var items = await db.ActionItems.Where(i => i.RecordingId == id).ToListAsync(cancellationToken);
        if (items.Find(i => i.ItemId == itemId) is not { } item) return RecordingErrors.ActionItemNotFound.ToProblem();

        item.Change(request, tenant.UserId, time.GetUtcNow());
        recording!.CountOpenActionItems(items.Count(i => !i.Done));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(item.ToItem());
    }
}
