using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class OrganizationSettingsTests(KipuSystem kipu)
{
    [Fact]
    public async Task A_new_name_and_language_are_seen_everywhere_and_noted()
    {
        var tenant = await kipu.SignUpAsync();
        await ValidateAsync(tenant);

        var changed = await (await tenant.Client.PatchAsJsonAsync("/api/organizations/current", new UpdateOrganizationRequest(" Acme ", "es"))).ReadAsync<OrganizationDetails>();

        Assert.Equal(("Acme", "es"), (changed.Name, changed.Language));
        await Eventually.TrueAsync(async () => (await ValidateAsync(tenant)).Organization.Name == "Acme", TimeSpan.FromSeconds(5));
        Assert.Equal(["language: es", "name: Acme"], (await tenant.ReadAuditAsync("?action=settings_changed")).Select(e => e.Subject).Order());
    }

    [Theory]
    [InlineData(" ", null)]
    [InlineData(null, "fr")]
    public async Task A_blank_name_and_a_language_that_Kipu_does_not_speak_are_refused(string? name, string? language)
    {
        var tenant = await kipu.SignUpAsync();

        var answer = await tenant.Client.PatchAsJsonAsync("/api/organizations/current", new UpdateOrganizationRequest(name, language));

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task A_USER_changes_no_settings()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var user = await tenant.JoinAsync();

        var answer = await user.Client.PatchAsJsonAsync("/api/organizations/current", new UpdateOrganizationRequest("Theirs", null));

        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Preferences_are_kept_and_what_is_absent_stays()
    {
        var tenant = await kipu.SignUpAsync();

        await tenant.Client.PatchAsJsonAsync("/api/auth/me", new UpdateMeRequest(null, null, "dark", new(null, WeeklyTasks: true, null)));
        await tenant.Client.PatchAsJsonAsync("/api/auth/me", new UpdateMeRequest(null, null, null, new(AnalysisReady: false, null, null)));

        var me = await (await tenant.Client.GetAsync("/api/auth/me")).ReadAsync<MeResponse>();
        Assert.Equal(new UserPreferences("dark", new(AnalysisReady: false, WeeklyTasks: true, Failures: true)), me.Preferences);
    }

    private static async Task<ValidateCodeResponse> ValidateAsync(TestTenant tenant) =>
        await (await tenant.Client.PostAsJsonAsync("/api/organizations/validate-code", new ValidateCodeRequest(tenant.Code))).ReadAsync<ValidateCodeResponse>();
}
