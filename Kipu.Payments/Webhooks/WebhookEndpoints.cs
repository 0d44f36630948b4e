using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kipu.Payments;

internal static class WebhookEndpoints
{
    private const int LargestBody = 1024 * 1024;
    private static readonly ApiError InvalidSignature = new(400, "invalid_signature", "This is not a webhook that the payment provider signed for us.");

    public static void MapWebhooks(this IEndpointRouteBuilder routes) => routes.MapPost("/api/payments/webhook", Receive)
        .WithTags("Payments")
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
        .AllowPublic("Stripe calls it; its signature is checked over the raw body.")
        .ProducesError(InvalidSignature, CommonErrors.PayloadTooLarge);

    /// <summary>
    /// Takes a webhook of Stripe. It is written down and answered at once; what it means is found out afterwards, from the
    /// provider's present state, so that repeated, late and reordered ones change nothing twice.
    /// </summary>
    public static async Task<Results<Ok<WebhookReceipt>, ProblemHttpResult>> Receive(
        HttpRequest request, IPaymentProvider provider, PaymentsDbContext db, SyncSignal signal, TimeProvider time, CancellationToken cancellationToken)
    {
        // The signature covers the bytes as they came.
        using var reader = new StreamReader(request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        var body = await reader.ReadToEndAsync(cancellationToken);
        if (provider.ReadWebhook(body, request.Headers["Stripe-Signature"]) is not { } notice)
        {
            Count("refused");
            return InvalidSignature.ToProblem();
        }

        using var system = TenantScope.EnterSystem("whose an event is will be found out later");
        var isNew = await db.StoreAsync(Provider.Stripe, notice, body, EventSource.Webhook, time.GetUtcNow(), cancellationToken);
        if (isNew && notice.Kind is not null) signal.Set();
        Count(isNew ? "accepted" : "repeated");
        return TypedResults.Ok(new WebhookReceipt(true));
    }

    private static void Count(string result) =>
        Telemetry.Webhooks.Add(1, new("provider", Provider.Stripe), new KeyValuePair<string, object?>("result", result));
}
