using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class SignUpTests(KipuSystem kipu)
{
    [Fact]
    public async Task Signing_up_with_an_organizations_name_makes_a_trial_on_FREE_with_its_owner_and_its_code()
    {
        using var client = kipu.CreateClient("gateway");
        var email = Some.Email();

        var session = await (await SignUpAsync(client, new(email, Some.Password, " Ana ", "Acme", null))).ReadAsync<SessionResponse>();

        Assert.Equal((email, "Ana", Role.Owner), (session.User.Email, session.User.Name, session.User.Role));
        Assert.Equal(("Acme", Plan.Free, OrganizationStatus.Trial), (session.Organization.Name, session.Organization.Plan, session.Organization.Status));
        Assert.Matches("^[A-HJ-NP-Z2-9]{10}$", session.OrganizationCode);
        Assert.Equal(600, session.ExpiresIn);
    }

    [Fact]
    public async Task An_address_can_sign_up_once_in_whatever_case()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");

        var again = await SignUpAsync(client, new(tenant.Email.ToUpperInvariant(), Some.Password, Some.Name, Some.OrganizationName(), null));

        await again.ShouldBeProblemAsync(HttpStatusCode.Conflict, "email_taken");
    }

    [Fact]
    public async Task Of_sign_ups_with_one_address_at_once_one_succeeds()
    {
        using var client = kipu.CreateClient("gateway");
        var email = Some.Email();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SignUpAsync(client, new(email, Some.Password, Some.Name, "Acme", null))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        foreach (var other in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) await other.ShouldBeProblemAsync(HttpStatusCode.Conflict, "email_taken");
    }

    [Fact]
    public async Task A_common_password_is_refused_as_weak_password()
    {
        using var client = kipu.CreateClient("gateway");

        var answer = await SignUpAsync(client, new(Some.Email(), "Password123", Some.Name, "Acme", null));

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "weak_password");
    }

    [Fact]
    public async Task Each_field_that_is_wrong_is_named()
    {
        using var client = kipu.CreateClient("gateway");

        var answer = await SignUpAsync(client, new("nobody", "short", "", null, null));

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        Assert.Equal(["email", "name", "password"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Acme", "ABC234XYZ9")]
    public async Task Neither_or_both_of_name_and_code_are_refused_as_organization_required(string? name, string? code)
    {
        using var client = kipu.CreateClient("gateway");

        var answer = await SignUpAsync(client, new(Some.Email(), Some.Password, Some.Name, name, code));

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "organization_required");
    }

    [Fact]
    public async Task Twenty_people_who_join_at_once_do_not_pass_the_plans_limit_of_five()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        using var client = kipu.CreateClient("gateway");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SignUpAsync(client, new(Some.Email(), Some.Password, Some.Name, null, tenant.Code))));

        Assert.Equal(4, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "limit_exceeded");
            Assert.Equal((5, 5, "STARTER"), (problem.GetProperty("limit").GetInt32(), problem.GetProperty("used").GetInt32(), problem.GetProperty("plan").GetString()));
        }

        var organization = await (await tenant.Client.GetAsync("/api/organizations/current")).ReadAsync<OrganizationDetails>();
        Assert.Equal(5, organization.Usage.Users);
    }

    [Fact]
    public async Task Who_joins_by_code_is_a_USER_of_that_organization_and_is_not_told_the_code()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        using var client = kipu.CreateClient("gateway");

        var session = await (await SignUpAsync(client, new(Some.Email(), Some.Password, Some.Name, null, tenant.Code.ToLowerInvariant()))).ReadAsync<SessionResponse>();

        Assert.Equal((tenant.OrganizationId, Role.User), (session.Organization.Id, session.User.Role));
        Assert.Null(session.OrganizationCode);
    }

    [Fact]
    public async Task Nobody_joins_a_suspended_organization()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter, SubscriptionStatus.Suspended);
        using var client = kipu.CreateClient("gateway");

        var answer = await SignUpAsync(client, new(Some.Email(), Some.Password, Some.Name, null, tenant.Code));

        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "organization_suspended");
    }

    [Fact]
    public async Task A_code_that_does_not_exist_is_refused_as_invalid_code()
    {
        using var client = kipu.CreateClient("gateway");

        var answer = await SignUpAsync(client, new(Some.Email(), Some.Password, Some.Name, null, "ZZZZZZZZZZ"));

        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_code");
    }

    private static Task<HttpResponseMessage> SignUpAsync(HttpClient client, SignUpRequest request) => client.PostAsJsonAsync("/api/auth/signup", request);
}
