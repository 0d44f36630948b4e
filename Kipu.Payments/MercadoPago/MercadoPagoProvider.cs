using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Kipu.Payments;

/// <summary>
/// Mercado Pago in Colombia. A checkout and the subscription that comes of it are one object there, the preapproval; our checkout's
/// id is its external reference.
/// </summary>
internal sealed partial class MercadoPagoProvider(MercadoPagoClient api, IOptions<MercadoPagoOptions> options, TimeProvider time)
    : IPaymentProvider
{
    /// <summary>Mercado Pago leaves a preapproval open for ever. Ours has its day, like Stripe's sessions.</summary>
    private static readonly TimeSpan CheckoutLife = TimeSpan.FromHours(24);

    private const string SessionPlaceholder = "{CHECKOUT_SESSION_ID}";
    private const string ReasonPrefix = "Kipu ";

    public string Name => Provider.MercadoPago;

    public ProviderCapabilities Capabilities { get; } = new(ChangesAtOnce: false, EndsWithPeriod: false, Trials: false, NeedsEmail: true);

    public PlanPrice PriceOf(Plan plan) => new(MercadoPagoMoney.ToMinor(options.Value.Prices[plan]), MercadoPagoMoney.Currency);

    public async Task<OpenedCheckout?> CreateCheckoutAsync(CheckoutOrder order, CancellationToken cancellationToken)
    {
        var preapproval = await FindByReferenceAsync(order.CheckoutId.ToString(), cancellationToken)
            ?? await OpenAsync(order, cancellationToken);
        if (preapproval is null) return null;
        // Only now there is an id that the customer can come back with.
        if (order.SuccessUrl.Contains(SessionPlaceholder, StringComparison.Ordinal))
        {
            await ChangeAsync(
                preapproval.Id, new { back_url = order.SuccessUrl.Replace(SessionPlaceholder, preapproval.Id, StringComparison.Ordinal) },
                $"back:{order.CheckoutId}", cancellationToken);
        }

        return new OpenedCheckout(preapproval.Id, preapproval.InitPoint, preapproval.DateCreated + CheckoutLife);
    }

    public async Task<CheckoutSnapshot?> GetCheckoutAsync(string sessionId, CancellationToken cancellationToken) =>
        await FindAsync(sessionId, cancellationToken) switch
        {
            null => null,
            { Status: "pending" } old when old.DateCreated + CheckoutLife <= time.GetUtcNow() =>
                await ExpireCheckoutAsync(sessionId, cancellationToken),
            var preapproval => await CheckoutOfAsync(preapproval, cancellationToken),
        };

    public async Task<CheckoutSnapshot?> ExpireCheckoutAsync(string sessionId, CancellationToken cancellationToken)
    {
        if (await FindAsync(sessionId, cancellationToken) is not { } preapproval) return null;
        if (preapproval.Status == "pending")
            preapproval = await ChangeAsync(sessionId, new { status = "cancelled" }, $"expire:{sessionId}", cancellationToken);
        return await CheckoutOfAsync(preapproval, cancellationToken);
    }

    public async Task<SubscriptionSnapshot?> GetSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken) =>
        await FindAsync(subscriptionId, cancellationToken) is { } preapproval ? await SnapshotAsync(preapproval, cancellationToken) : null;

    public async Task<string?> FindSubscriptionOfAsync(string instalmentId, CancellationToken cancellationToken) =>
        (await api.FindAsync<MercadoPagoInstalment>(
            $"/authorized_payments/{Uri.EscapeDataString(instalmentId)}", cancellationToken))?.PreapprovalId;

    public async Task<ChargeSnapshot?> GetChargeAsync(string chargeId, CancellationToken cancellationToken)
    {
        var payment = await api.FindAsync<MercadoPagoPayment>($"/v1/payments/{Uri.EscapeDataString(chargeId)}", cancellationToken);
        if (payment is null || !IsOurs(payment.CollectorId) || !Guid.TryParse(payment.ExternalReference, out _)) return null;
        if (await FindByReferenceAsync(payment.ExternalReference, cancellationToken) is not { } preapproval) return null;
        return new ChargeSnapshot(
            payment.Id,
            preapproval.Id,
            MercadoPagoMoney.ToMinor(payment.TransactionAmount, payment.CurrencyId),
            MercadoPagoMoney.ToMinor(payment.TransactionAmountRefunded ?? 0, payment.CurrencyId),
            MercadoPagoStatus.OfDispute(payment.Status, payment.StatusDetail));
    }

    public WebhookNotice? ReadWebhook(ReceivedWebhook webhook) =>
        MercadoPagoWebhook.Read(webhook, options.Value.WebhookSecret!, time.GetUtcNow());

    public WebhookNotice? ReadEvent(JsonElement body) => MercadoPagoWebhook.ReadNotice(body);

    /// <remarks>Mercado Pago keeps no record of its notifications.</remarks>
    public Task<JsonElement?> GetEventAsync(string eventId, CancellationToken cancellationToken) => Task.FromResult<JsonElement?>(null);

    private async Task<MercadoPagoPreapproval?> OpenAsync(CheckoutOrder order, CancellationToken cancellationToken)
    {
        try
        {
            return await api.SendAsync<MercadoPagoPreapproval>(
                HttpMethod.Post,
                "/preapproval",
                new
                {
                    reason = ReasonOf(order.Plan),
                    external_reference = order.CheckoutId.ToString(),
                    payer_email = order.Email,
                    back_url = order.SuccessUrl.Replace(SessionPlaceholder, order.CheckoutId.ToString(), StringComparison.Ordinal),
                    status = "pending",
                    auto_recurring = new
                    {
                        frequency = 1,
                        frequency_type = "months",
                        transaction_amount = MercadoPagoMoney.ToPesos(PriceOf(order.Plan).AmountMinor),
                        currency_id = MercadoPagoMoney.WireCurrency,
                    },
                },
                $"chk:{order.CheckoutId}",
                cancellationToken);
        }
        catch (MercadoPagoRefusal refusal) when (
            refusal.Status == HttpStatusCode.BadRequest && refusal.Message.Contains("payer_email", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private async Task<MercadoPagoPreapproval?> FindAsync(string id, CancellationToken cancellationToken) =>
        await api.FindAsync<MercadoPagoPreapproval>($"/preapproval/{Uri.EscapeDataString(id)}", cancellationToken) is { } found
        && IsOurs(found.CollectorId)
            ? found
            : null;

    /// <summary>What an answer that was lost, or a payment, belongs to.</summary>
    private async Task<MercadoPagoPreapproval?> FindByReferenceAsync(string reference, CancellationToken cancellationToken)
    {
        var path = $"/preapproval/search?external_reference={Uri.EscapeDataString(reference)}";
        await foreach (var found in api.SearchAsync<MercadoPagoPreapproval>(path, cancellationToken))
        {
            // A search that did not know the filter would find everybody's.
            if (found.ExternalReference == reference && IsOurs(found.CollectorId)) return found;
        }

        return null;
    }

    private Task<MercadoPagoPreapproval> ChangeAsync(string id, object change, string key, CancellationToken cancellationToken) =>
        api.SendAsync<MercadoPagoPreapproval>(HttpMethod.Put, $"/preapproval/{Uri.EscapeDataString(id)}", change, key, cancellationToken);

    private bool IsOurs(long? collectorId) => options.Value.CollectorId is not { } ours || collectorId == ours;

    private static string ReasonOf(Plan plan) => $"{ReasonPrefix}{plan}";

    /// <summary>The plan that a reason names: we wrote it, and a customer can't change it.</summary>
    /// <exception cref="InvalidOperationException">Somebody has changed the subscription by hand.</exception>
    private static Plan PlanOf(string? reason) =>
        reason?.StartsWith(ReasonPrefix, StringComparison.Ordinal) == true
        && Enum.TryParse<Plan>(reason[ReasonPrefix.Length..], out var plan)
            ? plan
            : throw new InvalidOperationException($"\"{reason}\" names no plan.");
}
