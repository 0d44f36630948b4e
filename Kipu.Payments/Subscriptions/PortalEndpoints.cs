using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

internal static class PortalEndpoints
{
    private static readonly ApiError ReturnUrlNotAllowed = CheckoutErrors.UrlNotAllowed.With(
        "returnUrl must be an http or https address on a host that Checkout:AllowedHosts names.");

    public static void MapPortal(this IEndpointRouteBuilder routes) => routes.MapPost("/api/payments/portal", Open)
        .WithTags("Payments").RequireTenant().AllowSuspended(Role.Admin)
        .ProducesError(CommonErrors.ValidationFailed, ReturnUrlNotAllowed, SubscriptionErrors.NoSubscription, SubscriptionErrors.PortalUnavailable);

    /// <summary>Opens the payment provider's page for the organization's cards, invoices and overdue payments.</summary>
    public static async Task<Results<Ok<PortalResponse>, ProblemHttpResult>> Open(
        PortalRequest? request, TenantContext tenant, PaymentsDbContext db, PaymentProviders providers, AllowedUrls urls,
        IConfiguration configuration, CancellationToken cancellationToken)
    {
        var returnUrl = request?.ReturnUrl ?? configuration["Kipu:PublicUrl"];
        if (returnUrl is null || !urls.Contains(returnUrl)) return ReturnUrlNotAllowed.ToProblem();

        await using var reading = await db.Database.BeginTransactionAsync(cancellationToken);
        var subscription = await db.Subscriptions.AsNoTracking().Where(s => s.OrganizationId == tenant.OrganizationId)
            .OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        await reading.CommitAsync(cancellationToken);
        if (subscription is null) return SubscriptionErrors.NoSubscription.ToProblem();
        if (providers.Of(subscription.Provider) is not IPaymentPortal portal) return SubscriptionErrors.PortalUnavailable.ToProblem();

        return TypedResults.Ok(new PortalResponse(
            true, await portal.OpenPortalAsync(subscription.ProviderCustomerId, returnUrl, cancellationToken)));
    }
}
