namespace Kipu.Tests;

public sealed class GeminiNodeClientTests
{
    [Fact]
    public async Task The_official_node_client_works_unmodified_against_the_simulator_in_both_of_its_versions()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();

        await NodeClient.TestAsync("genai.test.mjs", new() { ["GEMINI_SIMULATOR"] = gemini.Address });
    }
}
