using System.Net;
using System.Text.Json;

namespace Kipu.Tests;

public sealed class GatewayTests(KipuSystem kipu)
{
    [Theory]
    [InlineData("/internal/organizations/018f0000-0000-7000-8000-000000000000")]
    [InlineData("/api/auth/../../internal/codes/x")]
    [InlineData("/api/auth/%2e%2e/%2e%2e/internal/codes/x")]
    [InlineData("/api/auth/..%2f..%2finternal/codes/x")]
    [InlineData("//internal/codes/x")]
    public async Task No_address_leads_to_an_internal_route(string address)
    {
        var endpoint = await kipu.GetEndpointAsync("gateway");
        using var client = new HttpClient { BaseAddress = endpoint };
        client.DefaultRequestHeaders.Add("x-kipu-internal-token", await kipu.GetParameterAsync("internal-token"));
        var asItIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}{address}", asItIs));

        using var response = await client.SendAsync(request);

        Assert.DoesNotContain("organizationId", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // What is no address of the API is one of the console's.
        Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest || IsPage(response), $"{(int)response.StatusCode}");
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/assets/nothing.js")]
    public async Task What_is_not_there_is_a_problem_and_not_the_consoles_page(string address)
    {
        using var client = kipu.CreateClient("gateway");

        await (await client.GetAsync(address)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/recordings/some-id")]
    [InlineData("/docs/")]
    [InlineData("/api/auth/me")]
    public async Task Every_answer_tells_browsers_what_the_page_may_do(string address)
    {
        using var client = kipu.CreateClient("gateway");

        using var response = await client.GetAsync(address);

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Contains("microphone=(self)", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Another_sites_page_may_not_call_the_api_unless_it_is_configured()
    {
        using var client = kipu.CreateClient("gateway");
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/auth/login");
        preflight.Headers.Add("Origin", "https://elsewhere.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await client.SendAsync(preflight);

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_merged_description_holds_every_operation_of_every_service_and_every_reference_leads_somewhere()
    {
        using var client = kipu.CreateClient("gateway");
        var operations = await Operation.AllAsync(kipu);

        var document = await (await client.GetAsync("/openapi/v1.json")).ReadAsync<JsonElement>();

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (var operation in operations)
        {
            var method = operation.Method.Method.ToLowerInvariant();
            Assert.True(document.GetProperty("paths").TryGetProperty(operation.Path, out var path) && path.TryGetProperty(method, out _), operation.Name);
        }

        foreach (var reference in ReferencesIn(document))
        {
            var target = reference.Split('/').Skip(1).Aggregate(
                (JsonElement?)document, (at, name) => at is { } node && node.TryGetProperty(name, out var next) ? next : null);
            Assert.True(target is not null, reference);
        }
    }

    [Fact]
    public async Task The_reference_at_docs_needs_nothing_from_other_servers()
    {
        using var client = kipu.CreateClient("gateway");

        var page = await client.GetStringAsync("/docs/");

        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains("scalar", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/docs/scalar.js")).StatusCode);
    }

    [Fact]
    public async Task A_body_of_fifty_megabytes_is_streamed_to_the_service_that_takes_uploads()
    {
        var tenant = await kipu.SignUpAsync();
        using var body = new StreamContent(new MemoryStream(Some.Audio(50_000_000)));
        body.Headers.TryAddWithoutValidation("Content-Type", "audio/webm");

        using var response = await tenant.Client.PostAsync("/api/upload", body);

        // Random bytes are no audio, which only Storage can find out; the gateway's own limit would answer 413.
        Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task A_forged_internal_organization_does_not_reach_a_service()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/organizations/current");
        request.Headers.Add("x-kipu-internal-token", await kipu.GetParameterAsync("internal-token"));
        request.Headers.Add("x-kipu-organization-id", first.OrganizationId.ToString());

        var current = await (await second.Client.SendAsync(request)).ReadAsync<OrganizationDetails>();

        Assert.Equal(second.OrganizationId, current.Id);
    }

    private static bool IsPage(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == "text/html";

    private static IEnumerable<string> ReferencesIn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p =>
            p.Name == "$ref" && p.Value.ValueKind == JsonValueKind.String ? [p.Value.GetString()!] : ReferencesIn(p.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(ReferencesIn),
        _ => [],
    };
}
