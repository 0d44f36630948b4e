using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

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

        var isNew = await StoreAsync(db, notice, body, time.GetUtcNow(), cancellationToken);
        if (isNew && notice.Kind is not null) signal.Set();
        Count(isNew ? "accepted" : "repeated");
        return TypedResults.Ok(new WebhookReceipt(true));
    }

    /// <summary>The inbox: the event and the work that it means are written together, or, when it came before, not at all.</summary>
    private static async Task<bool> StoreAsync(PaymentsDbContext db, WebhookNotice notice, string body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("whose an event is will be found out later");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var kind = notice.Kind?.ToString();
        var processedAt = notice.Kind is null ? now : (DateTimeOffset?)null;
        var stored = await db.Database.ExecuteSqlAsync($"""
            insert into webhook_events (id, provider, event_id, type, body, kind, object_id, received_at, processed_at)
            values ({Guid.CreateVersion7()}, {Provider.Stripe}, {notice.EventId}, {notice.Type}, {body}, {kind}, {notice.ObjectId}, {now}, {processedAt})
            on conflict (provider, event_id) do nothing
            """, cancellationToken);
        if (stored == 1 && notice.Kind is { } subject) await db.RaiseAsync(Provider.Stripe, subject, notice.ObjectId!, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored == 1;
    }

    private static void Count(string result) =>
        Telemetry.Webhooks.Add(1, new("provider", Provider.Stripe), new KeyValuePair<string, object?>("result", result));
}
