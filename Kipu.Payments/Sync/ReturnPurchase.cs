namespace Kipu.Payments;

/// <summary>
/// Ends a subscription that was paid for an organization that had one already, and gives all of its money back. The books learn of that as
/// of any other refund.
/// </summary>
internal sealed partial class ReturnPurchase(
    PaymentsDbContext db, PaymentProviders providers, TimeProvider time, ILogger<ReturnPurchase> logger)
{
    /// <returns>Whether the books were behind.</returns>
    public async Task<bool> RunAsync(SyncTask task, CancellationToken cancellationToken)
    {
        var provider = providers.Of(task.Provider);
        var ended = await provider.CancelAsync(task.ObjectId, atPeriodEnd: false, $"return:{task.ObjectId}", cancellationToken)
            ?? throw new InvalidOperationException($"Subscription {task.ObjectId}, which is to be given back, is not there.");
        foreach (var payment in ended.Payments)
        {
            await provider.RefundAsync(payment.Key, $"return:{payment.Key}", cancellationToken);
            LogReturned(logger, payment.Key, task.ObjectId);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.CompleteAsync(task, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return false;
    }

    [LoggerMessage(LogLevel.Warning, "Payment {PaymentKey} was given back: its organization had a subscription besides {SubscriptionId}")]
    private static partial void LogReturned(ILogger logger, string paymentKey, string subscriptionId);
}
