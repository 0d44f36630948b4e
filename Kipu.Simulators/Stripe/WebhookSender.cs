using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>
/// Sends events to the endpoints that want them: at least once, in parallel, in no promised order, each attempt with a fresh
/// signature. What isn't answered with 2xx in time is tried again, later each time.
/// </summary>
internal sealed partial class WebhookSender(
    StripeState state, WebhookRules rules, IHttpClientFactory clients, IOptions<StripeSimulatorOptions> options, TimeProvider time,
    ILogger<WebhookSender> logger) : BackgroundService
{
    public const string ClientName = "stripe-webhooks";
    private const string WrongSecret = "whsec_wrong";
    private const int MaxAttempts = 10;
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Channel<Delivery> _due = Channel.CreateUnbounded<Delivery>();
    private readonly ConcurrentQueue<DeliveryAttempt> _log = new();

    public IEnumerable<DeliveryAttempt> Log => _log;

    /// <summary>Called inside the state's gate, when an event has come to be.</summary>
    public void Plan(JsonObject created)
    {
        var plan = rules.Plan(created);
        foreach (var endpoint in state
            .All(WebhookEndpoints.Kind).Where(endpoint => WebhookEndpoints.Wants(endpoint, (string)created["type"]!)))
        {
            created["pending_webhooks"] = (long)created["pending_webhooks"]! + 1;
            for (var copy = 0; copy < plan.Copies && !plan.Dropped; copy++)
                _due.Writer.TryWrite(new Delivery(created, endpoint, plan.Delay, plan.Signing));
        }

        if (!plan.Twice) return;
        var second = (JsonObject)created.DeepClone();
        second["id"] = StripeState.NewId("evt");
        second["pending_webhooks"] = 0L;
        Resend(state.Add(second));
    }

    /// <summary>Sends an event again to everyone who wants it, whatever became of it before.</summary>
    public void Resend(JsonObject item)
    {
        foreach (var endpoint in state
            .All(WebhookEndpoints.Kind).Where(endpoint => WebhookEndpoints.Wants(endpoint, (string)item["type"]!)))
            _due.Writer.TryWrite(new Delivery(item, endpoint, TimeSpan.Zero, Signing: null));
    }

    public void ClearLog() => _log.Clear();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var delivery in _due.Reader.ReadAllAsync(stoppingToken)) _ = DeliverAsync(delivery, stoppingToken);
    }

    private async Task DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            if (delivery.Delay > TimeSpan.Zero) await Task.Delay(delivery.Delay, time, cancellationToken);
            var pause = options.Value.WebhookRetryDelay;
            for (var attempt = 1; attempt <= MaxAttempts; attempt++)
            {
                if (await SendAsync(delivery, attempt, cancellationToken)) return;
                await Task.Delay(pause, time, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(logger, (string?)delivery.Event["id"]);
        }
        catch (Exception exception)
        {
            LogBroken(logger, (string?)delivery.Event["id"], exception);
        }
    }

    /// <returns>Whether there is nothing left to do.</returns>
    private async Task<bool> SendAsync(Delivery delivery, int attempt, CancellationToken cancellationToken)
    {
        string id, url, secret, body;
        lock (state.Gate)
        {
            id = (string)delivery.Event["id"]!;
            url = (string)delivery.Endpoint["url"]!;

            // After a reset, or when the endpoint was deleted, nobody waits for it any more.
            if (state.Find((string)delivery.Endpoint["id"]!) is null || state.Find(id) is null) return true;
            secret = state.SecretOf(delivery.Endpoint);
            body = delivery.Event.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        }

        var status = await PostAsync(url, body, Sign(body, secret, delivery.Signing), id, cancellationToken);
        var done = status is >= 200 and < 300;
        _log.Enqueue(new DeliveryAttempt(id, (string)delivery.Event["type"]!, url, attempt, status, time.GetUtcNow()));
        if (done)
        {
            lock (state.Gate)
            {
                if (delivery.TrySettle()) delivery.Event["pending_webhooks"] = Math.Max(0, (long)delivery.Event["pending_webhooks"]! - 1);
            }
        }

        return done;
    }

    private string Sign(string body, string secret, WebhookTrouble? trouble)
    {
        var now = time.GetUtcNow();
        return trouble switch
        {
            WebhookTrouble.WrongSignature => WebhookSignature.Sign(body, WrongSecret, now),
            WebhookTrouble.OldTimestamp => WebhookSignature.Sign(body, secret, now.AddHours(-1)),
            WebhookTrouble.TwoSignatures => WebhookSignature.Sign(body, WrongSecret, now) + WebhookSignature.Sign(body, secret, now)[^68..],
            _ => WebhookSignature.Sign(body, secret, now),
        };
    }

    private async Task<int> PostAsync(string url, string body, string signature, string id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, url)
        { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks) Kipu simulator");
        request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerLimit);
        try
        {
            using var response = await clients.CreateClient(ClientName).SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (
            exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnanswered(logger, id, url, exception.Message);
            return 0;
        }
    }

    [LoggerMessage(LogLevel.Information, "Event {EventId} got no answer from {Url}: {Reason}")]
    private static partial void LogUnanswered(ILogger logger, string eventId, string url, string reason);

    [LoggerMessage(LogLevel.Debug, "Delivery of event {EventId} stopped with the simulator")]
    private static partial void LogStopped(ILogger logger, string? eventId);

    [LoggerMessage(LogLevel.Error, "Delivery of event {EventId} broke")]
    private static partial void LogBroken(ILogger logger, string? eventId, Exception exception);

    private sealed record Delivery(JsonObject Event, JsonObject Endpoint, TimeSpan Delay, WebhookTrouble? Signing)
    {
        private int _settled;

        public bool TrySettle() => Interlocked.Exchange(ref _settled, 1) == 0;
    }
}

/// <summary>One try to send an event; status 0 means that nobody answered.</summary>
internal sealed record DeliveryAttempt(string EventId, string Type, string Url, int Attempt, int Status, DateTimeOffset At);
