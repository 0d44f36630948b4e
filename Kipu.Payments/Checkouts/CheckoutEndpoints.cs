using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

internal static class CheckoutEndpoints
{
    public static void MapCheckouts(this IEndpointRouteBuilder routes)
    {
        var checkouts = routes.MapGroup("/api/payments/checkout").WithTags("Payments");
        checkouts.MapPost("/", Open)
            .AllowPublic(
                "A customer may buy before there is an organization; for one, the handler asks for its owner or admin.", optionalTenant: true)
            .ProducesError(
                CommonErrors.ValidationFailed, CheckoutErrors.PlanNotForSale, CheckoutErrors.UnknownProvider, CheckoutErrors.UrlNotAllowed,
                CheckoutErrors.EmailRequired, CheckoutErrors.EmailRefused, CommonErrors.CodeRequired, CommonErrors.Forbidden,
                CommonErrors.NotFound,
                CheckoutErrors.SubscriptionExists, CheckoutErrors.CheckoutPaid, CheckoutErrors.CheckoutInProgress,
                CommonErrors.IdempotencyKeyReused);
        checkouts.MapGet("/{sessionId}", Get)
            .AllowPublic("The session id is a secret that only the provider and the customer know.")
            .ProducesError(CheckoutErrors.NotFound);
    }

    /// <summary>Opens a checkout and answers where to pay. With an Idempotency-Key the same request again gets the same checkout.</summary>
    public static async Task<Results<Ok<CheckoutResponse>, ProblemHttpResult>> Open(
        CheckoutRequest request,
        [FromHeader(Name = "Idempotency-Key"), MaxLength(255)] string? idempotencyKey,
        AllowedUrls urls,
        PaymentProviders providers,
        OpenCheckout open,
        CancellationToken cancellationToken)
    {
        if (request.Plan is not { } plan || plan == Plan.Free) return CheckoutErrors.PlanNotForSale.ToProblem();
        if (providers.Find(request.Provider ?? Provider.Stripe) is not { } provider) return CheckoutErrors.UnknownProvider.ToProblem();
        if (provider.Capabilities.NeedsEmail && request.Email is null) return CheckoutErrors.EmailRequired.ToProblem();
        if (!urls.Contains(request.SuccessUrl) || !urls.Contains(request.CancelUrl)) return CheckoutErrors.UrlNotAllowed.ToProblem();
        if (request.OrganizationId is { } organizationId && RefusalOf(organizationId, TenantScope.Caller) is { } refusal)
            return refusal.ToProblem();

        var (checkout, error) = await open.OpenAsync(provider, request, plan, idempotencyKey, cancellationToken);
        return error is null ? TypedResults.Ok(new CheckoutResponse(true, checkout!.ProviderSessionId!, checkout.Url!)) : error.ToProblem();
    }

    /// <summary>Tells how a checkout stands, and its code to whoever holds the session id: until it was used, for a day at most.</summary>
    public static async Task<Results<Ok<CheckoutState>, ProblemHttpResult>> Get(
        string sessionId, PaymentsDbContext db, CodeIssuer codes, SyncSignal signal, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!sessionId.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return CheckoutErrors.NotFound.ToProblem();

        using var system = TenantScope.EnterSystem("the session id names the purchase, whoever's it is");
        var now = time.GetUtcNow();
        var checkout = await db.Checkouts.AsNoTracking()
            .SingleOrDefaultAsync(c => Provider.All.Contains(c.Provider) && c.ProviderSessionId == sessionId, cancellationToken);
        if (checkout is null) return CheckoutErrors.NotFound.ToProblem();

        if (checkout.Stage == CheckoutStage.Complete)
        {
            var code = await db.Codes.AsNoTracking().SingleOrDefaultAsync(c => c.CheckoutId == checkout.Id, cancellationToken);
            return TypedResults.Ok(new CheckoutState(CheckoutStatus.Complete, checkout.Plan, code is null ? null : codes.Reveal(code, now)));
        }

        // The browser is often back before the webhook has come, and a lost one never comes: so look for ourselves.
        if (checkout.Stage is CheckoutStage.Open or CheckoutStage.Processing)
        {
            if (await db.RaiseIdleAsync(checkout.Provider, SyncKind.Checkout, sessionId, SyncCause.Page, now, cancellationToken)) signal.Set();
        }

        return TypedResults.Ok(new CheckoutState(StatusOf(checkout.Stage), checkout.Plan, null));
    }

    private static ApiError? RefusalOf(Guid organizationId, TenantContext? tenant)
    {
        if (tenant is null) return CommonErrors.CodeRequired;
        if (tenant.OrganizationId != organizationId) return CommonErrors.NotFound;
        return tenant.Role >= Role.Admin ? null : CommonErrors.Forbidden;
    }

    private static CheckoutStatus StatusOf(CheckoutStage stage) => stage switch
    {
        CheckoutStage.Created or CheckoutStage.Open => CheckoutStatus.Open,
        CheckoutStage.Processing => CheckoutStatus.Processing,
        CheckoutStage.Complete => CheckoutStatus.Complete,
        _ => CheckoutStatus.Expired,
    };
}
