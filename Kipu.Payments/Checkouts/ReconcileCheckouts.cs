using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kipu.Payments;

/// <summary>Compares open checkouts with the provider from time to time, so that a lost webhook heals; and ends what has died or had its day.</summary>
internal sealed partial class ReconcileCheckouts(
    IServiceScopeFactory scopes, SyncSignal signal, IOptions<CheckoutOptions> options, TimeProvider time, ILogger<ReconcileCheckouts> logger) : BackgroundService
{
    /// <summary>A session lives for a day; an hour later nothing can happen to it any more.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(25);

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("a sweep over the open purchases of all organizations");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PaymentsDbContext>();
        var now = time.GetUtcNow();
        var raised = await db.RaiseOpenCheckoutsAsync(now - LongestLife, now - options.Value.ReconcileAfter, now, cancellationToken);
        if (raised > 0) signal.Set();

        await db.Checkouts.Where(c => c.Stage == CheckoutStage.Created && c.CreatedAt < now - OpenCheckout.CreationLimit)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Stage, CheckoutStage.Failed), cancellationToken);
        await db.Codes.Where(c => c.ProtectedCode != null && c.ShownUntil <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ProtectedCode, (string?)null), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ReconcileEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception exception) when (Outage.Is(exception))
            {
                LogPostponed(logger, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reconciliation of checkouts waits for the next round")]
    private static partial void LogPostponed(ILogger logger, Exception exception);
}
