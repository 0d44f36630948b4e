using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>Finds analyses, and puts together what of them is kept in rows of its own.</summary>
internal static class StoredAnalyses
{
    /// <summary>What was found: both, or the refusal.</summary>
    /// <remarks>
    /// While a second job runs, the first one's analysis stays hidden: it is about to be replaced. It is there again when that job fails.
    /// </remarks>
    public static async Task<(Recording? Recording, Analysis? Analysis, ProblemHttpResult? Refusal)> FindAnalysisAsync(
        this RecordingsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Recordings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } recording)
        {
            return (null, null, RecordingErrors.NotFound.ToProblem());
        }

        var analysis = recording.IsAtRest
            ? await db.Analyses.AsNoTracking().FirstOrDefaultAsync(a => a.RecordingId == id, cancellationToken) : null;
        return analysis is null ? (recording, null, RecordingErrors.NotReady.ToProblem(recording)) : (recording, analysis, null);
    }

    /// <summary>The same for change: the recording is locked for the transaction that the caller has begun.</summary>
    public static async Task<(Recording? Recording, Analysis? Analysis, ProblemHttpResult? Refusal)> LockAnalysisAsync(
        this RecordingsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.LockRecordingAsync(id, cancellationToken) is not { DeletedAt: null } recording)
        {
            return (null, null, RecordingErrors.NotFound.ToProblem());
        }

        var analysis = recording.IsAtRest ? await db.Analyses.FindAsync([id], cancellationToken) : null;
        return analysis is null ? (recording, null, RecordingErrors.NotReady.ToProblem(recording)) : (recording, analysis, null);
    }

    /// <summary>The whole document.</summary>
    public static async Task<AnalysisDocument> WholeAsync(this RecordingsDbContext db, Analysis analysis,
        CancellationToken cancellationToken)
    {
        var document = await db.WithoutWordsAsync(analysis, cancellationToken);
        if (!analysis.HasTranscript) return document;

        var segments = await db.Segments.AsNoTracking().Where(s => s.RecordingId == analysis.RecordingId).OrderBy(s => s.Ordinal)
            .ToListAsync(cancellationToken);
        return document with { Transcript = [.. segments.Select(s => s.ToTurn())] };
    }

    /// <summary>A page of what was said.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The recording.</param>
    /// <param name="from">Seconds: begins with what is said at this time or later.</param>
    /// <param name="first">The place in the transcript that the page begins at, as <see cref="TryParsePlace"/> reads it.</param>
    /// <param name="size">Segments of the page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<Page<TranscriptTurn>> ReadTurnsAsync(
        this RecordingsDbContext db, Guid id, double? from, int first, int size, CancellationToken cancellationToken)
    {
        var segments = db.Segments.AsNoTracking().Where(s => s.RecordingId == id && s.Ordinal >= first);
        if (from is not null && first == 0) segments = segments.Where(s => s.EndSeconds > from);
        var rows = await segments.OrderBy(s => s.Ordinal).Take(size + 1).ToListAsync(cancellationToken);
        return new(
            [.. rows.Take(size).Select(s => s.ToTurn())],
            rows.Count > size ? rows[size].Ordinal.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Reads the cursor of a page of what was said; none is the beginning.</summary>
    public static bool TryParsePlace(string? cursor, out int first)
    {
        first = 0;
        return string.IsNullOrEmpty(cursor) || int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out first);
    }

    public static async Task<AnalysisDocument> WithoutWordsAsync(this RecordingsDbContext db, Analysis analysis,
        CancellationToken cancellationToken)
    {
        var items = await db.ActionItems.AsNoTracking().Where(i => i.RecordingId == analysis.RecordingId).OrderBy(i => i.Ordinal)
            .ToListAsync(cancellationToken);
        return analysis.Document with { ActionItems = [.. items.Select(i => i.ToItem())] };
    }
}
