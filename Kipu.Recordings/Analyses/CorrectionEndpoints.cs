using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>What people correct of an analysis. Each correction says who made it and when.</summary>
internal static class CorrectionEndpoints
{
    public static void MapCorrections(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings/{id:guid}").WithTags("Analysis").RequireTenant();
        recordings.MapPatch("/transcript/{segmentId}", CorrectSegment).ProducesError(
            RecordingErrors.NotFound, RecordingErrors.SegmentNotFound, RecordingErrors.NotReady, CommonErrors.ValidationFailed);
        recordings.MapPatch("/speakers", CorrectSpeaker).ProducesError(
            RecordingErrors.NotFound, RecordingErrors.SpeakerNotFound, RecordingErrors.NotReady, CommonErrors.ValidationFailed);
    }

    /// <summary>Corrects what was said in a segment of the transcript. Search finds the new words from then on.</summary>
    public static async Task<Results<Ok<TranscriptTurn>, ProblemHttpResult>> CorrectSegment(
        Guid id, string segmentId, UpdateSegmentRequest request, TenantContext tenant, RecordingsDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Storable.Text(request.Text))) return RecordingErrors.Invalid("text", "The text has no visible character.");

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (_, analysis, refusal) = await db.LockAnalysisAsync(id, cancellationToken);
        if (analysis is null) return refusal!;
        if (await db.Segments.FirstOrDefaultAsync(
            s => s.RecordingId == id && s.SegmentId == segmentId, cancellationToken) is not { } segment)
        {
            return RecordingErrors.SegmentNotFound.ToProblem();
        }

        segment.Correct(request.Text, tenant.UserId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(segment.ToTurn());
    }

    /// <summary>Names a speaker wherever they speak, says which member it is, or joins two voices that are one person's.</summary>
    public static async Task<Results<Ok<IReadOnlyList<Speaker>>, ProblemHttpResult>> CorrectSpeaker(
        Guid id, UpdateSpeakerRequest request, TenantContext tenant, TenantCache tenants, RecordingsDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (request.Name is { } wanted && string.IsNullOrWhiteSpace(Storable.Text(wanted)))
        {
            return RecordingErrors.Invalid("name", "The name has no visible character.");
        }

        if (request is { Name: null, UserId: null, MergeInto: null })
        {
            return RecordingErrors.Invalid("name", "Give a name, a userId or whom to merge into.");
        }

        if (request.MergeInto == request.SpeakerId) return RecordingErrors.Invalid("mergeInto", "A speaker can't be merged into themselves.");
        if (request.UserId is { } userId && await tenants.FindMemberAsync(tenant.OrganizationId, userId, cancellationToken) is null)
        {
            return RecordingErrors.Invalid("userId", "There is no such member.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (recording, analysis, refusal) = await db.LockAnalysisAsync(id, cancellationToken);
        if (analysis is null) return refusal!;

        var book = new SpeakerCorrection(analysis.Document.Speakers, request, new(tenant.UserId, time.GetUtcNow(), null));
        if (!book.IsPossible) return RecordingErrors.SpeakerNotFound.ToProblem();

        var (labels, name) = await RelabelAsync(db, id, request.SpeakerId, book.Kept, cancellationToken);
        var owned = await db.ActionItems.Where(i => i.RecordingId == id && labels.Contains(i.Owner!)).ToListAsync(cancellationToken);
        foreach (var item in owned) item.Assign(name);

        analysis.Rename(book.Speakers, [.. analysis.Document.Participants.Select(p => labels.Contains(p) ? name : p).Distinct()]);
        recording!.ShowSpeakers(book.Speakers);
        if (request.Name is not null && book.Kept.Name is { } given)
        {
            await db.RememberPersonAsync(tenant.OrganizationId, given, book.Kept.UserId, time.GetUtcNow(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(book.Speakers);
    }

    /// <summary>Gives the speaker's segments the id and the name of the one that stays.</summary>
    /// <returns>What the two were called in the transcript, and are now.</returns>
    private static async Task<(List<string> Labels, string Name)> RelabelAsync(
        RecordingsDbContext db, Guid id, string speakerId, Speaker kept, CancellationToken cancellationToken)
    {
        var labels = await db.Segments.Where(s => s.RecordingId == id && (s.SpeakerId == speakerId || s.SpeakerId == kept.SpeakerId))
            .GroupBy(s => new { s.SpeakerId, s.Speaker }).OrderBy(same => same.Min(s => s.Ordinal)).Select(same => same.Key)
            .ToListAsync(cancellationToken);
        var name = kept.Name ?? labels.FirstOrDefault(l => l.SpeakerId == kept.SpeakerId)?.Speaker ?? kept.SpeakerId;
        await db.Segments.Where(s => s.RecordingId == id && (s.SpeakerId == speakerId || s.SpeakerId == kept.SpeakerId)).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.SpeakerId, kept.SpeakerId).SetProperty(s => s.Speaker, name), cancellationToken);
        return ([.. labels.Select(l => l.Speaker)], name);
    }
}

/// <summary>The speakers of a recording after one of them was named or merged.</summary>
internal sealed class SpeakerCorrection
{
    public SpeakerCorrection(IReadOnlyList<Speaker> speakers, UpdateSpeakerRequest request, Edit edit)
    {
        var speaker = speakers.FirstOrDefault(s => s.SpeakerId == request.SpeakerId);
        var target = request.MergeInto is null ? speaker : speakers.FirstOrDefault(s => s.SpeakerId == request.MergeInto);
        IsPossible = speaker is not null && target is not null;
        if (speaker is null || target is null)
        {
            (Kept, Speakers) = (new(request.SpeakerId, null, 0), speakers);
            return;
        }

        Kept = target with
        {
            Name = request.Name is { } name ? Storable.Text(name.Trim()) : target.Name ?? speaker.Name,
            UserId = request.UserId ?? target.UserId ?? speaker.UserId,
            TalkSeconds = target == speaker ? speaker.TalkSeconds : Math.Round(target.TalkSeconds + speaker.TalkSeconds, 2),
            Edit = edit with { Original = target.Edit is { } earlier ? earlier.Original : target.Name },
        };
        Speakers = [.. speakers.Where(s => s == target || s != speaker).Select(s => s == target ? Kept : s)];
    }

    /// <summary>False when one of the two doesn't speak there.</summary>
    public bool IsPossible { get; }

    /// <summary>The corrected speaker, or the one that the other was merged into.</summary>
    public Speaker Kept { get; }

    public IReadOnlyList<Speaker> Speakers { get; }
}
