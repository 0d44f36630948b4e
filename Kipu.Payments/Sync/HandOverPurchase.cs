using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>Gives what was bought before there was an organization to the one that its code has made.</summary>
internal sealed partial class HandOverPurchase(
    IDbContextOutbox<PaymentsDbContext> outbox, TimeProvider time, ILogger<HandOverPurchase> logger)
{
    private readonly PaymentsDbContext _db = outbox.DbContext;

    /// <returns>Whether the books were behind.</returns>
    public async Task<bool> RunAsync(SyncTask task, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        var claim = await _db.CodeClaims.SingleAsync(c => c.CodeHash == task.ObjectId, cancellationToken);
        var code = await _db.Codes.SingleOrDefaultAsync(c => c.CodeHash == task.ObjectId, cancellationToken);
        code?.GiveTo(claim.OrganizationId);
        // A code is in our books before anybody else hears of it: one that isn't was sold elsewhere, and waiting won't bring it.
        if (code?.CheckoutId is { } checkoutId) await HandOverAsync(checkoutId, claim.OrganizationId, now, cancellationToken);
        else LogNothingBought(logger, claim.OrganizationId);

        await _db.CompleteAsync(task, now, cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return code is not null;
    }

    /// <remarks>Locks in the order of <see cref="FulfilCheckout"/>: checkout, then subscription.</remarks>
    private async Task HandOverAsync(Guid checkoutId, Guid organizationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var checkout = await _db.Checkouts.FromSql($"select * from checkouts where id = {checkoutId} for update")
            .SingleAsync(cancellationToken);
        checkout.GiveTo(organizationId);
        var subscription = await _db.Subscriptions.FromSql($"select * from subscriptions where checkout_id = {checkoutId} for update")
            .SingleAsync(cancellationToken);
        subscription.GiveTo(organizationId);
        var payments = await _db.Payments.Where(p => p.SubscriptionId == subscription.Id).ToListAsync(cancellationToken);
        payments.ForEach(payment => payment.GiveTo(organizationId));
        await outbox.PublishAsync(subscription.ToChange(now));
    }

    [LoggerMessage(LogLevel.Warning, "Organization {OrganizationId} was made from a code that was not bought here")]
    private static partial void LogNothingBought(ILogger logger, Guid organizationId);
}
