namespace Kipu.Tests;

public sealed class ConsoleContractTests(KipuSystem kipu)
{
    [Fact]
    public async Task The_console_is_compiled_against_the_contract_that_the_services_publish()
    {
        var gateway = await kipu.GetEndpointAsync("gateway");

        await NodeClient.RunAsync("Kipu.Web", "node", ["scripts/openapi.mjs", $"{gateway}", "--check"]);
    }
}
