using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

internal static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/payments/payments", List).WithTags("Payments").RequireTenant().RequireRole(Role.Admin).ProducesError(CommonErrors.ValidationFailed);

    /// <summary>Lists what the organization has paid, newest first, with links to the receipts.</summary>
    public static async Task<Ok<Page<PaymentInfo>>> List(
        TenantContext tenant, PaymentsDbContext db, CancellationToken cancellationToken, [Range(1, 200)] int limit = 50, Guid? cursor = null)
    {
        var payments = await db.Payments.AsNoTracking()
            .Where(p => p.OrganizationId == tenant.OrganizationId && (cursor == null || p.Id < cursor))
            .OrderByDescending(p => p.Id)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var page = payments.Take(limit).ToList();
        return TypedResults.Ok(new Page<PaymentInfo>([.. page.Select(p => p.ToInfo())], payments.Count > limit ? page[^1].Id.ToString() : null));
    }
}
