using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Kipu.ServiceDefaults;

/// <summary>Which field of a request the framework could not read: it tells a parameter in words, and a place in the body as a path.</summary>
internal static partial class UnreadableField
{
    /// <returns>The members to add to the problem; none where the whole request is at fault.</returns>
    public static Dictionary<string, object?> Of(BadHttpRequestException exception) =>
        NameOf(exception) is { } name
            ? new() { ["errors"] = new Dictionary<string, string[]> { [name] = ["The value is missing, or can't be read."] } }
            : [];

    private static string? NameOf(BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException { Path: ['$', '.', .. var path] }) return path;

        var match = Parameter().Match(exception.Message);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <remarks>Failed to bind parameter "Nullable&lt;DateTimeOffset&gt; from" from "yesterday". / Required parameter "Guid id" was not provided</remarks>
    [GeneratedRegex("^(Failed to bind|Required) parameter \"[^\"]* (?<name>\\w+)\"(?! from the request body| was not provided from body)")]
    private static partial Regex Parameter();
}
