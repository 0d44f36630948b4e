using CsCheck;
using Kipu.Auth;

namespace Kipu.Tests;

public sealed class OrganizationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Plan_and_status_do_not_depend_on_the_order_in_which_news_of_subscriptions_arrive()
    {
        var organizationId = Guid.NewGuid();
        Guid[] subscriptions = [Guid.NewGuid(), Guid.NewGuid()];
        var message = Gen.Select(Gen.Int[0, 1], Gen.Enum<Plan>(), Gen.Enum<SubscriptionStatus>(), (subscription, plan, status) => (subscription, plan, status));

        Gen.Select(message.Array[1, 8], Gen.Int).Sample((news, seed) =>
        {
            var sent = news.Select((n, at) => new SubscriptionChanged(
                subscriptions[n.subscription], organizationId, n.plan, n.status, Start, false, Start.AddMinutes(at))).ToArray();
            var shuffled = sent.Concat(sent).ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(Followed(organizationId, sent), Followed(organizationId, shuffled));
        });
    }

    [Fact]
    public void An_ended_subscription_does_not_suspend_an_organization_that_has_a_newer_one()
    {
        var (old, current, organizationId) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        var (plan, status) = Followed(
            organizationId,
            [
                new(old, organizationId, Plan.Starter, SubscriptionStatus.Active, Start, false, Start),
                new(current, organizationId, Plan.Professional, SubscriptionStatus.Active, Start, false, Start.AddMinutes(1)),
                new(old, organizationId, Plan.Starter, SubscriptionStatus.Cancelled, Start, false, Start.AddMinutes(2)),
            ]);

        Assert.Equal((Plan.Professional, OrganizationStatus.Active), (plan, status));
    }

    [Fact]
    public void An_earlier_measurement_does_not_replace_a_later_one()
    {
        var organization = Organization.Trial("Acme", "es", Start);

        organization.Store(200, Start.AddMinutes(2));
        organization.Store(100, Start.AddMinutes(1));

        Assert.Equal(200, organization.StorageBytes);
    }

    private static (Plan Plan, OrganizationStatus Status) Followed(Guid organizationId, IEnumerable<SubscriptionChanged> news)
    {
        var organization = Organization.Trial("Acme", "es", Start);
        var known = new Dictionary<Guid, Subscription>();
        foreach (var message in news)
        {
            if (!known.TryGetValue(message.SubscriptionId, out var subscription))
            {
                known[message.SubscriptionId] = subscription = new() { Id = message.SubscriptionId, OrganizationId = organizationId };
            }

            if (subscription.TryFollow(message)) organization.Follow(known.Values);
        }

        return (organization.Plan, organization.Status);
    }
}
