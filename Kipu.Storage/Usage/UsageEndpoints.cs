using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Storage;

internal static class UsageEndpoints
{
    public static void MapUsage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/storage/usage", Get).WithTags("Storage").RequireTenant();

    /// <summary>How much of the plan's room is used, and by what. Room that running uploads hold counts as used.</summary>
    public static async Task<Ok<StorageUsage>> Get(StorageDbContext db, TenantContext tenant, CancellationToken cancellationToken)
    {
        var byKind = await db.Objects.GroupBy(o => o.Kind).Select(g => new { g.Key, Bytes = g.Sum(o => o.Bytes) })
            .ToDictionaryAsync(g => ObjectKeys.NameOf(g.Key), g => g.Bytes, cancellationToken);
        byKind["chunks"] = await db.Uploads.Where(u => u.State != UploadState.Finalized).SumAsync(u => u.Bytes, cancellationToken);
        byKind["reserved"] = await db.Reservations.SumAsync(r => r.Bytes, cancellationToken)
            + await db.Uploads.Where(u => u.Length != null && u.State != UploadState.Finalized)
                .SumAsync(u => u.Length!.Value - u.Bytes, cancellationToken);
        var used = await db.UsedAsync(tenant.OrganizationId, cancellationToken);
        return TypedResults.Ok(new StorageUsage(used, tenant.Limits.MaxStorageBytes, byKind));
    }
}
