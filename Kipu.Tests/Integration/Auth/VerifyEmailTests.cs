using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class VerifyEmailTests(KipuSystem kipu)
{
    [Fact]
    public async Task Who_signs_up_is_mailed_a_link_that_confirms_the_address_once()
    {
        var tenant = await kipu.SignUpAsync();
        using var anonymous = kipu.CreateClient("gateway");
        Assert.False(await IsVerifiedAsync(tenant));
        var mail = await kipu.ReadMailAsync(tenant.Email, "verificar");

        var verified = await anonymous.PostAsJsonAsync("/api/auth/verify-email", new VerifyEmailRequest(mail.Token));
        var again = await anonymous.PostAsJsonAsync("/api/auth/verify-email", new VerifyEmailRequest(mail.Token));

        Assert.Equal(HttpStatusCode.NoContent, verified.StatusCode);
        await again.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_link");
        Assert.True(await IsVerifiedAsync(tenant));
    }

    [Fact]
    public async Task Another_link_is_mailed_on_request_but_not_without_end()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.ReadMailAsync(tenant.Email, "verificar");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++) answers.Add((await tenant.Client.PostAsync("/api/auth/verify-email/resend", null)).StatusCode);

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Accepted, 5), HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(6, (await kipu.ReadMailsAsync(tenant.Email, "verificar", count: 6)).Select(m => m.Token).Distinct().Count());
    }

    [Fact]
    public async Task A_link_to_confirm_an_address_sets_no_password()
    {
        var tenant = await kipu.SignUpAsync();
        var mail = await kipu.ReadMailAsync(tenant.Email, "verificar");

        var answer = await tenant.Client.PostAsJsonAsync("/api/auth/password/reset", new ResetPasswordRequest(mail.Token, "another horse battery 43"));

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_link");
    }

    private static async Task<bool> IsVerifiedAsync(TestTenant tenant) =>
        (await (await tenant.Client.GetAsync("/api/auth/me")).ReadAsync<MeResponse>()).User.EmailVerified;
}
