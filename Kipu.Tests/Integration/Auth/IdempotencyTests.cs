using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class IdempotencyTests(KipuSystem kipu)
{
    private const string Keys = "/api/organizations/current/api-keys";
    private const string Invitations = "/api/organizations/current/invitations";
    private const string Users = "/api/organizations/current/users";

    [Fact]
    public async Task An_API_key_is_made_once_however_often_its_request_is_sent()
    {
        var tenant = await kipu.SignUpAsync();
        var request = new CreateApiKeyRequest("CI", [ApiKeyScope.Read], ExpiresAt: null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
            await (await PostAsync(tenant.Client, Keys, "once", request)).ReadAsync<CreateApiKeyResponse>()));

        Assert.Single(answers.Select(answer => answer.Key).Distinct());
        Assert.Single((await (await tenant.Client.GetAsync(Keys)).ReadAsync<Page<ApiKeyInfo>>()).Items);
    }

    [Fact]
    public async Task An_invitation_that_is_sent_again_is_answered_again_and_mailed_once()
    {
        var tenant = await kipu.SignUpAsync();
        var request = new InviteRequest(Some.Email());

        var first = await (await PostAsync(tenant.Client, Invitations, "once", request)).ReadAsync<InvitationInfo>();
        var second = await PostAsync(tenant.Client, Invitations, "once", request);

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(first, await second.ReadAsync<InvitationInfo>());
        Assert.Single(await kipu.ReadMailsAsync(request.Email, "invitacion"));
    }

    [Fact]
    public async Task A_member_who_is_added_again_takes_one_seat()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var request = new AddMemberRequest(Some.Email(), Some.Name);

        var first = await (await PostAsync(tenant.Client, Users, "once", request)).ReadAsync<MemberInfo>();
        var second = await (await PostAsync(tenant.Client, Users, "once", request)).ReadAsync<MemberInfo>();

        Assert.Equal(first, second);
        Assert.Equal(2, (await (await tenant.Client.GetAsync("/api/organizations/current")).ReadAsync<OrganizationDetails>()).Usage.Users);
    }

    [Fact]
    public async Task A_key_is_for_one_request_and_for_who_sent_it()
    {
        var tenant = await kipu.SignUpAsync();
        var request = new CreateApiKeyRequest("CI", [ApiKeyScope.Read], ExpiresAt: null);
        await (await PostAsync(tenant.Client, Keys, "once", request)).ReadAsync<CreateApiKeyResponse>();

        await (await PostAsync(tenant.Client, Keys, "once", request with { Name = "Other" }))
            .ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");

        var stranger = await kipu.SignUpAsync();
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(stranger.Client, Keys, "once", request)).StatusCode);
        await (await PostAsync(tenant.Client, Keys, new string('k', 256), request)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
    }

    private static Task<HttpResponseMessage> PostAsync<T>(HttpClient client, string path, string key, T request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(request) };
        message.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(message);
    }
}
