namespace Kipu.Tests;

public sealed class StripeNodeClientTests
{
    [Fact]
    public async Task The_official_node_client_works_unmodified_against_the_simulator()
    {
        await using var stripe = await StripeSimulatorHost.StartAsync();

        await NodeClient.TestAsync("stripe.test.mjs", new() { ["STRIPE_SIMULATOR"] = stripe.Address });
    }
}
