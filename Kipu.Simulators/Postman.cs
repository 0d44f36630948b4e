using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Kipu.Simulators;

/// <summary>A webhook on its way. Each attempt is written anew; null when nobody waits for it any more.</summary>
internal sealed record Letter(
    string EventId, string Type, TimeSpan Delay, TimeSpan RetryDelay, Func<HttpRequestMessage?> Write, Action Delivered);

/// <summary>One try to send an event; status 0 means that nobody answered.</summary>
internal sealed record DeliveryAttempt(string EventId, string Type, string Url, int Attempt, int Status, DateTimeOffset At);

/// <summary>
/// Sends webhooks: at least once, in parallel, in no promised order. What isn't answered with 2xx in time is tried again, later
/// each time.
/// </summary>
internal sealed partial class Postman(IHttpClientFactory clients, TimeProvider time, ILogger<Postman> logger) : BackgroundService
{
    public const string ClientName = "webhooks";
    private const int MaxAttempts = 10;
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Channel<Letter> _due = Channel.CreateUnbounded<Letter>();
    private readonly ConcurrentQueue<DeliveryAttempt> _log = new();

    public IEnumerable<DeliveryAttempt> Log => _log;

    public void Post(Letter letter) => _due.Writer.TryWrite(letter);

    public void ClearLog() => _log.Clear();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in _due.Reader.ReadAllAsync(stoppingToken)) _ = DeliverAsync(letter, stoppingToken);
    }

    private async Task DeliverAsync(Letter letter, CancellationToken cancellationToken)
    {
        try
        {
            if (letter.Delay > TimeSpan.Zero) await Task.Delay(letter.Delay, time, cancellationToken);
            var pause = letter.RetryDelay;
            for (var attempt = 1; attempt <= MaxAttempts; attempt++)
            {
                if (await SendAsync(letter, attempt, cancellationToken)) return;
                await Task.Delay(pause, time, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(logger, letter.EventId);
        }
        catch (Exception exception)
        {
            LogBroken(logger, letter.EventId, exception);
        }
    }

    /// <returns>Whether there is nothing left to do.</returns>
    private async Task<bool> SendAsync(Letter letter, int attempt, CancellationToken cancellationToken)
    {
        using var request = letter.Write();
        if (request is null) return true;
        var url = request.RequestUri!.OriginalString;
        var status = await SendAsync(letter, request, url, cancellationToken);
        var done = status is >= 200 and < 300;
        _log.Enqueue(new DeliveryAttempt(letter.EventId, letter.Type, url, attempt, status, time.GetUtcNow()));
        if (done) letter.Delivered();
        return done;
    }

    private async Task<int> SendAsync(Letter letter, HttpRequestMessage request, string url, CancellationToken cancellationToken)
    {
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
            LogUnanswered(logger, letter.EventId, url, exception.Message);
            return 0;
        }
    }

    [LoggerMessage(LogLevel.Information, "Event {EventId} got no answer from {Url}: {Reason}")]
    private static partial void LogUnanswered(ILogger logger, string eventId, string url, string reason);

    [LoggerMessage(LogLevel.Debug, "Delivery of event {EventId} stopped with the simulator")]
    private static partial void LogStopped(ILogger logger, string eventId);

    [LoggerMessage(LogLevel.Error, "Delivery of event {EventId} broke")]
    private static partial void LogBroken(ILogger logger, string eventId, Exception exception);
}

internal static class PostmanExtensions
{
    public static void AddPostman(this IServiceCollection services)
    {
        services.AddHttpClient(Postman.ClientName).ConfigurePrimaryHttpMessageHandler(
            () => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton<WebhookRules>();
        services.AddSingleton<Postman>();
        services.AddHostedService(provider => provider.GetRequiredService<Postman>());
    }
}
