using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class PasswordTests(KipuSystem kipu)
{
    private const string NewPassword = "another horse battery 43";

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var tenant = await kipu.SignUpAsync();
        using var gateway = kipu.CreateClient("gateway");
        var other = await LogInAsync(gateway, tenant.Email, tenant.Password);
        var current = tenant.MemberOf(await LogInAsync(gateway, tenant.Email, tenant.Password));

        var changed = await current.Client.PostAsJsonAsync("/api/auth/password", new ChangePasswordRequest(tenant.Password, NewPassword));

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        await (await RefreshAsync(gateway, other.RefreshToken!)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(gateway, current.RefreshToken)).StatusCode);
        await (await PostLoginAsync(gateway, tenant.Email, tenant.Password)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_credentials");
        Assert.Equal(tenant.UserId, (await LogInAsync(gateway, tenant.Email, NewPassword)).User.Id);
        Assert.Single(await tenant.ReadAuditAsync("?action=password_changed"));
    }

    [Fact]
    public async Task Changing_the_password_needs_the_old_one_and_a_good_new_one()
    {
        var tenant = await kipu.SignUpAsync();

        var wrong = await tenant.Client.PostAsJsonAsync("/api/auth/password", new ChangePasswordRequest("not the password", NewPassword));
        var weak = await tenant.Client.PostAsJsonAsync("/api/auth/password", new ChangePasswordRequest(tenant.Password, "Password123"));

        await wrong.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "wrong_password");
        await weak.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "weak_password");
    }

    [Fact]
    public async Task Guesses_at_the_old_password_are_held_up()
    {
        var tenant = await kipu.SignUpAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ =>
            tenant.Client.PostAsJsonAsync("/api/auth/password", new ChangePasswordRequest("not the password", NewPassword))));

        Assert.Equal(10, answers.Count(a => a.StatusCode == HttpStatusCode.Forbidden));
        var refused = answers.First(a => a.StatusCode != HttpStatusCode.Forbidden);
        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_forgotten_password_is_set_by_a_mailed_link_that_works_once_and_ends_all_sessions()
    {
        var tenant = await kipu.SignUpAsync();
        using var gateway = kipu.CreateClient("gateway");
        var session = await LogInAsync(gateway, tenant.Email, tenant.Password);

        await gateway.PostAsJsonAsync("/api/auth/password/forgot", new ForgotPasswordRequest(tenant.Email.ToUpperInvariant()));
        var mail = await kipu.ReadMailAsync(tenant.Email, "recuperar");
        var weak = await ResetAsync(gateway, mail.Token, "Password123");
        var reset = await ResetAsync(gateway, mail.Token, NewPassword);
        var again = await ResetAsync(gateway, mail.Token, NewPassword);

        await weak.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "weak_password");
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        await again.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_link");
        await (await RefreshAsync(gateway, session.RefreshToken!)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        Assert.True((await LogInAsync(gateway, tenant.Email, NewPassword)).User.EmailVerified);
        Assert.Single(await tenant.ReadAuditAsync("?action=password_reset"));
    }

    [Fact]
    public async Task Of_ten_uses_of_one_link_at_once_one_is_served()
    {
        var tenant = await kipu.SignUpAsync();
        using var gateway = kipu.CreateClient("gateway");
        await gateway.PostAsJsonAsync("/api/auth/password/forgot", new ForgotPasswordRequest(tenant.Email));
        var mail = await kipu.ReadMailAsync(tenant.Email, "recuperar");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ResetAsync(gateway, mail.Token, NewPassword)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_link_ends_after_an_hour_and_its_secret_is_not_in_the_database()
    {
        var tenant = await kipu.SignUpAsync();
        using var gateway = kipu.CreateClient("gateway");
        await gateway.PostAsJsonAsync("/api/auth/password/forgot", new ForgotPasswordRequest(tenant.Email));
        var mail = await kipu.ReadMailAsync(tenant.Email, "recuperar");
        await using var owner = await kipu.OpenAsOwnerAsync("authdb");
        await using var find = owner.CreateCommand("select count(*) from mailed_tokens t where t::text like '%' || $1 || '%'");
        find.Parameters.AddWithValue(mail.Token);
        await using var age = owner.CreateCommand(
            "update mailed_tokens set expires_at = expires_at - interval '61 minutes' where user_id = $1 and purpose = 'SetPassword'");
        age.Parameters.AddWithValue(tenant.UserId);

        Assert.Equal(0L, await find.ExecuteScalarAsync());
        Assert.Equal(1, await age.ExecuteNonQueryAsync());
        await (await ResetAsync(gateway, mail.Token, NewPassword)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_link");
    }

    [Fact]
    public async Task An_address_without_an_account_is_answered_like_one_with_and_both_are_held_up_after_five()
    {
        var tenant = await kipu.SignUpAsync();
        using var gateway = kipu.CreateClient("gateway");
        var answers = new Dictionary<string, List<(HttpStatusCode, string)>>();

        foreach (var email in new[] { tenant.Email, Some.Email() })
        {
            answers[email] = [];
            for (var i = 0; i < 6; i++)
            {
                var answer = await gateway.PostAsJsonAsync("/api/auth/password/forgot", new ForgotPasswordRequest(email));
                if (i == 5) await answer.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
                else answers[email].Add((answer.StatusCode, await answer.Content.ReadAsStringAsync()));
            }
        }

        Assert.All(answers.Values.SelectMany(a => a), a => Assert.Equal((HttpStatusCode.Accepted, ""), a));
    }

    [Fact]
    public async Task The_owner_of_an_organization_made_from_a_code_without_a_password_chooses_one_by_mail()
    {
        var (code, _) = await kipu.IssueCodeAsync(Plan.Starter, organizationId: null);
        using var gateway = kipu.CreateClient("gateway");
        var email = Some.Email();
        CreateFromCodeResponse? made = null;
        await KipuSystem.WaitUntilAsync(
            async () =>
            {
                var answer = await gateway.PostAsJsonAsync(
                    "/api/organizations/create-from-code", new CreateFromCodeRequest("Acme", code, email, Some.Name, Password: null));
                if (answer.StatusCode == HttpStatusCode.NotFound) return false;
                made = await answer.ReadAsync<CreateFromCodeResponse>();
                return true;
            },
            "Auth has heard of the code");

        var mail = await kipu.ReadMailAsync(email, "recuperar");
        Assert.Equal(HttpStatusCode.NoContent, (await ResetAsync(gateway, mail.Token, NewPassword)).StatusCode);

        Assert.Equal((made!.Owner.Id, Role.Owner), ((await LogInAsync(gateway, email, NewPassword)).User.Id, made.Owner.Role));
    }

    [Theory]
    [InlineData("es-CO,es;q=0.9", "Elige una contraseña nueva para Kipu", "vence en 1 hora")]
    [InlineData("en", "Choose a new password for Kipu", "expires in 1 hour")]
    public async Task Mail_is_written_in_the_users_language(string accepts, string subject, string words)
    {
        using var gateway = kipu.CreateClient("gateway");
        gateway.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepts);
        var email = Some.Email();
        await (await gateway.PostAsJsonAsync("/api/auth/signup", new SignUpRequest(email, Some.Password, "Ana <b>", "Acme", null))).ReadAsync<SessionResponse>();

        await gateway.PostAsJsonAsync("/api/auth/password/forgot", new ForgotPasswordRequest(email));
        var mail = await kipu.ReadMailAsync(email, "recuperar");

        Assert.Equal(subject, mail.Subject);
        Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.Contains("Ana &lt;b&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"#{mail.Token}\"", mail.Html, StringComparison.Ordinal);
    }

    private static async Task<SessionResponse> LogInAsync(HttpClient client, string email, string password) =>
        await (await PostLoginAsync(client, email, password)).ReadAsync<SessionResponse>();

    private static Task<HttpResponseMessage> PostLoginAsync(HttpClient client, string email, string password) =>
        client.PostAsJsonAsync("/api/auth/login", new LoginRequest(email, password));

    private static Task<HttpResponseMessage> RefreshAsync(HttpClient client, string token) =>
        client.PostAsJsonAsync("/api/auth/refresh", new RefreshRequest(token));

    private static Task<HttpResponseMessage> ResetAsync(HttpClient client, string token, string password) =>
        client.PostAsJsonAsync("/api/auth/password/reset", new ResetPasswordRequest(token, password));
}
