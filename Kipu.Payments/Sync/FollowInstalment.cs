namespace Kipu.Payments;

/// <summary>Has the subscription looked at whose instalment there is news of.</summary>
internal sealed class FollowInstalment(PaymentsDbContext db, PaymentProviders providers, SyncSignal signal, TimeProvider time)
{
    /// <returns>Whether the books were behind: that turns out with the subscription.</returns>
    public async Task<bool> RunAsync(SyncTask task, CancellationToken cancellationToken)
    {
        var subscriptionId = await providers.Of(task.Provider).FindSubscriptionOfAsync(task.ObjectId, cancellationToken);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (subscriptionId is not null)
            await db.RaiseAsync(task.Provider, SyncKind.Subscription, subscriptionId, task.Cause, now, cancellationToken);
        await db.CompleteAsync(task, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (subscriptionId is not null) signal.Set();
        return false;
    }
}
