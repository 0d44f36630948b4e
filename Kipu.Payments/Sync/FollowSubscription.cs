using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>Brings a subscription and its payments in step with the provider.</summary>
internal sealed partial class FollowSubscription(
    IDbContextOutbox<PaymentsDbContext> outbox, PaymentProviders providers, SubscriptionBooks books, OrganizationUse use, SyncSignal signal,
    TimeProvider time, ILogger<FollowSubscription> logger)
{
    private readonly PaymentsDbContext _db = outbox.DbContext;

    /// <returns>Whether the books were behind.</returns>
    public async Task<bool> RunAsync(SyncTask task, CancellationToken cancellationToken)
    {
        var snapshot = await providers.Of(task.Provider).GetSubscriptionAsync(task.ObjectId, cancellationToken);
        var fallsToFree = snapshot?.Status == SubscriptionStatus.Cancelled && await FitsFreeAsync(task, cancellationToken);
        var now = time.GetUtcNow();
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        var subscription = await _db.LockSubscriptionAsync(task.Provider, task.ObjectId, cancellationToken);

        var (raised, changed) = (false, false);
        if (snapshot is not null && subscription is not null)
            changed = await books.FollowAsync(subscription, snapshot, fallsToFree, now, cancellationToken);
        else raised = snapshot is not null && await _db.RaiseCheckoutOfAsync(task, snapshot, now, cancellationToken);
        if (subscription is null && !raised) LogUnknown(logger, task.ObjectId);

        await _db.CompleteAsync(task, now, cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        if (raised) signal.Set();
        return changed;
    }

    /// <summary>Asks what an organization uses before its subscription is locked: others are asked for it.</summary>
    private async Task<bool> FitsFreeAsync(SyncTask task, CancellationToken cancellationToken)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        var subscription = await _db.Subscriptions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Provider == task.Provider && s.ProviderSubscriptionId == task.ObjectId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return subscription is { OrganizationId: { } organizationId, Status: not SubscriptionStatus.Cancelled }
            && (await use.FindExcessAsync(organizationId, Plan.Free, cancellationToken)).Count == 0;
    }

    [LoggerMessage(LogLevel.Warning, "Subscription {SubscriptionId} belongs to no checkout of ours")]
    private static partial void LogUnknown(ILogger logger, string subscriptionId);
}
