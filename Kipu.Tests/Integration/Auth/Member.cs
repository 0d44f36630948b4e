using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Tests;

/// <summary>A user of an organization under test, and a client that speaks as them alone.</summary>
public sealed record Member(Guid Id, string Email, string RefreshToken, HttpClient Client);

public sealed partial class TestTenant
{
    /// <summary>Somebody who joins by the organization's code, and gets a role then. The plan must have room.</summary>
    public async Task<Member> JoinAsync(Role role = Role.User)
    {
        using var gateway = Kipu.CreateClient("gateway");
        var request = new SignUpRequest(Some.Email(), Some.Password, Some.Name, OrganizationName: null, Code);
        var session = await (await gateway.PostAsJsonAsync("/api/auth/signup", request)).ReadAsync<SessionResponse>();
        if (role is not Role.User) await (await ChangeAsync(Client, session.User.Id, role)).ReadAsync<MemberInfo>();
        return MemberOf(session);
    }

    /// <summary>The user of a session, speaking through the gateway.</summary>
    public Member MemberOf(SessionResponse session)
    {
        var client = Kipu.CreateClient("gateway");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
        return new(session.User.Id, session.User.Email, session.RefreshToken!, client);
    }

    /// <summary>Lines of the organization's audit log, newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(string query = "") =>
        (await (await Client.GetAsync($"/api/organizations/current/audit{query}")).ReadAsync<Page<AuditEntry>>()).Items;

    public static Task<HttpResponseMessage> ChangeAsync(HttpClient client, Guid user, Role role) =>
        client.PatchAsJsonAsync($"/api/organizations/current/users/{user}", new ChangeMemberRequest(role));
}
