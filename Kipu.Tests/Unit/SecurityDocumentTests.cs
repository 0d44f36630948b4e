using System.Reflection;
using System.Text.RegularExpressions;

namespace Kipu.Tests;

public sealed partial class SecurityDocumentTests
{
    [Fact]
    public void Every_test_that_the_table_of_threats_names_exists()
    {
        var named = TestName().Matches(File.ReadAllText(Repository.PathOf("docs", "security.md"))).Select(match => match.Groups[1].Value).ToList();
        var existing = typeof(SecurityDocumentTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Select(method => method.Name)
            .ToHashSet();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(existing));
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+){2,})`")]
    private static partial Regex TestName();
}
