using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Kipu.Tests;

public sealed class SecondFactorTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_sign_in_with_a_second_factor_takes_the_password_and_a_code_of_the_app()
    {
        var tenant = await kipu.SignUpAsync();
        var (app, _) = await tenant.EnrolAsync();
        using var client = tenant.Anonymous();

        var challenge = await client.ChallengeAsync(tenant);
        var session = await (await client.CompleteAsync(challenge, app.Next())).ReadAsync<SessionResponse>();

        Assert.Equal(tenant.UserId, session.User.Id);
        Assert.False(session.MfaEnrolmentRequired);
        Assert.NotNull(session.RefreshToken);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_the_same_words_with_and_without_a_second_factor()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = tenant.Anonymous();
        var before = await (await client.LogInAsync(tenant.Email, "not the password")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        await tenant.EnrolAsync();

        var after = await (await client.LogInAsync(tenant.Email, "not the password")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");

        Assert.Equal(before.GetProperty("detail").GetString(), after.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_secret_that_no_code_was_verified_of_changes_no_sign_in()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = tenant.Anonymous();
        await tenant.Client.PostAsync("/api/auth/mfa/enrol", content: null);

        await (await tenant.Client.PostAsJsonAsync("/api/auth/mfa/verify", new MfaCodeRequest("000000"))).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_mfa_code");

        Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync(tenant.Email, tenant.Password)).StatusCode);
    }

    [Fact]
    public async Task Of_enrolments_that_begin_at_once_one_secret_is_left_and_no_other_works()
    {
        var tenant = await kipu.SignUpAsync();

        var begun = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
            await (await tenant.Client.PostAsync("/api/auth/mfa/enrol", content: null)).ReadAsync<MfaEnrolment>()));

        var verified = await Task.WhenAll(begun.Select(enrolment =>
            tenant.Client.PostAsJsonAsync("/api/auth/mfa/verify", new MfaCodeRequest(new Authenticator(enrolment.Secret).Next()))));
        Assert.Single(verified, answer => answer.StatusCode is HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_of_the_app_works_once_however_many_use_it_at_once()
    {
        var tenant = await kipu.SignUpAsync();
        var (app, _) = await tenant.EnrolAsync();
        using var client = tenant.Anonymous();
        var challenges = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.ChallengeAsync(tenant)));
        var code = app.Next();

        var answers = await Task.WhenAll(challenges.Select(challenge => client.CompleteAsync(challenge, code)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        foreach (var other in answers.Where(a => a.StatusCode != HttpStatusCode.OK)) await other.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_mfa_code");
    }

    [Fact]
    public async Task A_recovery_code_replaces_the_app_once_however_it_is_typed()
    {
        var tenant = await kipu.SignUpAsync();
        var (_, recovery) = await tenant.EnrolAsync();
        using var client = tenant.Anonymous();
        var challenge = await client.ChallengeAsync(tenant);
        var typed = recovery[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await client.CompleteAsync(challenge, typed)).StatusCode);

        await (await client.CompleteAsync(challenge, recovery[0])).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_mfa_code");
        Assert.Equal((true, 9), await StatusAsync(tenant));
    }

    [Fact]
    public async Task New_recovery_codes_void_the_old_ones()
    {
        var tenant = await kipu.SignUpAsync();
        var (_, old) = await tenant.EnrolAsync();
        using var client = tenant.Anonymous();

        var renewed = await tenant.Client.PostAsJsonAsync("/api/auth/mfa/recovery-codes", new MfaProofRequest(tenant.Password, Code: null));
        var fresh = (await renewed.ReadAsync<RecoveryCodesResponse>()).RecoveryCodes;

        Assert.Equal(10, fresh.Except(old).Count());
        var challenge = await client.ChallengeAsync(tenant);
        await (await client.CompleteAsync(challenge, old[0])).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_mfa_code");
        Assert.Equal(HttpStatusCode.OK, (await client.CompleteAsync(challenge, fresh[0])).StatusCode);
    }

    [Fact]
    public async Task Disabling_it_takes_the_password_or_a_code_and_then_the_password_alone_signs_in()
    {
        var tenant = await kipu.SignUpAsync();
        var (app, _) = await tenant.EnrolAsync();
        using var client = tenant.Anonymous();

        await (await DisableAsync(tenant, new(null, null))).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "proof_required");
        await (await DisableAsync(tenant, new("not the password", null))).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        await (await DisableAsync(tenant, new(null, "ABCDEABCDE"))).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_mfa_code");
        Assert.Equal(HttpStatusCode.NoContent, (await DisableAsync(tenant, new(null, app.Next()))).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await client.LogInAsync(tenant.Email, tenant.Password)).StatusCode);
        Assert.Equal((false, 0), await StatusAsync(tenant));
    }

    [Fact]
    public async Task After_five_wrong_codes_the_user_is_held_up_and_a_right_one_waits_too()
    {
        var tenant = await kipu.SignUpAsync();
        var (app, _) = await tenant.EnrolAsync();
        using var client = tenant.Anonymous();
        var challenge = await client.ChallengeAsync(tenant);

        var wrong = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.CompleteAsync(challenge, "ABCDEABCDE")));
        var right = await client.CompleteAsync(challenge, app.Next());

        Assert.Equal(5, wrong.Count(a => a.StatusCode == HttpStatusCode.Unauthorized));
        await right.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_challenge_that_is_not_ours_is_refused(string challenge)
    {
        using var client = kipu.CreateClient("gateway");

        await (await client.CompleteAsync(challenge, "123456")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_challenge");
    }

    [Fact]
    public async Task A_browser_gets_its_cookie_only_when_the_second_factor_was_right()
    {
        var tenant = await kipu.SignUpAsync();
        var (app, _) = await tenant.EnrolAsync();
        using var client = tenant.Anonymous();
        client.DefaultRequestHeaders.Add("x-kipu-client", "browser");

        using var first = await client.LogInAsync(tenant.Email, tenant.Password);
        var challenge = (await first.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "mfa_required")).GetProperty("challenge").GetString()!;
        using var second = await client.CompleteAsync(challenge, app.Next());

        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Contains("httponly", second.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.False((await second.ReadAsync<JsonElement>()).TryGetProperty("refreshToken", out _));
    }

    [Fact]
    public async Task Where_the_organization_requires_it_a_member_without_one_gets_only_as_far_as_setting_one_up()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var member = await tenant.JoinAsync();
        await tenant.EnrolAsync();
        await RequireAsync(tenant, required: true);
        using var client = tenant.Anonymous();

        var limited = await (await client.LogInAsync(member.Email, Some.Password)).ReadAsync<SessionResponse>();

        Assert.True(limited.MfaEnrolmentRequired);
        client.DefaultRequestHeaders.Authorization = new("Bearer", limited.AccessToken);
        foreach (var path in new[] { "/api/recordings", "/api/storage/usage", "/api/organizations/current" })
        {
            await (await client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "mfa_enrolment_required");
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/auth/me")).StatusCode);
        await client.EnrolAsync();
        var whole = await (await client.PostAsJsonAsync("/api/auth/refresh", new RefreshRequest(limited.RefreshToken))).ReadAsync<SessionResponse>();
        Assert.False(whole.MfaEnrolmentRequired);
        client.DefaultRequestHeaders.Authorization = new("Bearer", whole.AccessToken);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/recordings")).StatusCode);
    }

    [Fact]
    public async Task A_session_that_exists_already_is_bound_by_the_requirement_at_its_next_refresh()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = tenant.Anonymous();
        var session = await (await client.LogInAsync(tenant.Email, tenant.Password)).ReadAsync<SessionResponse>();
        await RequireAsync(tenant, required: true);

        var renewed = await (await client.PostAsJsonAsync("/api/auth/refresh", new RefreshRequest(session.RefreshToken))).ReadAsync<SessionResponse>();

        Assert.True(renewed.MfaEnrolmentRequired);
    }

    [Fact]
    public async Task A_member_cannot_disable_what_the_organization_requires_and_only_the_owner_decides_that()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var member = await tenant.JoinAsync();
        await tenant.EnrolAsync();
        await RequireAsync(tenant, required: true);

        await (await DisableAsync(tenant, new(tenant.Password, null))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "mfa_required_by_organization");
        await (await member.Client.PutAsJsonAsync("/api/organizations/current/security", new OrganizationSecurity(false))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        await RequireAsync(tenant, required: false);
        Assert.Equal(HttpStatusCode.NoContent, (await DisableAsync(tenant, new(tenant.Password, null))).StatusCode);
    }

    [Fact]
    public async Task What_happens_to_a_second_factor_stands_in_the_audit_log()
    {
        var tenant = await kipu.SignUpAsync();
        var (_, recovery) = await tenant.EnrolAsync();
        using var client = tenant.Anonymous();
        await client.CompleteAsync(await client.ChallengeAsync(tenant), recovery[0]);
        await DisableAsync(tenant, new(tenant.Password, null));

        var actions = (await tenant.ReadAuditAsync()).Select(line => line.Action);

        foreach (var action in new[] { "mfa_enabled", "recovery_code_used", "sign_in_succeeded", "mfa_disabled" }) Assert.Contains(action, actions);
    }

    [Fact]
    public async Task Neither_the_secret_nor_a_recovery_code_can_be_read_in_the_database()
    {
        var tenant = await kipu.SignUpAsync();
        var enrolment = await (await tenant.Client.PostAsync("/api/auth/mfa/enrol", content: null)).ReadAsync<MfaEnrolment>();
        var verified = await tenant.Client.PostAsJsonAsync("/api/auth/mfa/verify", new MfaCodeRequest(new Authenticator(enrolment.Secret).Next()));
        var codes = (await verified.ReadAsync<RecoveryCodesResponse>()).RecoveryCodes;

        var stored = await StoredAsync(tenant);

        Assert.StartsWith($"otpauth://totp/Kipu:{Uri.EscapeDataString(tenant.Email)}?secret={enrolment.Secret}&", enrolment.Uri, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(Authenticator.Decode(enrolment.Secret)), stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(codes, code => stored.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }

    private async Task<string> StoredAsync(TestTenant tenant)
    {
        await using var owner = await kipu.OpenAsOwnerAsync("authdb");
        await using var command = owner.CreateCommand("""
            select encode(protected_secret, 'hex') from second_factors where user_id = $1
            union all select code_hash from recovery_codes where user_id = $1
            """);
        command.Parameters.AddWithValue(tenant.UserId);
        await using var rows = await command.ExecuteReaderAsync();
        var text = new StringBuilder();
        while (await rows.ReadAsync()) text.AppendLine(rows.GetString(0));
        return text.ToString();
    }

    private static async Task<(bool Enabled, int Left)> StatusAsync(TestTenant tenant)
    {
        var status = await (await tenant.Client.GetAsync("/api/auth/mfa")).ReadAsync<MfaStatus>();
        return (status.Enabled, status.RecoveryCodesLeft);
    }

    private static Task<HttpResponseMessage> DisableAsync(TestTenant tenant, MfaProofRequest proof) =>
        tenant.Client.PostAsJsonAsync("/api/auth/mfa/disable", proof);

    private static async Task RequireAsync(TestTenant tenant, bool required)
    {
        var answer = await tenant.Client.PutAsJsonAsync("/api/organizations/current/security", new OrganizationSecurity(required));
        Assert.Equal(required, (await answer.ReadAsync<OrganizationSecurity>()).RequireSecondFactor);
    }
}
