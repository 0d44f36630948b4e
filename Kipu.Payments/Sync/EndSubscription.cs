namespace Kipu.Payments;

/// <summary>
/// Ends what was to end with its period, where the provider has no such end: there it was only stopped, so that it could be taken
/// back. Whoever took it back is not bothered.
/// </summary>
internal sealed partial class EndSubscription(
    PaymentsDbContext db, PaymentProviders providers, SyncSignal signal, TimeProvider time, ILogger<EndSubscription> logger)
{
    /// <returns>Whether the books were behind.</returns>
    public async Task<bool> RunAsync(SyncTask task, CancellationToken cancellationToken)
    {
        var provider = providers.Of(task.Provider);
        var snapshot = await provider.GetSubscriptionAsync(task.ObjectId, cancellationToken);
        if (snapshot is { CancelAtPeriodEnd: true })
        {
            await db.PostponeAsync(task, snapshot.PeriodEnd, "The period that is paid for has yet to end.", cancellationToken);
            return false;
        }

        var stopped = snapshot?.Status == SubscriptionStatus.Suspended;
        if (stopped)
        {
            LogEnding(logger, task.ObjectId);
            await provider.CancelAsync(task.ObjectId, atPeriodEnd: false, $"end:{task.ObjectId}", cancellationToken);
        }

        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (stopped) await db.RaiseAsync(task.Provider, SyncKind.Subscription, task.ObjectId, SyncCause.Work, now, cancellationToken);
        await db.CompleteAsync(task, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (stopped) signal.Set();
        return stopped;
    }

    [LoggerMessage(LogLevel.Information, "Subscription {SubscriptionId} is cancelled: the period it was to end with is over")]
    private static partial void LogEnding(ILogger logger, string subscriptionId);
}
