using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;

namespace Kipu.Recordings;

/// <summary>
/// Wakes those who wait for changes of status in an organization, whichever replica made them: PostgreSQL hands on a
/// notification with the commit that it belongs to. It says only that there is news; what the news is stands in the rows, so
/// that nothing is lost when a notification is.
/// </summary>
internal sealed partial class StatusFeed(NpgsqlDataSource database, TimeProvider time, ILogger<StatusFeed> logger) : BackgroundService
{
    public const string Channel = "recording_status";
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Subscription, Guid> _subscriptions = new();

    /// <summary>Begins to listen for an organization's news; dispose to stop.</summary>
    public Subscription Subscribe(Guid organizationId)
    {
        var subscription = new Subscription(this);
        _subscriptions[subscription] = organizationId;
        return subscription;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, notification) => Wake(notification.Payload);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);

                // What happened while nobody listened is news as well.
                WakeAll();
                pause = TimeSpan.FromMilliseconds(200);
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                LogLost(logger, exception, pause);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private void Wake(string organization)
    {
        if (!Guid.TryParse(organization, out var organizationId)) return;
        foreach (var (subscription, owner) in _subscriptions)
        {
            if (owner == organizationId) subscription.Wake();
        }
    }

    private void WakeAll()
    {
        foreach (var (subscription, _) in _subscriptions) subscription.Wake();
    }

    [LoggerMessage(LogLevel.Warning, "No news of recordings' status: the database's notifications are away; next try in {Pause}")]
    private static partial void LogLost(ILogger logger, Exception exception, TimeSpan pause);

    /// <summary>A waiting reader. Any number of wakes while it is busy are one: it reads what is new when it comes to it.</summary>
    internal sealed class Subscription(StatusFeed feed) : IDisposable
    {
        private readonly Channel<bool> _news = System.Threading.Channels.Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        /// <returns>False when there was no news for so long.</returns>
        public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(longest);
            try
            {
                return await _news.Reader.ReadAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        public void Dispose() => feed._subscriptions.TryRemove(this, out _);

        internal void Wake() => _news.Writer.TryWrite(true);
    }
}
