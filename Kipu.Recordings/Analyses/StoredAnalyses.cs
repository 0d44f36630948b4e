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

    public static async Task<AnalysisDocument> WithoutWordsAsync(this RecordingsDbContext db, Analysis analysis,
        CancellationToken cancellationToken)
    {
        var items = await db.ActionItems.AsNoTracking().Where(i => i.RecordingId == analysis.RecordingId).OrderBy(i => i.Ordinal)
            .ToListAsync(cancellationToken);
        return analysis.Document with { ActionItems = [.. items.Select(i => i.ToItem())] };
    }
}
