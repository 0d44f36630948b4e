using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Recordings;

internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes)
    {
        var retention = routes.MapGroup("/api/recordings/retention").WithTags("Recordings").RequireTenant();
        retention.MapGet("/", Get);
        retention.MapPut("/", Set).RequireRole(Role.Admin).ProducesError(CommonErrors.ValidationFailed);
    }

    /// <summary>Shows how long the organization keeps recordings.</summary>
    public static async Task<Ok<RetentionInfo>> Get(RecordingsDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.RetentionPolicies.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } policy
            ? new RetentionInfo(policy.Days, policy.UpdatedBy, policy.UpdatedAt)
            : new(null, null, null));

    /// <summary>
    /// Sets how long the organization keeps recordings. What is older is erased within a minute, and nobody can restore it.
    /// </summary>
    public static async Task<Ok<RetentionInfo>> Set(
        UpdateRetentionRequest request, TenantContext tenant, RecordingsDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (request.Days is { } days)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into retention_policies (organization_id, days, updated_by, updated_at)
                values ({tenant.OrganizationId}, {days}, {tenant.UserId}, {now})
                on conflict (organization_id) do update
                set days = excluded.days, updated_by = excluded.updated_by, updated_at = excluded.updated_at
                """,
                cancellationToken);
        }
        else
        {
            await db.RetentionPolicies.ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new RetentionInfo(request.Days, tenant.UserId, now));
    }
}
