using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Recordings;

/// <summary>Read-only links: their making and revoking by members, and their reading by anybody who holds one.</summary>
internal static class ShareEndpoints
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);

    public static void MapShares(this IEndpointRouteBuilder routes)
    {
        var shares = routes.MapGroup("/api/recordings/{id:guid}/shares").WithTags("Shares").RequireTenant();
        shares.MapGet("/", List).ProducesError(RecordingErrors.NotFound);
        shares.MapPost("/", Create).ProducesError(
            RecordingErrors.NotFound, CommonErrors.ValidationFailed, RecordingErrors.InvalidIdempotencyKey, RecordingErrors.IdempotencyConflict);
        shares.MapDelete("/{shareId:guid}", Revoke).AllowSuspended().ProducesError(RecordingErrors.NotFound, RecordingErrors.ShareNotFound);
        routes.MapGroup("/api/shares").WithTags("Shares").MapGet("/{token}", Read)
            .AllowPublic("The token in the URL is the credential: it opens one recording, read-only, until it expires or is revoked.")
            .ProducesError(RecordingErrors.ShareNotFound, RecordingErrors.NotReady);
    }

    /// <summary>Lists a recording's links, newest first, also those that have expired. Their secrets are never shown again.</summary>
    public static async Task<Results<Ok<IReadOnlyList<ShareInfo>>, ProblemHttpResult>> List(
        Guid id, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Recordings.AnyAsync(r => r.Id == id, cancellationToken)) return RecordingErrors.NotFound.ToProblem();

        var shares = await db.Shares.AsNoTracking().Where(s => s.RecordingId == id).OrderByDescending(s => s.Id)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ShareInfo>>([.. shares.Select(s => s.ToInfo())]);
    }

    /// <summary>Makes a link by which anybody reads this recording. This is the only answer that holds its secret.</summary>
    public static async Task<Results<Created<CreateShareResponse>, ProblemHttpResult>> Create(
        Guid id, CreateShareRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, TenantContext tenant,
        IdempotencyKeys keys, RecordingsDbContext db, IOptions<PublicOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (idempotencyKey is not null && !IdempotencyKeys.IsOne(idempotencyKey)) return RecordingErrors.InvalidIdempotencyKey.ToProblem();

        var now = time.GetUtcNow();
        var expiresAt = request.ExpiresAt?.ToUniversalTime() ?? now + DefaultLife;
        if (expiresAt <= now || expiresAt > now + LongestLife)
        {
            return RecordingErrors.Invalid("expiresAt", "A link lasts until a time within a year from now.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockRecordingAsync(id, cancellationToken) is not { DeletedAt: null }) return RecordingErrors.NotFound.ToProblem();

        var token = Share.NewToken(id, idempotencyKey, keys);
        var wanted = new Share
        {
            OrganizationId = tenant.OrganizationId,
            RecordingId = id,
            TokenHash = Share.Hash(token),
            Label = request.Label is { } label && Storable.Text(label).Trim() is { Length: > 0 } text ? text : null,
            IncludesAudio = request.IncludesAudio,
            CreatedBy = tenant.UserId,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
        if (await db.Shares.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == wanted.TokenHash, cancellationToken) is { } earlier)
        {
            var isSame = (earlier.Label, earlier.IncludesAudio) == (wanted.Label, wanted.IncludesAudio)
                && (request.ExpiresAt is null || (earlier.ExpiresAt - expiresAt).Duration() < TimeSpan.FromMilliseconds(1));
            return isSame ? Shown(earlier) : RecordingErrors.IdempotencyConflict.ToProblem();
        }

        if (await db.Shares.CountAsync(s => s.RecordingId == id, cancellationToken) >= Share.Most)
        {
            return CommonErrors.ValidationFailed.With($"A recording has at most {Share.Most} links. Revoke some.").ToProblem();
        }

        db.Shares.Add(wanted);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Shown(wanted);

        Created<CreateShareResponse> Shown(Share share)
        {
            var url = $"{options.Value.PublicUrl.TrimEnd('/')}/api/shares/{token}";
            return TypedResults.Created(url, new CreateShareResponse(token, url, share.ToInfo()));
        }
    }

    /// <summary>Revokes a link: it opens nothing from then on.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        Guid id, Guid shareId, RecordingsDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Recordings.AnyAsync(r => r.Id == id, cancellationToken)) return RecordingErrors.NotFound.ToProblem();

        var revoked = await db.Shares.Where(s => s.RecordingId == id && s.Id == shareId).ExecuteDeleteAsync(cancellationToken);
        return revoked > 0 ? TypedResults.NoContent() : RecordingErrors.ShareNotFound.ToProblem();
    }

    /// <summary>Reads a recording by a link. Who corrected what, and who of the organization speaks, is not told.</summary>
    public static async Task<Results<Ok<SharedRecording>, ProblemHttpResult>> Read(
        string token, HttpContext context, IServiceScopeFactory scopes, AudioTickets tickets, IOptions<PublicOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await FindAsync(token, scopes, time.GetUtcNow(), cancellationToken) is not { } share)
        {
            return RecordingErrors.ShareNotFound.ToProblem();
        }

        using var tenant = TenantScope.EnterOrganization(share.OrganizationId);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RecordingsDbContext>();
        var (recording, analysis, refusal) = await db.FindAnalysisAsync(share.RecordingId, cancellationToken);
        if (recording is null) return RecordingErrors.ShareNotFound.ToProblem();
        if (analysis is null) return refusal!;

        var audio = share.IncludesAudio ? tickets.Issue(share.OrganizationId, share.RecordingId, options.Value) : null;
        return TypedResults.Ok(new SharedRecording(
            recording.Title, recording.CreatedAt, recording.DurationSeconds,
            (await db.WholeAsync(analysis, cancellationToken)).WithoutPeople(), audio, share.ExpiresAt));
    }

    private static async Task<Share?> FindAsync(string token, IServiceScopeFactory scopes, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("a link names no organization: it is looked for in all of them");
        await using var scope = scopes.CreateAsyncScope();
        var hash = Share.Hash(token);
        return await scope.ServiceProvider.GetRequiredService<RecordingsDbContext>().Shares.AsNoTracking()
            .SingleOrDefaultAsync(s => s.TokenHash == hash && s.ExpiresAt > now, cancellationToken);
    }

    private static AnalysisDocument WithoutPeople(this AnalysisDocument analysis) => analysis with
    {
        Speakers = [.. analysis.Speakers.Select(s => s with { UserId = null, Edit = null })],
        ActionItems = [.. analysis.ActionItems.Select(i => i with { Edit = null })],
        Transcript = analysis.Transcript is null ? null : [.. analysis.Transcript.Select(t => t with { Edit = null })],
    };
}
