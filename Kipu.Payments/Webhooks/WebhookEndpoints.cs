using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kipu.Payments;

internal static class WebhookEndpoints
{
    private const int LargestBody = 1024 * 1024;
    private static readonly ApiError InvalidSignature = new(400, "invalid_signature", "This is not a webhook that the payment provider signed for us.");

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup("/api/payments/webhook").WithTags("Payments");
        webhooks.MapPost("/", Receive)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .AllowPublic("Stripe calls it; its signature is checked over the raw body.")
            .ProducesError(InvalidSignature, CommonErrors.PayloadTooLarge);
        webhooks.MapPost("/mercadopago", ReceiveMercadoPago)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .AllowPublic("Mercado Pago calls it; its signature is checked, and only ids are taken from it.")
            .ProducesError(InvalidSignature, CommonErrors.PayloadTooLarge);
    }

    /// <summary>
    /// Takes a webhook of Stripe. It is written down and answered at once; what it means is found out afterwards, from the
    /// provider's present state, so that repeated, late and reordered ones change nothing twice.
    /// </summary>
    public static Task<Results<Ok<WebhookReceipt>, ProblemHttpResult>> Receive(
        HttpRequest request, PaymentProviders providers, PaymentsDbContext db, SyncSignal signal, TimeProvider time,
        CancellationToken cancellationToken) =>
        ReceiveAsync(providers.Find(Provider.Stripe), request, db, signal, time, cancellationToken);

    /// <summary>Takes a notification of Mercado Pago, in the same way. Those of the old kind, which nobody signs, are not used.</summary>
    public static async Task<Results<Ok<WebhookReceipt>, ProblemHttpResult>> ReceiveMercadoPago(
        HttpRequest request, PaymentProviders providers, PaymentsDbContext db, SyncSignal signal, TimeProvider time,
        CancellationToken cancellationToken) => MercadoPagoWebhook.IsUnsignedKind(request)
        ? TypedResults.Ok(new WebhookReceipt(true))
        : await ReceiveAsync(providers.Find(Provider.MercadoPago), request, db, signal, time, cancellationToken);

    private static async Task<Results<Ok<WebhookReceipt>, ProblemHttpResult>> ReceiveAsync(
        IPaymentProvider? provider, HttpRequest request, PaymentsDbContext db, SyncSignal signal, TimeProvider time,
        CancellationToken cancellationToken)
    {
        // The signature covers the bytes as they came.
        using var reader = new StreamReader(request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        var body = await reader.ReadToEndAsync(cancellationToken);
        if (provider?.ReadWebhook(new(body, request.Headers, request.Query)) is not { } notice)
        {
            Count(provider?.Name, "refused");
            return InvalidSignature.ToProblem();
        }

        using var system = TenantScope.EnterSystem("whose an event is will be found out later");
        var isNew = await db.StoreAsync(provider.Name, notice, body, EventSource.Webhook, time.GetUtcNow(), cancellationToken);
        if (isNew && notice.Kind is not null) signal.Set();
        Count(provider.Name, isNew ? "accepted" : "repeated");
        return TypedResults.Ok(new WebhookReceipt(true));
    }

    private static void Count(string? provider, string result) =>
        Telemetry.Webhooks.Add(1, new("provider", provider), new KeyValuePair<string, object?>("result", result));
}
