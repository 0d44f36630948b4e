using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kipu.Recordings;

/// <summary>Makes a recording and takes one of the plan's for it, in one transaction.</summary>
internal sealed class CreateRecording(RecordingsDbContext db, TimeProvider time)
{
    /// <summary>What came of it: the recording (made now or before), or why not.</summary>
    /// <param name="Recording">The recording; null when refused.</param>
    /// <param name="IsNew">False when it was there already.</param>
    /// <param name="Refusal">Why there is none.</param>
    /// <param name="Used">How many of the plan's recordings are taken, when that is why.</param>
    public sealed record Outcome(Recording? Recording, bool IsNew = false, Refusal? Refusal = null, int Used = 0);

    public enum Refusal
    {
        OverLimit,
        TakenByOther,
        IdempotencyConflict,
    }

    public async Task<Outcome> ByRequestAsync(
        TenantContext tenant, CreateRecordingRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
        var recording = Recording.Create(
            Guid.CreateVersion7(), tenant.OrganizationId, tenant.UserId, request.Title, request.Language, request.Source, time.GetUtcNow(),
            idempotencyKey is null ? null : (idempotencyKey, fingerprint));
        recording.ReadAs(request.OutputLanguage, request.Template);

        var outcome = await AddAsync(
            recording,
            tenant.Limits.MaxRecordings,
            idempotencyKey is null ? null
            : db.Recordings.IgnoreQueryFilters([RecordingConfiguration.NotDeleted]).Where(r => r.IdempotencyKey == idempotencyKey),
            cancellationToken);
        return outcome is { IsNew: false, Recording: { } earlier } && earlier.IdempotencyFingerprint != fingerprint
            ? new(null, Refusal: Refusal.IdempotencyConflict)
            : outcome;
    }

    public Task<Outcome> ByUploadAsync(
        Guid id, TenantSnapshot tenant, EnsureRecordingRequest request, bool dryRun, CancellationToken cancellationToken) =>
        AddAsync(
            Recording.Create(
                id, tenant.OrganizationId, request.UserId, request.Title, request.Language, request.Source, time.GetUtcNow(), idempotency: null),
            Plans.Of(tenant.Plan).MaxRecordings,
            db.Recordings.Where(r => r.Id == id),
            cancellationToken,
            dryRun);

    private async Task<Outcome> AddAsync(
        Recording recording, int limit, IQueryable<Recording>? same, CancellationToken cancellationToken, bool dryRun = false)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var reserved = await db.TryReserveRecordingAsync(recording.OrganizationId, limit, cancellationToken);

        // Looked for under the counter's lock: of two equal requests at once, the second finds what the first has made,
        // also when that was the plan's last.
        if (same is not null && await same.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } earlier) return new(earlier);
        if (!reserved)
        {
            return new(null, Refusal: Refusal.OverLimit, Used: await db.Counters.Select(c => c.Recordings).SingleAsync(cancellationToken));
        }

        db.Recordings.Add(recording);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Not ours, or it would have been found above: the id is another organization's.
            return new(null, Refusal: Refusal.TakenByOther);
        }

        if (dryRun) return new(recording, IsNew: true);
        await db.AnnounceStatusAsync(recording, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(recording, IsNew: true);
    }
}
