using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Keys for server-to-server use. They are made and revoked by people: a key can't make keys.</summary>
internal static class ApiKeyEndpoints
{
    private const int MaxKeys = 50;

    public static void AddApiKeys(this IHostApplicationBuilder builder) => builder.Services.AddHostedService<ApiKeyUseKeeper>();

    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/api/organizations/current/api-keys").WithTags("Organizations").RequireTenant().RequireRole(Role.Admin);
        keys.MapGet("/", List);
        keys.MapPost("/", Create).ProducesError(
            CommonErrors.ValidationFailed, CommonErrors.InvalidRequest, ApiKeyErrors.ExpiryPassed, UserErrors.UserRequired, ApiKeyErrors.TooManyApiKeys,
            CommonErrors.IdempotencyKeyReused);
        // Whoever can't pay must still be able to close a door.
        keys.MapDelete("/{id:guid}", Revoke).AllowSuspended(Role.Admin).ProducesError(UserErrors.UserRequired, CommonErrors.NotFound);
    }

    /// <summary>The organization's API keys, newest first, without their secrets.</summary>
    public static async Task<Ok<Page<ApiKeyInfo>>> List(AuthDbContext db, ApiKeyUses uses, CancellationToken cancellationToken)
    {
        var keys = await db.ApiKeys.AsNoTracking().Where(k => k.RevokedAt == null)
            .OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Id).ToListAsync(cancellationToken);
        var used = keys.Count == 0 ? new Dictionary<Guid, DateTimeOffset>() : await uses.ReadAsync();
        return TypedResults.Ok(new Page<ApiKeyInfo>([.. keys.Select(k => k.ToInfo(used.TryGetValue(k.Id, out var at) ? at : null))], null));
    }

    /// <summary>
    /// Makes an API key. The answer holds its secret, here and never again, but for the same request with the same Idempotency-Key.
    /// </summary>
    public static async Task<Results<Created<CreateApiKeyResponse>, ProblemHttpResult>> Create(
        CreateApiKeyRequest request, [FromHeader(Name = "Idempotency-Key"), MaxLength(255)] string? idempotencyKey, ClaimsPrincipal caller, TenantContext tenant,
        HttpContext context, AuthDbContext db, ApiKeys apiKeys, AnsweredRequests answers, AuditLog audit, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (AccessToken.From(caller) is not { } token) return UserErrors.UserRequired.ToProblem();
        var now = time.GetUtcNow();
        // JSON also takes numbers for the names of an enumeration.
        if (!request.Scopes.All(Enum.IsDefined)) return CommonErrors.InvalidRequest.With("There is no such scope.").ToProblem();
        if (request.ExpiresAt <= now) return ApiKeyErrors.ExpiryPassed.ToProblem();

        // Locked: of two who make the fiftieth at once, the second waits here and is refused.
        await using var transaction = await OrganizationLock.TakeAsync(db, token.OrganizationId, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        var (answered, refusal) = await answers.FindAsync<CreateApiKeyResponse>(tenant, idempotencyKey, request, cancellationToken);
        if (refusal is not null) return refusal.ToProblem();
        if (answered is not null) return TypedResults.Created((string?)null, answered);
        if (await db.ApiKeys.CountAsync(k => k.RevokedAt == null, cancellationToken) >= MaxKeys)
        {
            return ApiKeyErrors.TooManyApiKeys.ToProblem();
        }

        var secret = ApiKeys.Generate();
        var key = new ApiKey
        {
            OrganizationId = token.OrganizationId,
            Name = request.Name,
            KeyHash = apiKeys.Hash(secret),
            Prefix = secret[..ApiKeys.ShownLength],
            Scopes = [.. request.Scopes.Distinct().Order()],
            CreatedBy = token.UserId,
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        };
        db.ApiKeys.Add(key);
        audit.Record(token.OrganizationId, AuditActions.ApiKeyCreated, token.UserId, $"{key.Prefix} {key.Name}");
        var answer = new CreateApiKeyResponse(secret, key.ToInfo(usedAt: null));
        answers.Keep(tenant, idempotencyKey, request, answer);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created((string?)null, answer);
    }

    /// <summary>Revokes an API key: every service refuses it within a second.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        Guid id, ClaimsPrincipal caller, AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, AuditLog audit, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (AccessToken.From(caller) is not { } token) return UserErrors.UserRequired.ToProblem();
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id && k.RevokedAt == null, cancellationToken) is not { } key)
        {
            return CommonErrors.NotFound.ToProblem();
        }

        key.RevokedAt = time.GetUtcNow();
        audit.Record(token.OrganizationId, AuditActions.ApiKeyRevoked, token.UserId, $"{key.Prefix} {key.Name}");
        await outbox.PublishAsync(new TenantChanged(token.OrganizationId, [], [key.KeyHash]));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
