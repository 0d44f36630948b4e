using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class InvitationTests(KipuSystem kipu)
{
    private const string Invitations = "/api/organizations/current/invitations";

    [Fact]
    public async Task Who_was_invited_joins_with_the_role_a_verified_address_and_a_session_and_the_link_works_once()
    {
        var tenant = await TeamAsync();
        var email = Some.Email();
        using var anonymous = kipu.CreateClient("gateway");
        var invitation = await InviteAsync(tenant, email, Role.Admin);
        var mail = await kipu.ReadMailAsync(email, "invitacion");

        var session = await (await AcceptAsync(anonymous, mail.Token)).ReadAsync<SessionResponse>();
        var again = await AcceptAsync(anonymous, mail.Token);

        Assert.Equal((email, Role.Admin, true, tenant.OrganizationId), (session.User.Email, session.User.Role, session.User.EmailVerified, session.Organization.Id));
        Assert.Equal((tenant.UserId, Role.Admin), (invitation.InvitedBy, invitation.Role));
        await again.ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_invitation");
        Assert.Empty(await PendingAsync(tenant));
        Assert.Equal(email, (await tenant.ReadAuditAsync("?action=user_joined"))[0].Subject);
        Assert.Single(await tenant.ReadAuditAsync("?action=invitation_sent"));
    }

    [Fact]
    public async Task Sending_an_invitation_again_replaces_its_link()
    {
        var tenant = await TeamAsync();
        var email = Some.Email();
        using var anonymous = kipu.CreateClient("gateway");
        var invitation = await InviteAsync(tenant, email);
        await kipu.ReadMailAsync(email, "invitacion");

        var resent = await (await tenant.Client.PostAsync($"{Invitations}/{invitation.Id}/resend", null)).ReadAsync<InvitationInfo>();

        var mails = await kipu.ReadMailsAsync(email, "invitacion", count: 2);
        Assert.True(resent.ExpiresAt > invitation.ExpiresAt);
        await (await AcceptAsync(anonymous, mails[0].Token)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_invitation");
        Assert.Equal(HttpStatusCode.Created, (await AcceptAsync(anonymous, mails[1].Token)).StatusCode);
    }

    [Fact]
    public async Task A_revoked_invitation_is_of_no_use()
    {
        var tenant = await TeamAsync();
        var email = Some.Email();
        var invitation = await InviteAsync(tenant, email);
        var mail = await kipu.ReadMailAsync(email, "invitacion");

        var revoked = await tenant.Client.DeleteAsync($"{Invitations}/{invitation.Id}");

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        using var anonymous = kipu.CreateClient("gateway");
        await (await AcceptAsync(anonymous, mail.Token)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_invitation");
        await (await tenant.Client.PostAsync($"{Invitations}/{invitation.Id}/resend", null)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "invitation_not_found");
        await (await tenant.Client.DeleteAsync($"{Invitations}/{invitation.Id}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "invitation_not_found");
    }

    [Fact]
    public async Task An_invitation_expires()
    {
        var tenant = await TeamAsync();
        var email = Some.Email();
        var invitation = await InviteAsync(tenant, email);
        var mail = await kipu.ReadMailAsync(email, "invitacion");
        await using var owner = await kipu.OpenAsOwnerAsync("authdb");
        await using var age = owner.CreateCommand("update invitations set expires_at = expires_at - interval '7 days 1 second' where id = $1");
        age.Parameters.AddWithValue(invitation.Id);
        Assert.Equal(1, await age.ExecuteNonQueryAsync());
        using var anonymous = kipu.CreateClient("gateway");

        await (await AcceptAsync(anonymous, mail.Token)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_invitation");
    }

    [Fact]
    public async Task An_invitation_waits_for_a_seat()
    {
        var tenant = await kipu.SignUpAsync();
        var email = Some.Email();
        await InviteAsync(tenant, email);
        var mail = await kipu.ReadMailAsync(email, "invitacion");
        using var anonymous = kipu.CreateClient("gateway");
        await (await AcceptAsync(anonymous, mail.Token)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");

        await kipu.SubscribeAsync(tenant, Plan.Starter);

        Assert.Equal(HttpStatusCode.Created, (await AcceptAsync(anonymous, mail.Token)).StatusCode);
    }

    [Fact]
    public async Task Of_ten_who_accept_one_invitation_at_once_one_joins()
    {
        var tenant = await TeamAsync();
        var email = Some.Email();
        await InviteAsync(tenant, email);
        var mail = await kipu.ReadMailAsync(email, "invitacion");
        using var anonymous = kipu.CreateClient("gateway");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AcceptAsync(anonymous, mail.Token)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        foreach (var other in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) await other.ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_invitation");
    }

    [Fact]
    public async Task An_address_is_invited_once_and_a_member_not_at_all()
    {
        var tenant = await TeamAsync();
        var email = Some.Email();
        await InviteAsync(tenant, email);

        var again = await tenant.Client.PostAsJsonAsync(Invitations, new InviteRequest(email.ToUpperInvariant()));
        var member = await tenant.Client.PostAsJsonAsync(Invitations, new InviteRequest(tenant.Email));

        await again.ShouldBeProblemAsync(HttpStatusCode.Conflict, "already_invited");
        await member.ShouldBeProblemAsync(HttpStatusCode.Conflict, "already_member");
        Assert.Single(await kipu.ReadMailsAsync(email, "invitacion"));
    }

    [Fact]
    public async Task An_ADMIN_invites_no_OWNER_and_revokes_no_owners_invitation()
    {
        var tenant = await TeamAsync();
        var admin = await tenant.JoinAsync(Role.Admin);
        var invitation = await InviteAsync(tenant, Some.Email(), Role.Owner);

        HttpResponseMessage[] answers =
        [
            await admin.Client.PostAsJsonAsync(Invitations, new InviteRequest(Some.Email(), Role.Owner)),
            await admin.Client.PostAsync($"{Invitations}/{invitation.Id}/resend", null),
            await admin.Client.DeleteAsync($"{Invitations}/{invitation.Id}"),
        ];

        foreach (var answer in answers) await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Who_has_an_account_elsewhere_is_refused_as_email_taken_and_takes_no_seat()
    {
        var (tenant, other) = (await TeamAsync(), await kipu.SignUpAsync());
        await InviteAsync(tenant, other.Email);
        var mail = await kipu.ReadMailAsync(other.Email, "invitacion");
        using var anonymous = kipu.CreateClient("gateway");

        await (await AcceptAsync(anonymous, mail.Token)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "email_taken");

        Assert.Equal(1, (await (await tenant.Client.GetAsync("/api/organizations/current")).ReadAsync<OrganizationDetails>()).Usage.Users);
        Assert.Single(await PendingAsync(tenant));
    }

    private async Task<TestTenant> TeamAsync()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        return tenant;
    }

    private static async Task<InvitationInfo> InviteAsync(TestTenant tenant, string email, Role role = Role.User) =>
        await (await tenant.Client.PostAsJsonAsync(Invitations, new InviteRequest(email, role))).ReadAsync<InvitationInfo>();

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient client, string token) =>
        client.PostAsJsonAsync("/api/auth/accept-invitation", new AcceptInvitationRequest(token, Some.Name, Some.Password));

    private static async Task<IReadOnlyList<InvitationInfo>> PendingAsync(TestTenant tenant) =>
        (await (await tenant.Client.GetAsync(Invitations)).ReadAsync<Page<InvitationInfo>>()).Items;
}
