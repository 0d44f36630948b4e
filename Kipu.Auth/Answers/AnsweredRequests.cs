using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kipu.Auth;

/// <summary>Remembers for a day what requests with an Idempotency-Key were answered. Works within the organization's scope.</summary>
internal sealed class AnsweredRequests(AuthDbContext db, IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly IDataProtector _protector = protection.CreateProtector("Kipu.Auth.AnsweredRequest");

    /// <returns>What the same request was answered before, or why its key can't be used; neither when it is new or has no key.</returns>
    public async Task<(TAnswer? Answer, ApiError? Refusal)> FindAsync<TAnswer>(
        TenantContext tenant, string? key, object request, CancellationToken cancellationToken) where TAnswer : class
    {
        if (key is null) return default;
        var known = await db.AnsweredRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Key == key, cancellationToken);
        if (known is null) return default;
        return known.Fingerprint == FingerprintOf(tenant, request)
            ? (JsonSerializer.Deserialize<TAnswer>(_protector.Unprotect(known.ProtectedAnswer), JsonSerializerOptions.Web), null)
            : (null, CommonErrors.IdempotencyKeyReused);
    }

    /// <summary>Keeps an answer; the caller saves it together with what it tells of.</summary>
    public void Keep<TAnswer>(TenantContext tenant, string? key, object request, TAnswer answer)
    {
        if (key is null) return;
        db.AnsweredRequests.Add(new()
        {
            OrganizationId = tenant.OrganizationId,
            Key = key,
            Fingerprint = FingerprintOf(tenant, request),
            ProtectedAnswer = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web)),
            CreatedAt = time.GetUtcNow(),
        });
    }

    /// <summary>Whether saving failed because a request with the same key was answered in the same moment.</summary>
    public static bool IsTaken(DbUpdateException exception) =>
        exception.InnerException is PostgresException { ConstraintName: AnsweredRequestConfiguration.KeyName };

    // With who asks: nobody gets another's answer by knowing the key.
    private static string FingerprintOf(TenantContext tenant, object request) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new { Kind = request.GetType().Name, tenant.UserId, tenant.ApiKeyId, Request = request })));
}
