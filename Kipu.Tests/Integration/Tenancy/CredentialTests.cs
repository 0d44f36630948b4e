using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Tests;

/// <summary>Who names the tenant, on a service that has to ask Auth for it.</summary>
public sealed class CredentialTests(KipuSystem kipu)
{
    private const string Path = "/api/recordings";

    [Fact]
    public async Task Without_code_and_token_the_code_is_asked_for()
    {
        await (await AskAsync()).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "organization_code_required");
    }

    [Theory]
    [InlineData("ZZZZZZZZZZ")]
    [InlineData("short")]
    public async Task A_code_that_is_not_known_is_refused(string code)
    {
        await (await AskAsync(code)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_organization_code");
    }

    [Fact]
    public async Task The_code_alone_names_the_organization_and_so_does_the_token_alone()
    {
        var tenant = await kipu.SignUpAsync();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(tenant.Code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(bearer: tenant.AccessToken)).StatusCode);
    }

    [Fact]
    public async Task A_code_and_a_token_of_different_organizations_are_refused_as_organization_mismatch()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());

        var answer = await AskAsync(first.Code, second.AccessToken);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "organization_mismatch");
    }

    [Fact]
    public async Task A_user_id_must_be_a_member_of_the_organization()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(first.Code, user: $"{first.UserId}")).StatusCode);
        await (await AskAsync(first.Code, user: $"{second.UserId}")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "organization_mismatch");
        await (await AskAsync(first.Code, user: "me")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task A_user_id_must_be_the_tokens()
    {
        var (first, second) = (await kipu.SignUpAsync(), await kipu.SignUpAsync());

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(bearer: first.AccessToken, user: $"{first.UserId}")).StatusCode);
        await (await AskAsync(bearer: first.AccessToken, user: $"{second.UserId}")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "organization_mismatch");
    }

    [Fact]
    public async Task An_owners_id_beside_the_code_does_not_give_the_owners_role()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("payments");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/payments/code/rotate") { Content = JsonContent.Create(new RotateCodeRequest(0)) };
        request.Headers.Add("x-organization-code", tenant.Code);
        request.Headers.Add("x-user-id", tenant.UserId.ToString());

        await (await client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_suspended_organization_reads_and_does_not_create()
    {
        var tenant = await kipu.SignUpAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(tenant.Code)).StatusCode);

        await kipu.SubscribeAsync(tenant, Plan.Starter, SubscriptionStatus.Suspended);

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(tenant.Code)).StatusCode);
        await KipuSystem.WaitUntilAsync(
            async () => (await AskAsync(tenant.Code, method: HttpMethod.Post)).StatusCode == HttpStatusCode.Forbidden, "the suspension has arrived");
        await (await AskAsync(tenant.Code, method: HttpMethod.Post)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "organization_suspended");
    }

    /// <summary>Five codes, and the middle one counts: a pause of the machine is no fault of the backplane.</summary>
    [Fact]
    public async Task A_revoked_code_is_refused_by_every_service_within_a_second_after_Auth_knows()
    {
        var tenant = await kipu.SignUpAsync();
        var times = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            var (code, issue) = await kipu.IssueCodeAsync(Plan.Starter, tenant.OrganizationId);
            foreach (var service in Services) await KipuSystem.WaitUntilAsync(async () => await KnowsAsync(service, code), $"{service} takes the code");

            var now = DateTimeOffset.UtcNow;
            await kipu.AnnounceAsync(new CodeRevoked(issue.CodeId, issue.CodeHash, tenant.OrganizationId, now, now), tenant.OrganizationId);
            await KipuSystem.WaitUntilAsync(async () => (await kipu.FindCodeAsync(code))?.ValidUntil is not null, "Auth has heard of the revocation");

            var late = await Task.WhenAll(Services.Select(service => Eventually.RefusedAsync(() => KnowsAsync(service, code))));
            times.Add(late.Max());
        }

        times.Sort();
        Assert.True(times[2] < TimeSpan.FromSeconds(1), $"was taken after {string.Join(", ", times)}");
    }

    private static IReadOnlyList<(string Name, string Path)> Services { get; } =
    [
        ("auth", "/api/organizations/current"), ("recordings", Path), ("storage", "/api/storage/usage"),
    ];

    private async Task<bool> KnowsAsync((string Name, string Path) service, string code)
    {
        using var client = kipu.CreateClient(service.Name);
        client.DefaultRequestHeaders.Add("x-organization-code", code);
        return (await client.GetAsync(service.Path)).StatusCode == HttpStatusCode.OK;
    }

    private async Task<HttpResponseMessage> AskAsync(string? code = null, string? bearer = null, string? user = null, HttpMethod? method = null)
    {
        using var client = kipu.CreateClient("recordings");
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, Path);
        if (method == HttpMethod.Post) request.Content = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json"));
        if (code is not null) request.Headers.Add("x-organization-code", code);
        if (bearer is not null) request.Headers.Authorization = new("Bearer", bearer);
        if (user is not null) request.Headers.Add("x-user-id", user);
        return await client.SendAsync(request);
    }
}
