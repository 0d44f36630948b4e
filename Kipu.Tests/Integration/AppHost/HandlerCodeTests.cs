namespace Kipu.Tests;

public sealed class HandlerCodeTests
{
    [Fact]
    public async Task The_code_around_handlers_that_releases_are_built_with_is_what_the_handlers_ask_for()
    {
        var check = await KipuScript.RunAsync(
            new Dictionary<string, string> { ["KIPU_CONFIGURATION"] = Repository.Configuration }, "codegen", "--check");

        Assert.True(check.ExitCode == 0, $"{check.Output}{check.Error}");
    }
}
