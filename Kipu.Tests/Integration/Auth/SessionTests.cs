using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kipu.Tests;

public sealed class SessionTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_in_the_same_words()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");

        var wrong = await (await LogInAsync(client, tenant.Email, "not the password")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        var unknown = await (await LogInAsync(client, Some.Email(), "not the password")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");

        Assert.Equal(wrong.GetProperty("detail").GetString(), unknown.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Repeated_failures_are_held_up_whether_or_not_there_is_such_an_account(bool exists)
    {
        var tenant = await kipu.SignUpAsync();
        var email = exists ? tenant.Email : Some.Email();
        using var client = kipu.CreateClient("gateway");

        var answers = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => LogInAsync(client, email, "not the password")));
        var right = await LogInAsync(client, email, tenant.Password);

        Assert.Equal(10, answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized));
        await right.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_login_that_succeeds_forgets_the_failures_before_it()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 9; i++) await LogInAsync(client, tenant.Email, "not the password");
            Assert.Equal(HttpStatusCode.OK, (await LogInAsync(client, tenant.Email.ToUpperInvariant(), tenant.Password)).StatusCode);
        }
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_used_twice_it_ends_its_session()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");
        var first = await (await LogInAsync(client, tenant.Email, tenant.Password)).ReadAsync<SessionResponse>();
        var second = await (await RefreshAsync(client, first.RefreshToken)).ReadAsync<SessionResponse>();
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);

        var reused = await RefreshAsync(client, first.RefreshToken);

        await reused.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "refresh_token_reused");
        await (await RefreshAsync(client, second.RefreshToken)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task Of_ten_uses_of_one_refresh_token_at_once_at_most_one_is_served()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");
        var session = await (await LogInAsync(client, tenant.Email, tenant.Password)).ReadAsync<SessionResponse>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RefreshAsync(client, session.RefreshToken)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_session_of_the_same_user_outlives_a_theft()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");
        var stolen = await (await LogInAsync(client, tenant.Email, tenant.Password)).ReadAsync<SessionResponse>();
        var other = await (await LogInAsync(client, tenant.Email, tenant.Password)).ReadAsync<SessionResponse>();
        await RefreshAsync(client, stolen.RefreshToken);

        await RefreshAsync(client, stolen.RefreshToken);

        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(client, other.RefreshToken)).StatusCode);
    }

    [Fact]
    public async Task After_logout_the_refresh_token_is_of_no_use()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");
        var session = await (await LogInAsync(client, tenant.Email, tenant.Password)).ReadAsync<SessionResponse>();

        var logout = await client.PostAsJsonAsync("/api/auth/logout", new RefreshRequest(session.RefreshToken));

        Assert.Equal(HttpStatusCode.NoContent, logout.StatusCode);
        await (await RefreshAsync(client, session.RefreshToken)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task Logging_out_by_the_bearer_token_ends_its_session_too()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");
        var session = await (await LogInAsync(client, tenant.Email, tenant.Password)).ReadAsync<SessionResponse>();
        using var logout = new HttpRequestMessage(HttpMethod.Post, "/api/auth/logout") { Headers = { Authorization = new("Bearer", session.AccessToken) } };

        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(logout)).StatusCode);

        await (await RefreshAsync(client, session.RefreshToken)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_browser_gets_its_refresh_token_as_a_cookie_that_scripts_cannot_read_and_not_in_the_json()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");

        var (answer, cookie) = await BrowserAsync(client, "/api/auth/login", new LoginRequest(tenant.Email, tenant.Password), cookie: null);

        Assert.False(answer.TryGetProperty("refreshToken", out _));
        foreach (var attribute in new[] { "httponly", "samesite=strict", "path=/api/auth" }) Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);

        var (renewed, next) = await BrowserAsync(client, "/api/auth/refresh", new RefreshRequest(null), cookie);
        Assert.False(renewed.TryGetProperty("refreshToken", out _));
        Assert.NotEqual(cookie, next);
    }

    [Fact]
    public async Task The_cookie_alone_renews_nothing_since_another_sites_page_could_send_it()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");
        var (_, cookie) = await BrowserAsync(client, "/api/auth/login", new LoginRequest(tenant.Email, tenant.Password), cookie: null);
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/api/auth/refresh") { Headers = { { "Cookie", cookie.Split(';')[0] } } };

        var answer = await client.SendAsync(forged);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
    }

    [Fact]
    public async Task Me_tells_who_one_is_and_takes_a_new_name_and_language()
    {
        var tenant = await kipu.SignUpAsync();

        await tenant.Client.PatchAsJsonAsync("/api/auth/me", new UpdateMeRequest("Ana María", "es"));

        var me = await (await tenant.Client.GetAsync("/api/auth/me")).ReadAsync<MeResponse>();
        Assert.Equal((tenant.UserId, "Ana María", "es"), (me.User.Id, me.User.Name, me.User.Locale));
        Assert.Equal((tenant.OrganizationId, 1, 1), (me.Organization.Id, me.Limits.MaxUsers, me.Usage.Users));
    }

    [Fact]
    public async Task Me_needs_a_user_and_a_code_with_a_users_id_is_none()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");
        client.DefaultRequestHeaders.Add("x-organization-code", tenant.Code);
        client.DefaultRequestHeaders.Add("x-user-id", tenant.UserId.ToString());

        var answer = await client.GetAsync("/api/auth/me");

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "user_required");
    }

    [Theory]
    [InlineData("not a token")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJpc3MiOiJraXB1IiwiYXVkIjoia2lwdSJ9.")]
    public async Task A_token_that_is_not_ours_is_refused_as_invalid_token(string token)
    {
        using var client = kipu.CreateClient("gateway");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        await (await client.GetAsync("/api/auth/me")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_token");
    }

    private static Task<HttpResponseMessage> LogInAsync(HttpClient client, string email, string password) =>
        client.PostAsJsonAsync("/api/auth/login", new LoginRequest(email, password));

    private static Task<HttpResponseMessage> RefreshAsync(HttpClient client, string? token) =>
        client.PostAsJsonAsync("/api/auth/refresh", new RefreshRequest(token));

    private static async Task<(JsonElement Answer, string Cookie)> BrowserAsync<T>(HttpClient client, string path, T body, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "x-kipu-client", "browser" } } };
        if (cookie is not null) request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var response = await client.SendAsync(request);
        return (await response.ReadAsync<JsonElement>(), response.Headers.GetValues("Set-Cookie").Single());
    }
}
