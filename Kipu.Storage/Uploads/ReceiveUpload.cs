using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>Takes a whole file: streams it into the recording's master, within the plan's room, and queues it for analysis.</summary>
/// <remarks>No transaction is open while the file comes in: a slow client must not hold a database connection.</remarks>
internal sealed class ReceiveUpload(
    StorageDbContext db, ObjectWriter objects, RoomReservation room, IRecordings recordings, CompleteUpload complete, TenantContext tenant,
    IOptions<UploadOptions> options, TimeProvider time)
{
    public async Task<Results<Accepted<UploadResponse>, ProblemHttpResult>> HandleAsync(
        Guid recordingId, string? title, MediaBody body, long? contentLength, CancellationToken cancellationToken)
    {
        if (contentLength > options.Value.MaxBytes) return UploadErrors.TooLarge.ToProblem();
        switch (await StateAsync(recordingId, cancellationToken))
        {
            case UploadState.Finalized:
                return await AnswerAgainAsync(recordingId,
                    Convert.ToHexStringLower(await SHA256.HashDataAsync(body.Content, cancellationToken)), cancellationToken);
            case UploadState.Gone:
                return UploadErrors.Gone.ToProblem();
            case not null:
                return UploadErrors.InProgress.ToProblem();
        }

        try
        {
            if (!await room.HoldAsync(recordingId, contentLength ?? 0, cancellationToken)) return await room.RefuseAsync(cancellationToken);
            return await StoreAsync(recordingId, title, body, cancellationToken);
        }
        finally
        {
            await room.ReleaseAsync(CancellationToken.None);
        }
    }

    private async Task<UploadState?> StateAsync(Guid recordingId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var state = await db.Uploads.Where(u => u.OrganizationId == tenant.OrganizationId && u.RecordingId == recordingId)
            .Select(u => (UploadState?)u.State).SingleOrDefaultAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return state;
    }

    private async Task<Results<Accepted<UploadResponse>, ProblemHttpResult>> StoreAsync(
        Guid recordingId, string? title, MediaBody body, CancellationToken cancellationToken)
    {
        string? type = null;
        var request = new EnsureRecordingRequest(title, null, "upload", tenant.UserId);
        EnsuredRecording? recording = null;
        var rules = new WriteRules(
            options.Value.MaxBytes,
            head => (type = MediaSniffer.Sniff(head.Span)) is not null,
            async (bytes, cancel) =>
            {
                if (!await room.HoldAsync(recordingId, bytes, cancel)) return false;
                recording ??= await recordings.TryAsync(recordingId, request, cancel);
                return recording.Refusal is null;
            });
        var key = ObjectKeys.NewObject(tenant.OrganizationId, recordingId, ObjectKind.Master);
        var written = await objects.WriteAsync(key, body.ContentType ?? MediaSniffer.Unknown, body.Content, rules, cancellationToken);
        switch (written.Refusal)
        {
            case WriteRefusal.NoRoom:
                return recording?.Refusal ?? await room.RefuseAsync(cancellationToken);
            case WriteRefusal.TooLarge:
                return UploadErrors.TooLarge.ToProblem();
            case not null:
                return UploadErrors.UnsupportedMedia.ToProblem();
        }

        var before = body.Fields.Count;
        await body.ReadRestAsync(cancellationToken);
        if (body.Fields.Count > before)
        {
            await objects.DeleteAsync(written.Key, cancellationToken);
            return UploadErrors.FieldsAfterFile.ToProblem();
        }

        // Only now that the file is there: what is refused or breaks off leaves no recording behind.
        recording = await recordings.EnsureAsync(recordingId, request, cancellationToken);
        if (recording.Refusal is { } refusal)
        {
            await objects.DeleteAsync(written.Key, cancellationToken);
            return refusal;
        }

        var answer = await CommitAsync(recording.Language,
            StoredObject.Of(tenant.OrganizationId, recordingId, ObjectKind.Master, written, type!, time.GetUtcNow()), cancellationToken);
        if (answer is not null) return answer;

        // Somebody else's upload of the same recording was faster, or the recording was deleted meanwhile.
        await objects.DeleteAsync(written.Key, cancellationToken);
        return await AnswerAgainAsync(recordingId, written.Sha256, cancellationToken);
    }

    /// <returns>Null when the recording has its audio already; nothing has changed then.</returns>
    private async Task<Accepted<UploadResponse>?> CommitAsync(string? language, StoredObject master, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TryAddUploadAsync(tenant.OrganizationId, master.RecordingId, language, time.GetUtcNow(), cancellationToken);
        var upload = await db.LockUploadAsync(tenant.OrganizationId, master.RecordingId, cancellationToken);
        if (upload is not { State: UploadState.Receiving, ChunkCount: 0, Length: null }) return null;

        var used = await room.SettleAsync(master.Bytes, cancellationToken)
            ?? throw new TimeoutException("The upload took longer than its room was held.");
        await complete.CommitAsync(upload, master, used, cancellationToken);
        return Accepted(upload);
    }

    private async Task<Results<Accepted<UploadResponse>, ProblemHttpResult>> AnswerAgainAsync(
        Guid recordingId, string sha256, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var upload = await db.Uploads.AsNoTracking()
            .SingleAsync(u => u.OrganizationId == tenant.OrganizationId && u.RecordingId == recordingId, cancellationToken);
        if (upload.State is UploadState.Gone) return UploadErrors.Gone.ToProblem();
        if (upload.State is not UploadState.Finalized) return UploadErrors.InProgress.ToProblem();
        return upload.Sha256 == sha256 ? Accepted(upload) : ChunkErrors.AlreadyFinalized.ToProblem();
    }

    private static Accepted<UploadResponse> Accepted(Upload upload) => TypedResults.Accepted(
        $"/api/status/{upload.RecordingId}",
        new UploadResponse(true, upload.RecordingId, upload.JobId!.Value, RecordingStatus.Queued, null));
}
