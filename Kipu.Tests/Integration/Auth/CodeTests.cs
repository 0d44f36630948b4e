using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class CodeTests(KipuSystem kipu)
{
    [Fact]
    public async Task An_organizations_code_tells_which_it_is()
    {
        var tenant = await kipu.SignUpAsync();

        var answer = await (await ValidateAsync(tenant.Code)).ReadAsync<ValidateCodeResponse>();

        Assert.Equal((tenant.OrganizationId, Plan.Free, OrganizationStatus.Trial), (answer.Organization.Id, answer.Organization.Plan, answer.Organization.Status));
    }

    [Fact]
    public async Task A_bought_code_makes_one_organization_however_many_try_at_once()
    {
        var (code, _) = await kipu.IssueCodeAsync(Plan.Professional, organizationId: null);
        await KipuSystem.WaitUntilAsync(async () => (await ValidateAsync(code)).StatusCode == HttpStatusCode.Conflict, "Auth has heard of the code");
        await (await ValidateAsync(code)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "code_unclaimed");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CreateAsync(code, Some.Email())));

        var made = await Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created).ReadAsync<CreateFromCodeResponse>();
        Assert.Equal((Plan.Professional, OrganizationStatus.Active, Role.Owner), (made.Organization.Plan, made.Organization.Status, made.Owner.Role));
        foreach (var other in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) await other.ShouldBeProblemAsync(HttpStatusCode.Conflict, "code_used");
        Assert.Equal(made.Organization.Id, (await (await ValidateAsync(code)).ReadAsync<ValidateCodeResponse>()).Organization.Id);
    }

    [Fact]
    public async Task A_bought_code_survives_an_owner_whose_address_is_taken()
    {
        var tenant = await kipu.SignUpAsync();
        var (code, _) = await kipu.IssueCodeAsync(Plan.Starter, organizationId: null);
        await KipuSystem.WaitUntilAsync(async () => (await ValidateAsync(code)).StatusCode == HttpStatusCode.Conflict, "Auth has heard of the code");

        await (await CreateAsync(code, tenant.Email)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "email_taken");

        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(code, Some.Email())).StatusCode);
    }

    [Fact]
    public async Task No_organization_is_made_from_a_code_that_nobody_bought()
    {
        await (await CreateAsync("ZZZZZZZZZZ", Some.Email())).ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_code");
    }

    [Fact]
    public async Task A_trial_code_still_works_on_the_day_after_a_paid_one_came_and_has_an_end_then()
    {
        var tenant = await kipu.SignUpAsync();
        var (paid, _) = await kipu.IssueCodeAsync(Plan.Starter, tenant.OrganizationId);
        await KipuSystem.WaitUntilAsync(async () => (await ValidateAsync(paid)).IsSuccessStatusCode, "Auth has heard of the code");

        Assert.True((await ValidateAsync(tenant.Code)).IsSuccessStatusCode);
        var trial = await kipu.FindCodeAsync(tenant.Code);
        Assert.InRange(trial!.ValidUntil!.Value, DateTimeOffset.UtcNow.AddHours(23), DateTimeOffset.UtcNow.AddHours(25));
        Assert.Null((await kipu.FindCodeAsync(paid))!.ValidUntil);
    }

    [Fact]
    public async Task Stored_bytes_show_in_the_organizations_usage()
    {
        var tenant = await kipu.SignUpAsync();

        await kipu.AnnounceAsync(new StorageUsageChanged(tenant.OrganizationId, 4711, DateTimeOffset.UtcNow), tenant.OrganizationId);

        await KipuSystem.WaitUntilAsync(
            async () => (await (await tenant.Client.GetAsync("/api/organizations/current")).ReadAsync<OrganizationDetails>()).Usage.StorageBytes == 4711,
            "the usage is shown");
    }

    private async Task<HttpResponseMessage> ValidateAsync(string code)
    {
        using var client = kipu.CreateClient("gateway");
        return await client.PostAsJsonAsync("/api/organizations/validate-code", new ValidateCodeRequest(code));
    }

    private async Task<HttpResponseMessage> CreateAsync(string code, string email)
    {
        using var client = kipu.CreateClient("gateway");
        return await client.PostAsJsonAsync(
            "/api/organizations/create-from-code", new CreateFromCodeRequest(Some.OrganizationName(), code, email, Some.Name, Some.Password));
    }
}
