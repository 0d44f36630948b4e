namespace Kipu.Tests;

public sealed class RepositoryTests
{
    [Fact]
    public void Contracts_depend_on_nothing_but_the_runtime()
    {
        var references = System.Reflection.Assembly.Load("Kipu.Contracts").GetReferencedAssemblies().Select(a => a.Name!);

        Assert.All(references, name => Assert.StartsWith("System", name, StringComparison.Ordinal));
    }
}
