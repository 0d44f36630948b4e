using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class MemberTests(KipuSystem kipu)
{
    private const string Users = "/api/organizations/current/users";

    [Fact]
    public async Task Every_member_sees_the_members_in_the_order_in_which_they_joined()
    {
        var tenant = await TeamAsync();
        var admin = await tenant.JoinAsync(Role.Admin);
        var user = await tenant.JoinAsync();

        var members = (await (await user.Client.GetAsync(Users)).ReadAsync<Page<MemberInfo>>()).Items;

        Assert.Equal([(tenant.UserId, Role.Owner), (admin.Id, Role.Admin), (user.Id, Role.User)], members.Select(m => (m.Id, m.Role)));
        Assert.All(members, m => Assert.NotNull(m.LastActiveAt));
    }

    [Fact]
    public async Task Who_is_added_chooses_a_password_by_mail_and_signs_in_with_the_role()
    {
        var tenant = await TeamAsync();
        var email = Some.Email();
        using var anonymous = kipu.CreateClient("gateway");

        var added = await (await tenant.Client.PostAsJsonAsync(Users, new AddMemberRequest(email, "Luis", Role.Admin))).ReadAsync<MemberInfo>();
        var mail = await kipu.ReadMailAsync(email, "recuperar");
        await anonymous.PostAsJsonAsync("/api/auth/password/reset", new ResetPasswordRequest(mail.Token, Some.Password));
        var session = await (await anonymous.PostAsJsonAsync("/api/auth/login", new LoginRequest(email, Some.Password))).ReadAsync<SessionResponse>();

        Assert.Contains(Some.Name, mail.Subject, StringComparison.Ordinal);
        Assert.Equal((added.Id, Role.Admin, "Luis"), (session.User.Id, session.User.Role, session.User.Name));
        Assert.Equal($"{email}: ADMIN", Assert.Single(await tenant.ReadAuditAsync("?action=user_added")).Subject);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_refused_as_email_taken_and_takes_no_seat()
    {
        var (tenant, other) = (await TeamAsync(), await kipu.SignUpAsync());

        var answer = await tenant.Client.PostAsJsonAsync(Users, new AddMemberRequest(other.Email, "Luis"));

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "email_taken");
        Assert.Equal(1, await SeatsAsync(tenant));
    }

    [Fact]
    public async Task An_ADMIN_can_neither_touch_an_OWNER_nor_make_one()
    {
        var tenant = await TeamAsync();
        var admin = await tenant.JoinAsync(Role.Admin);
        var user = await tenant.JoinAsync();

        HttpResponseMessage[] answers =
        [
            await TestTenant.ChangeAsync(admin.Client, tenant.UserId, Role.User),
            await admin.Client.DeleteAsync($"{Users}/{tenant.UserId}"),
            await TestTenant.ChangeAsync(admin.Client, user.Id, Role.Owner),
            await TestTenant.ChangeAsync(admin.Client, admin.Id, Role.Owner),
            await admin.Client.PostAsJsonAsync(Users, new AddMemberRequest(Some.Email(), "Luis", Role.Owner)),
        ];

        foreach (var answer in answers) await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(Role.Admin, (await (await TestTenant.ChangeAsync(admin.Client, user.Id, Role.Admin)).ReadAsync<MemberInfo>()).Role);
    }

    [Fact]
    public async Task A_USER_and_the_code_alone_change_no_members()
    {
        var tenant = await TeamAsync();
        var user = await tenant.JoinAsync();
        using var code = kipu.CreateClient("gateway");
        code.DefaultRequestHeaders.Add("x-organization-code", tenant.Code);

        foreach (var client in new[] { user.Client, code })
        {
            await (await TestTenant.ChangeAsync(client, user.Id, Role.Admin)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
            await (await client.DeleteAsync($"{Users}/{user.Id}")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
            await (await client.PostAsJsonAsync(Users, new AddMemberRequest(Some.Email(), "Luis"))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    [Fact]
    public async Task The_last_OWNER_can_neither_go_nor_be_demoted()
    {
        var tenant = await TeamAsync();

        await (await TestTenant.ChangeAsync(tenant.Client, tenant.UserId, Role.Admin)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "last_owner");
        await (await tenant.Client.DeleteAsync($"{Users}/{tenant.UserId}")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "last_owner");

        var second = await tenant.JoinAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.NoContent, (await second.Client.DeleteAsync($"{Users}/{tenant.UserId}")).StatusCode);
    }

    [Fact]
    public async Task Owners_who_demote_or_remove_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var tenant = await TeamAsync();
            Member[] others = [await tenant.JoinAsync(Role.Owner), await tenant.JoinAsync(Role.Owner)];
            (Guid Id, HttpClient Client)[] owners = [(tenant.UserId, tenant.Client), .. others.Select(o => (o.Id, o.Client))];

            await Task.WhenAll(owners.SelectMany(one => owners.Where(other => other.Id != one.Id).Select(other => round % 2 == 0
                ? TestTenant.ChangeAsync(one.Client, other.Id, Role.User)
                : one.Client.DeleteAsync($"{Users}/{other.Id}"))));

            Assert.Equal(1, await OwnersAsync(tenant.OrganizationId));
        }
    }

    [Fact]
    public async Task Who_is_removed_is_refused_with_token_and_id_within_a_second_and_their_seat_is_free()
    {
        var tenant = await TeamAsync();
        var user = await tenant.JoinAsync();
        using var recordings = kipu.CreateClient("recordings");
        recordings.DefaultRequestHeaders.Authorization = user.Client.DefaultRequestHeaders.Authorization;
        Assert.Equal(HttpStatusCode.OK, (await recordings.GetAsync("/api/recordings")).StatusCode);
        Assert.Equal(2, await SeatsAsync(tenant));

        Assert.Equal(HttpStatusCode.NoContent, (await tenant.Client.DeleteAsync($"{Users}/{user.Id}")).StatusCode);

        await Eventually.TrueAsync(
            async () => (await recordings.GetAsync("/api/recordings")).StatusCode == HttpStatusCode.Unauthorized, TimeSpan.FromSeconds(5));
        await (await recordings.GetAsync("/api/recordings")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_token");
        var renewed = await user.Client.PostAsJsonAsync("/api/auth/refresh", new RefreshRequest(user.RefreshToken));
        await renewed.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        Assert.Equal(1, await SeatsAsync(tenant));
        Assert.Equal(user.Email, Assert.Single(await tenant.ReadAuditAsync("?action=user_removed")).Subject);
    }

    [Fact]
    public async Task Another_role_holds_for_a_token_that_was_issued_before()
    {
        var tenant = await TeamAsync();
        var admin = await tenant.JoinAsync(Role.Admin);
        Assert.Equal(HttpStatusCode.OK, (await admin.Client.GetAsync("/api/organizations/current/audit")).StatusCode);

        await (await TestTenant.ChangeAsync(tenant.Client, admin.Id, Role.User)).ReadAsync<MemberInfo>();

        await Eventually.TrueAsync(
            async () => (await admin.Client.GetAsync("/api/organizations/current/audit")).StatusCode == HttpStatusCode.Forbidden, TimeSpan.FromSeconds(5));
        Assert.Equal($"{admin.Email}: ADMIN > USER", (await tenant.ReadAuditAsync("?action=role_changed"))[0].Subject);
    }

    [Fact]
    public async Task Another_organizations_member_is_not_found()
    {
        var (tenant, other) = (await TeamAsync(), await kipu.SignUpAsync());

        await (await TestTenant.ChangeAsync(tenant.Client, other.UserId, Role.User)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "user_not_found");
        await (await tenant.Client.DeleteAsync($"{Users}/{other.UserId}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "user_not_found");
    }

    [Fact]
    public async Task A_hundred_who_sign_up_accept_or_are_added_at_once_leave_exactly_the_five_of_the_plan()
    {
        var tenant = await TeamAsync();
        using var anonymous = kipu.CreateClient("gateway");
        var invited = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            var email = Some.Email();
            await (await tenant.Client.PostAsJsonAsync("/api/organizations/current/invitations", new InviteRequest(email))).ReadAsync<InvitationInfo>();
            return (await kipu.ReadMailAsync(email, "invitacion")).Token;
        }));

        var answers = await Task.WhenAll(
            [
                .. Enumerable.Range(0, 40).Select(_ => anonymous.PostAsJsonAsync(
                    "/api/auth/signup", new SignUpRequest(Some.Email(), Some.Password, Some.Name, null, tenant.Code))),
                .. invited.Select(token => anonymous.PostAsJsonAsync(
                    "/api/auth/accept-invitation", new AcceptInvitationRequest(token, Some.Name, Some.Password))),
                .. Enumerable.Range(0, 30).Select(_ => tenant.Client.PostAsJsonAsync(Users, new AddMemberRequest(Some.Email(), Some.Name))),
            ]);

        Assert.Equal(4, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
        }

        Assert.Equal(5, await SeatsAsync(tenant));
        Assert.Equal(5, (await (await tenant.Client.GetAsync(Users)).ReadAsync<Page<MemberInfo>>()).Items.Count);
    }

    private async Task<TestTenant> TeamAsync()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        return tenant;
    }

    private static async Task<int> SeatsAsync(TestTenant tenant) =>
        (await (await tenant.Client.GetAsync("/api/organizations/current")).ReadAsync<OrganizationDetails>()).Usage.Users;

    private async Task<long> OwnersAsync(Guid organizationId)
    {
        await using var owner = await kipu.OpenAsOwnerAsync("authdb");
        await using var count = owner.CreateCommand("select count(*) from users where organization_id = $1 and role = 'Owner'");
        count.Parameters.AddWithValue(organizationId);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
