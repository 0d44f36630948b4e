namespace Kipu.Tests;

public sealed class StripeNodeClientTests
{
    [Theory]
    [InlineData("stripe.test.mjs")]
    [InlineData("stripe-billing.test.mjs")]
    [InlineData("stripe-faults.test.mjs")]
    public async Task The_official_node_client_works_unmodified_against_the_simulator(string file)
    {
        await using var stripe = await StripeSimulatorHost.StartAsync();

        await NodeClient.TestAsync(file, new() { ["STRIPE_SIMULATOR"] = stripe.Address });
    }
}
