using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Does its work again and again for as long as the service runs. A turn that fails is logged, and the next one tries again: it must not end
/// the service.
/// </summary>
/// <param name="every">From one turn to the next; the first comes after it.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The worker's.</param>
public abstract partial class PeriodicWorker(TimeSpan every, TimeProvider time, ILogger logger) : BackgroundService
{
    protected TimeProvider Time => time;

    protected ILogger Logger => logger;

    /// <summary>One turn.</summary>
    public abstract Task RunOnceAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryAsync(() => RunOnceAsync(stoppingToken), stoppingToken);
    }

    /// <summary>Whether a turn failed because a part of the system is away for a while.</summary>
    protected virtual bool IsOutage(Exception exception) => Outage.Is(exception);

    /// <summary>Does a part of the work by itself, whose failure ends no other.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The fault is logged, and the next turn tries again.")]
    protected async Task TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            LogPostponed(logger, exception, GetType().Name);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, exception, GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Worker} waits for its next turn: a part of the system is away")]
    private static partial void LogPostponed(ILogger logger, Exception exception, string worker);

    [LoggerMessage(LogLevel.Error, "{Worker} failed; it tries again at its next turn")]
    private static partial void LogFailed(ILogger logger, Exception exception, string worker);
}
