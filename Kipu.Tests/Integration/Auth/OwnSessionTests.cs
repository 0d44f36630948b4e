using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class OwnSessionTests(KipuSystem kipu)
{
    [Fact]
    public async Task Sessions_are_listed_with_device_and_address_and_the_current_one_is_marked()
    {
        var tenant = await kipu.SignUpAsync();
        using var phone = kipu.CreateClient("gateway");
        phone.DefaultRequestHeaders.UserAgent.ParseAdd("KipuPhone/1.0");
        await (await phone.PostAsJsonAsync("/api/auth/login", new LoginRequest(tenant.Email, tenant.Password))).ReadAsync<SessionResponse>();

        var sessions = await SessionsAsync(tenant.Client);

        Assert.Equal(["KipuPhone/1.0", null], sessions.Select(s => s.UserAgent));
        Assert.Equal([false, true], sessions.Select(s => s.Current));
        Assert.All(sessions, s => Assert.True(IPAddress.IsLoopback(IPAddress.Parse(s.Address!))));
    }

    [Fact]
    public async Task Renewing_a_session_notes_when_and_a_revoked_one_is_not_renewed_nor_listed()
    {
        var tenant = await kipu.SignUpAsync();
        using var phone = kipu.CreateClient("gateway");
        var first = await (await phone.PostAsJsonAsync("/api/auth/login", new LoginRequest(tenant.Email, tenant.Password))).ReadAsync<SessionResponse>();
        var renewed = await (await phone.PostAsJsonAsync("/api/auth/refresh", new RefreshRequest(first.RefreshToken))).ReadAsync<SessionResponse>();
        var session = (await SessionsAsync(tenant.Client)).Single(s => !s.Current);
        Assert.True(session.LastUsedAt > session.CreatedAt);

        var revoked = await tenant.Client.DeleteAsync($"/api/auth/sessions/{session.Id}");
        var again = await tenant.Client.DeleteAsync($"/api/auth/sessions/{session.Id}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await again.ShouldBeProblemAsync(HttpStatusCode.NotFound, "session_not_found");
        var refused = await phone.PostAsJsonAsync("/api/auth/refresh", new RefreshRequest(renewed.RefreshToken));
        await refused.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        Assert.Single(await SessionsAsync(tenant.Client));
        Assert.Equal($"{session.Id}", Assert.Single(await tenant.ReadAuditAsync("?action=session_revoked")).Subject);
    }

    [Fact]
    public async Task A_colleagues_session_is_not_found()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var colleague = await tenant.JoinAsync();
        var theirs = Assert.Single(await SessionsAsync(colleague.Client));

        var answer = await tenant.Client.DeleteAsync($"/api/auth/sessions/{theirs.Id}");

        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "session_not_found");
    }

    private static async Task<IReadOnlyList<SessionInfo>> SessionsAsync(HttpClient client) =>
        (await (await client.GetAsync("/api/auth/sessions")).ReadAsync<Page<SessionInfo>>()).Items;
}
