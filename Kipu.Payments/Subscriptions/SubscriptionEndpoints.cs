using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

internal static class SubscriptionEndpoints
{
    private const decimal Gigabyte = 1_000_000_000;

    public static void MapSubscriptions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/payments/subscription/{organizationId:guid}", Get).WithTags("Payments").RequireTenant().ProducesError(CommonErrors.NotFound);

    /// <summary>Shows an organization's plan, its subscription, if it has one, and its limits.</summary>
    public static async Task<Results<Ok<SubscriptionResponse>, ProblemHttpResult>> Get(
        Guid organizationId, TenantContext tenant, PaymentsDbContext db, CancellationToken cancellationToken)
    {
        if (organizationId != tenant.OrganizationId) return CommonErrors.NotFound.ToProblem();

        var subscription = await db.Subscriptions.AsNoTracking().Where(s => s.OrganizationId == organizationId)
            .OrderBy(s => s.Status == SubscriptionStatus.Cancelled).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        var usedBytes = await db.StorageUses.Where(u => u.OrganizationId == organizationId).Select(u => u.UsedBytes).SingleOrDefaultAsync(cancellationToken);
        var limits = tenant.Limits;
        return TypedResults.Ok(new SubscriptionResponse(true, new SubscribedOrganization(
            tenant.OrganizationId, tenant.Name, tenant.Plan, tenant.Status, subscription?.ToInfo(),
            new SubscriptionLimits(limits.MaxUsers, limits.MaxRecordings, limits.MaxStorageBytes / Gigabyte, usedBytes / Gigabyte))));
    }
}
