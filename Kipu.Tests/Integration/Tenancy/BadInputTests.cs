using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kipu.Tests;

/// <summary>Sends what no client should to every operation. Each refusal is problem+json with a code, and none is our failure.</summary>
public sealed class BadInputTests(KipuSystem kipu)
{
    private static readonly string Huge = new('x', 100_000);

    private static readonly string[] OtherTypes =
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "application/octet-stream", "audio/webm"];

    private static readonly JsonNode?[] Values =
        [null, true, -1, 1e300, "", " ", "\u0000", Huge, "'; drop table users; --", new JsonArray(), new JsonObject { ["a"] = 1 }];

    private static readonly string[] Ids = ["x", "-1", "00000000-0000-0000-0000-000000000000", "..", "'", new('9', 2000)];

    private static readonly string[] Queries =
    [
        "", "x", "-1", "0", "1e99", "99999999999999999999", "a%00b", "%ff%fe", new('y', 4000), "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
        "%22%27%28%29%3A%2A%26%7C%21",
    ];

    [Fact]
    public async Task Bodies_that_are_no_proper_request_are_refused_with_a_code()
    {
        var tenant = await kipu.SignUpAsync();
        var failures = new List<string>();
        foreach (var operation in (await Operation.AllAsync(kipu)).Where(o => o.Method != HttpMethod.Get && o.Method != HttpMethod.Head))
        {
            using var client = tenant.CreateClient(operation.Service);
            foreach (var body in BodiesFor(operation))
            {
                using var request = new HttpRequestMessage(operation.Method, operation.With(Guid.NewGuid().ToString()))
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                };
                await CheckAsync(client, request, $"{operation.Name} with {Shown(body)}", failures);
            }
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public async Task Bodies_of_other_types_are_refused_with_a_code()
    {
        var tenant = await kipu.SignUpAsync();
        var failures = new List<string>();
        foreach (var operation in (await Operation.AllAsync(kipu)).Where(o => o.Method != HttpMethod.Get && o.Method != HttpMethod.Head))
        {
            using var client = tenant.CreateClient(operation.Service);
            foreach (var type in OtherTypes)
            {
                using var request = new HttpRequestMessage(operation.Method, operation.With(Guid.NewGuid().ToString()));
                request.Content = new ByteArrayContent("nonsense"u8.ToArray());
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                await CheckAsync(client, request, $"{operation.Name} with {type}", failures);
            }
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public async Task Addresses_and_queries_that_make_no_sense_are_refused_with_a_code()
    {
        var tenant = await kipu.SignUpAsync();
        var failures = new List<string>();
        foreach (var operation in await Operation.AllAsync(kipu))
        {
            using var client = tenant.CreateClient(operation.Service);
            foreach (var address in AddressesFor(operation))
            {
                using var request = new HttpRequestMessage(operation.Method, address);
                await CheckAsync(client, request, $"{operation.Method} {Shown(address)}", failures);
            }
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public async Task Another_organizations_ids_are_not_found_by_any_operation_that_reads()
    {
        var (owner, stranger) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        using var response = await owner.Client.PostAsync("/api/recordings", new StringContent("{}", Encoding.UTF8, "application/json"));
        var recording = await response.ReadAsync<RecordingSummary>();
        var failures = new List<string>();
        foreach (var operation in (await Operation.AllAsync(kipu)).Where(o => o.Method == HttpMethod.Get && o.HasParameter))
        {
            using var client = stranger.CreateClient(operation.Service);
            foreach (var id in new[] { recording.Id, owner.OrganizationId, owner.UserId })
            {
                using var request = new HttpRequestMessage(operation.Method, operation.With(id.ToString()));
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                // Chunks of an id that nobody has used are simply none: the same answer as for one of another organization.
                if (!answer.IsSuccessStatusCode || operation.Path == "/api/chunks/{recordingId}") continue;
                failures.Add($"{operation.Name} answered {(int)answer.StatusCode} for {id}");
            }
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    private static IEnumerable<string> BodiesFor(Operation operation)
    {
        yield return "";
        yield return "{}";
        yield return "null";
        yield return "[]";
        yield return "\"text\"";
        yield return "{\"a\":";
        yield return "\u0000";
        yield return $"{{\"{Huge}\":1}}";
        yield return string.Concat(Enumerable.Repeat("[", 5000));
        foreach (var field in operation.BodyFields ?? [])
        {
            foreach (var value in Values)
            {
                yield return new JsonObject { [field] = value?.DeepClone() }.ToJsonString();
            }
        }

        // All fields at once, so that the checks of each don't hide behind the absence of the others.
        foreach (var value in new JsonNode[] { Huge, "a\u0000b", "ABC234XYZ9", 999999999999999999L })
        {
            var fields = (operation.BodyFields ?? []).Select(f => KeyValuePair.Create(f, (JsonNode?)value.DeepClone()));
            yield return new JsonObject(fields).ToJsonString();
        }
    }

    private static IEnumerable<string> AddressesFor(Operation operation)
    {
        var path = operation.With(Guid.NewGuid().ToString());
        if (operation.HasParameter)
        {
            foreach (var id in Ids) yield return operation.With(id);
        }

        foreach (var name in operation.QueryParameters)
        {
            foreach (var value in Queries)
            {
                yield return $"{path}?{name}={value}";
            }
        }
    }

    private static async Task CheckAsync(HttpClient client, HttpRequestMessage request, string what, List<string> failures)
    {
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if ((int)response.StatusCode < 400) return;

        var body = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode >= 500) failures.Add($"{what}: {(int)response.StatusCode} {body}");
        // The answer to HEAD has no body to look at.
        else if (request.Method != HttpMethod.Head && !IsProblem(response, body)) failures.Add($"{what}: {(int)response.StatusCode} without a code: {body}");
    }

    private static bool IsProblem(HttpResponseMessage response, string body) =>
        response.Content.Headers.ContentType?.MediaType == "application/problem+json" && HasCode(body);

    private static bool HasCode(string body) => body.Length > 0 &&
        JsonElement.Parse(body).TryGetProperty("code", out var code) && code.GetString() is { Length: > 0 };

    private static string Shown(string text) => text.Length <= 80 ? text : $"{text[..80]}… ({text.Length})";
}
