using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kipu.Payments;

/// <summary>
/// Opens a checkout. It is written down before the provider is asked, under a key that comes back with everything the provider
/// makes of it: so nothing that is paid can be unknown to us.
/// </summary>
internal sealed class OpenCheckout(
    PaymentsDbContext db, PaymentProviders providers, SyncSignal signal, IOptions<CheckoutOptions> options, TimeProvider time)
{
    /// <summary>A creation that has not ended after this long has died.</summary>
    public static readonly TimeSpan CreationLimit = TimeSpan.FromMinutes(2);

    public async Task<(Checkout? Checkout, ApiError? Error)> OpenAsync(
        IPaymentProvider provider, CheckoutRequest request, Plan plan, string? clientKey, CancellationToken cancellationToken)
    {
        using var scope = request.OrganizationId is { } organizationId
            ? TenantScope.EnterOrganization(organizationId)
            : TenantScope.EnterSystem("this purchase belongs to no organization yet");
        var fingerprint = FingerprintOf(request);
        var before = await FindSubscriptionsAsync(request.OrganizationId, cancellationToken);
        if (clientKey is not null && await FindAsync(request.OrganizationId, clientKey, cancellationToken) is { } sent)
        {
            return sent.Fingerprint == fingerprint
                ? await AskProviderAsync(provider, sent, request, before, cancellationToken)
                : (null, CommonErrors.IdempotencyKeyReused);
        }

        if (request.OrganizationId is { } buyer && await ClearTheWayAsync(buyer, cancellationToken) is { } refusal) return (null, refusal);

        var checkout = Checkout.Of(
            provider.Name, request.OrganizationId, plan, provider.PriceOf(plan), clientKey, fingerprint, time.GetUtcNow());
        db.Checkouts.Add(checkout);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same request, or another of the organization, at the same moment.
            return (null, CheckoutErrors.CheckoutInProgress);
        }

        return await AskProviderAsync(provider, checkout, request, before, cancellationToken);
    }

    private Task<Checkout?> FindAsync(Guid? organizationId, string clientKey, CancellationToken cancellationToken) =>
        db.Checkouts.SingleOrDefaultAsync(c => c.OrganizationId == organizationId && c.ClientKey == clientKey, cancellationToken);

    /// <summary>What the organization had before, newest first.</summary>
    private async Task<List<Subscription>> FindSubscriptionsAsync(Guid? organizationId, CancellationToken cancellationToken) =>
        organizationId is null
        ? []
        : await db.Subscriptions.AsNoTracking().Where(s => s.OrganizationId == organizationId)
            .OrderByDescending(s => s.Id).ToListAsync(cancellationToken);

    private async Task<(Checkout? Checkout, ApiError? Error)> AskProviderAsync(
        IPaymentProvider provider, Checkout checkout, CheckoutRequest request, List<Subscription> before,
        CancellationToken cancellationToken)
    {
        if (checkout.Url is not null) return (checkout, null);
        if (checkout.Stage == CheckoutStage.Failed)
            return (null, CommonErrors.IdempotencyKeyReused.With("The checkout of this Idempotency-Key could not be opened. Use a new key."));

        // A trial is for who hasn't paid before; an anonymous purchase could be anybody's tenth.
        var mayTry = checkout.OrganizationId is not null && before.Count == 0 && provider.Capabilities.Trials;
        var order = new CheckoutOrder(
            checkout.Id, checkout.OrganizationId, checkout.Plan, request.SuccessUrl, request.CancelUrl, request.Email,
            before.FirstOrDefault(s => s.Provider == provider.Name)?.ProviderCustomerId, mayTry ? options.Value.TrialDays : 0);
        var opened = await provider.CreateCheckoutAsync(order, cancellationToken);
        if (opened is null) checkout.MoveTo(CheckoutStage.Failed);
        else checkout.Open(opened);
        await db.SaveChangesAsync(cancellationToken);
        return opened is null ? (null, CheckoutErrors.EmailRefused) : (checkout, null);
    }

    /// <summary>An organization has one subscription, and one open checkout: the one before is closed at the provider, or turns out to be paid.</summary>
    private async Task<ApiError?> ClearTheWayAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        if (await db.Subscriptions.AnyAsync(s => s.OrganizationId == organizationId && s.Status != SubscriptionStatus.Cancelled, cancellationToken))
            return CheckoutErrors.SubscriptionExists;

        var previous = await db.Checkouts.SingleOrDefaultAsync(
            c => c.OrganizationId == organizationId
                && (c.Stage == CheckoutStage.Created || c.Stage == CheckoutStage.Open || c.Stage == CheckoutStage.Processing),
            cancellationToken);
        if (previous is null) return null;
        if (previous.Stage == CheckoutStage.Processing) return CheckoutErrors.CheckoutPaid;
        if (previous.ProviderSessionId is not { } sessionId)
        {
            if (time.GetUtcNow() - previous.CreatedAt < CreationLimit) return CheckoutErrors.CheckoutInProgress;
            previous.MoveTo(CheckoutStage.Failed);
        }
        else if (await providers.Of(previous.Provider).ExpireCheckoutAsync(sessionId, cancellationToken)
            is { Status: ProviderCheckoutStatus.Paid or ProviderCheckoutStatus.Processing })
        {
            await db.RaiseAsync(previous.Provider, SyncKind.Checkout, sessionId, SyncCause.Command, time.GetUtcNow(), cancellationToken);
            signal.Set();
            return CheckoutErrors.CheckoutPaid;
        }
        else
        {
            previous.MoveTo(CheckoutStage.Expired);
        }

        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private static string FingerprintOf(CheckoutRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
}
