using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>Brings objects in step with the provider, several at a time, each as soon as it is raised.</summary>
internal sealed partial class SyncWorker(IServiceScopeFactory scopes, SyncSignal signal, TimeProvider time, ILogger<SyncWorker> logger) : BackgroundService
{
    private const int Lanes = 4;
    private const int ProblemLength = 500;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <returns>False when nothing is due.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("the provider's object tells whose it is");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PaymentsDbContext>();
        if (await db.LeaseAsync(time.GetUtcNow(), cancellationToken) is not { } task) return false;

        using var activity = Telemetry.Source.StartActivity(
            $"sync {task.Kind}", ActivityKind.Consumer, await FindTraceAsync(db, task, cancellationToken));
        try
        {
            var changed = await RunAsync(task, scope.ServiceProvider, cancellationToken);
            if (task.Cause == SyncCause.Reconciliation) NoteReconciled(task, changed);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            await PostponeAsync(task, exception, cancellationToken);
        }

        return true;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => RunLaneAsync(stoppingToken)));

    /// <returns>The trace that the checkout was opened in; null for anything else, which has a trace of its own.</returns>
    private static async Task<string?> FindTraceAsync(PaymentsDbContext db, SyncTask task, CancellationToken cancellationToken)
    {
        if (task.Kind != SyncKind.Checkout) return null;
        var trace = await db.Checkouts.Where(c => c.Provider == task.Provider && c.ProviderSessionId == task.ObjectId)
            .Select(c => c.TraceParent).SingleOrDefaultAsync(cancellationToken);
        await db.EndReadingAsync();
        return trace;
    }

    /// <returns>Whether our books were behind.</returns>
    private static Task<bool> RunAsync(SyncTask task, IServiceProvider services, CancellationToken cancellationToken) => task.Kind switch
    {
        SyncKind.Checkout => services.GetRequiredService<FulfilCheckout>().RunAsync(task, cancellationToken),
        SyncKind.Subscription => services.GetRequiredService<FollowSubscription>().RunAsync(task, cancellationToken),
        SyncKind.Charge => services.GetRequiredService<FollowCharge>().RunAsync(task, cancellationToken),
        SyncKind.Instalment => services.GetRequiredService<FollowInstalment>().RunAsync(task, cancellationToken),
        SyncKind.End => services.GetRequiredService<EndSubscription>().RunAsync(task, cancellationToken),
        SyncKind.Return => services.GetRequiredService<ReturnPurchase>().RunAsync(task, cancellationToken),
        _ => services.GetRequiredService<HandOverPurchase>().RunAsync(task, cancellationToken),
    };

    private void NoteReconciled(SyncTask task, bool changed)
    {
        Telemetry.Reconciled.Add(
            1, new("kind", task.Kind.ToString()), new KeyValuePair<string, object?>("result", changed ? "repaired" : "same"));
        if (changed) LogRepaired(logger, task.Kind, task.ObjectId);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "A lane that ended would stop all fulfilment; the fault is logged and the next round tries again.")]
    private async Task RunLaneAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var worked = false;
            try
            {
                worked = await RunOnceAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogLaneBroken(logger, exception);
            }

            if (!worked) await signal.WaitAsync(LookAgain, stoppingToken);
        }
    }

    /// <remarks>In a context of its own: that of the failed work may hold half of it.</remarks>
    private async Task PostponeAsync(SyncTask task, Exception exception, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(task.Attempts, 10)), LongestPause.TotalSeconds));
        LogPostponed(logger, task.Kind, task.ObjectId, task.Attempts, pause, exception);
        Telemetry.SyncFailures.Add(1, new KeyValuePair<string, object?>("kind", task.Kind.ToString()));
        var problem = $"{exception.GetType().Name}: {exception.Message}";
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PaymentsDbContext>().PostponeAsync(
            task, time.GetUtcNow() + pause, problem[..Math.Min(problem.Length, ProblemLength)], cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Synchronization of {Kind} {ObjectId} failed at attempt {Attempt} and is tried again after {Pause}")]
    private static partial void LogPostponed(ILogger logger, SyncKind kind, string objectId, int attempt, TimeSpan pause, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Kind} {ObjectId} had changed at the provider and no webhook had told of it: repaired")]
    private static partial void LogRepaired(ILogger logger, SyncKind kind, string objectId);

    [LoggerMessage(LogLevel.Error, "Synchronization could not look for work")]
    private static partial void LogLaneBroken(ILogger logger, Exception exception);
}
