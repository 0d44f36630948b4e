using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

/// <summary>Sign-in at an organization's own provider, played by OpenIddict's server; the test is the browser between the two.</summary>
public sealed class SingleSignOnTests(KipuSystem kipu)
{
    private const string Settings = "/api/organizations/current/sso";

    [Fact]
    public async Task Who_signs_in_at_the_organizations_provider_becomes_its_member_and_is_the_same_one_next_time()
    {
        await using var provider = await OidcServer.StartAsync();
        var (tenant, domain) = await SetUpAsync(provider);
        provider.Email = $"ana@{domain}";

        var first = await SignInAsync(provider);
        var again = await SignInAsync(provider);

        Assert.Equal((provider.Email, Role.User, tenant.OrganizationId), (first!.User.Email, first.User.Role, first.Organization.Id));
        Assert.Equal(first.User.Id, again!.User.Id);
        var audit = (await tenant.ReadAuditAsync()).Select(line => line.Action).ToList();
        foreach (var action in new[] { "sso_configured", "domain_verified", "user_joined" }) Assert.Contains(action, audit);
    }

    [Fact]
    public async Task A_provider_is_for_ENTERPRISE_and_for_its_owner()
    {
        await using var provider = await OidcServer.StartAsync();
        var tenant = await kipu.SignUpAsync();

        await (await PutAsync(tenant, provider, Domain())).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "plan_required");
    }

    [Fact]
    public async Task A_domain_counts_only_when_its_DNS_says_so_and_for_one_organization()
    {
        await using var provider = await OidcServer.StartAsync();
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Enterprise);
        var (_, taken) = await SetUpAsync(provider);
        var put = await (await PutAsync(tenant, provider, taken)).ReadAsync<SingleSignOnInfo>();

        await (await tenant.Client.PostAsync($"{Settings}/domains/{taken}/verify", content: null)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "domain_not_verified");
        Nameserver.SetText(taken, put.Domains.Single().TxtRecord);
        await (await tenant.Client.PostAsync($"{Settings}/domains/{taken}/verify", content: null)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "domain_taken");
        using var client = kipu.CreateClient("gateway");
        await (await client.PostAsJsonAsync("/api/auth/sso/start", new StartSingleSignOnRequest($"ana@{Domain()}"))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "no_single_sign_on");
    }

    [Theory]
    [InlineData("other domain")]
    [InlineData("unverified address")]
    public async Task A_provider_vouches_for_nobody_outside_its_domains_and_for_no_unverified_address(string what)
    {
        await using var provider = await OidcServer.StartAsync();
        var (_, domain) = await SetUpAsync(provider);
        var somebody = await kipu.SignUpAsync();
        provider.Email = what == "other domain" ? somebody.Email : $"ana@{domain}";
        provider.EmailVerified = what != "unverified address";

        Assert.Null(await SignInAsync(provider, startAs: $"ana@{domain}"));
    }

    [Fact]
    public async Task The_state_is_bound_to_the_browser_that_began_and_is_used_once()
    {
        await using var provider = await OidcServer.StartAsync();
        var (_, domain) = await SetUpAsync(provider);
        provider.Email = $"ana@{domain}";
        var (callback, cookie) = await BeginAsync(provider.Email);

        var other = await ReturnAsync(callback, cookie: null);
        var late = await ReturnAsync(callback, cookie);

        Assert.EndsWith("/?sso_error=sso_expired", other.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("/?sso_error=sso_expired", late.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://169.254.169.254/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("http://example.com/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("not an address")]
    public async Task An_issuer_inside_a_network_or_without_https_is_refused(string issuer)
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Enterprise);

        // The plan has arrived in Auth; the cache that requests are judged by follows within a second.
        HttpResponseMessage answer = null!;
        await KipuSystem.WaitUntilAsync(
            async () => (answer = await tenant.Client.PutAsJsonAsync(Settings, new PutSingleSignOnRequest(issuer, "kipu", "secret", [Domain()])))
                .StatusCode is not HttpStatusCode.Forbidden,
            "the plan is known");

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_issuer");
    }

    [Fact]
    public async Task Of_settings_that_are_saved_at_once_each_is_whole_and_the_last_one_stays()
    {
        await using var provider = await OidcServer.StartAsync();
        var (tenant, _) = await SetUpAsync(provider);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.Client.DeleteAsync(Settings)).StatusCode);
        string[] domains = [Domain(), Domain(), Domain()];

        var answers = await Task.WhenAll(domains.Select(domain => PutAsync(tenant, provider, domain)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var left = await (await tenant.Client.GetAsync(Settings)).ReadAsync<SingleSignOnInfo>();
        Assert.Contains(Assert.Single(left.Domains).Domain, domains);
    }

    private static string Domain() => $"d{Guid.NewGuid():N}.example";

    private static Task<HttpResponseMessage> PutAsync(TestTenant tenant, OidcServer provider, string domain) => tenant.Client.PutAsJsonAsync(
        Settings, new PutSingleSignOnRequest(provider.Issuer, OidcServer.ClientId, OidcServer.ClientSecret, [domain]));

    private async Task<(TestTenant Tenant, string Domain)> SetUpAsync(OidcServer provider)
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Enterprise);
        var domain = Domain();
        // The plan has arrived in Auth; the cache that requests are judged by follows within a second.
        HttpResponseMessage put = null!;
        await KipuSystem.WaitUntilAsync(async () => (put = await PutAsync(tenant, provider, domain)).IsSuccessStatusCode, "plan and provider answer");
        Nameserver.SetText(domain, (await put.ReadAsync<SingleSignOnInfo>()).Domains.Single().TxtRecord);
        var verified = await tenant.Client.PostAsync($"{Settings}/domains/{domain}/verify", content: null);
        Assert.True((await verified.ReadAsync<EmailDomainInfo>()).Verified);
        return (tenant, domain);
    }

    /// <summary>A browser's whole way; null when it ends without a session.</summary>
    private async Task<SessionResponse?> SignInAsync(OidcServer provider, string? startAs = null)
    {
        var (callback, cookie) = await BeginAsync(startAs ?? provider.Email);
        var end = await ReturnAsync(callback, cookie);
        Assert.Equal(HttpStatusCode.Redirect, end.StatusCode);
        if (end.Headers.Location!.ToString().Contains("sso_error", StringComparison.Ordinal)) return null;

        var refresh = end.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("kipu_refresh=", StringComparison.Ordinal)).Split(';')[0];
        using var client = kipu.CreateClient("gateway");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/refresh") { Content = JsonContent.Create(new RefreshRequest(null)) };
        request.Headers.Add("x-kipu-client", "browser");
        request.Headers.Add("Cookie", refresh);
        return await (await client.SendAsync(request)).ReadAsync<SessionResponse>();
    }

    /// <summary>From our sign-in to the provider and as far as it sends the browser back.</summary>
    private async Task<(string Callback, string Cookie)> BeginAsync(string email)
    {
        using var client = kipu.CreateClient("gateway");
        using var start = await client.PostAsJsonAsync("/api/auth/sso/start", new StartSingleSignOnRequest(email));
        var url = (await start.ReadAsync<StartSingleSignOnResponse>()).Url;
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var sent = await provider.GetAsync(new Uri(url));
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        return (sent.Headers.Location!.PathAndQuery, start.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private async Task<HttpResponseMessage> ReturnAsync(string callback, string? cookie)
    {
        using var client = kipu.CreateClient("gateway");
        using var request = new HttpRequestMessage(HttpMethod.Get, callback);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request);
    }
}
