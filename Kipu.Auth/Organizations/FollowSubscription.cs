using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Gives an organization the plan and status that its subscriptions say, in whatever order their news arrive.</summary>
public static class FollowSubscriptionHandler
{
    public static async Task<TenantChanged?> HandleAsync(SubscriptionChanged message, AuthDbContext db, CancellationToken cancellationToken)
    {
        // Bought before there was an organization: its code carries the plan until one is made from it.
        if (message.OrganizationId is not { } organizationId) return null;

        var organization = await db.Organizations.SingleAsync(o => o.Id == organizationId, cancellationToken);
        var subscriptions = await db.Subscriptions.Where(s => s.OrganizationId == organizationId).ToListAsync(cancellationToken);
        var subscription = subscriptions.Find(s => s.Id == message.SubscriptionId);
        if (subscription is null)
        {
            subscription = new() { Id = message.SubscriptionId, OrganizationId = organizationId };
            subscriptions.Add(subscription);
            db.Subscriptions.Add(subscription);
        }

        if (!subscription.TryFollow(message)) return null;
        organization.Follow(subscriptions);
        return new(organizationId, []);
    }
}
