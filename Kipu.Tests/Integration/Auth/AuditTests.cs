using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class AuditTests(KipuSystem kipu)
{
    [Fact]
    public async Task The_log_tells_who_did_what_when_and_from_where_newest_first()
    {
        var tenant = await kipu.SignUpAsync();
        await (await tenant.Client.PatchAsJsonAsync("/api/organizations/current", new UpdateOrganizationRequest("Renamed", null))).ReadAsync<OrganizationDetails>();

        var log = await tenant.ReadAuditAsync();

        Assert.Equal("settings_changed", log[0].Action);
        Assert.Equal((tenant.UserId, Some.Name, "name: Renamed"), (log[0].ActorId!.Value, log[0].ActorName, log[0].Subject));
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(log[0].Address!)));
        Assert.InRange(log[0].At, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal(["organization_created", "user_joined"], log.Skip(1).Select(e => e.Action).Order());
    }

    [Fact]
    public async Task Pages_of_the_log_join_without_a_gap_or_a_line_twice()
    {
        var tenant = await kipu.SignUpAsync();
        for (var i = 0; i < 5; i++)
        {
            await tenant.Client.PatchAsJsonAsync("/api/organizations/current", new UpdateOrganizationRequest($"Name {i}", null));
        }

        var (read, cursor) = (new List<AuditEntry>(), "");
        do
        {
            var page = await (await tenant.Client.GetAsync($"/api/organizations/current/audit?limit=2&cursor={cursor}")).ReadAsync<Page<AuditEntry>>();
            read.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal((await tenant.ReadAuditAsync()).Select(e => e.Id), read.Select(e => e.Id));
        Assert.Equal(5, (await tenant.ReadAuditAsync("?action=settings_changed")).Count);
    }

    [Fact]
    public async Task What_is_no_cursor_is_refused_as_invalid_cursor()
    {
        var tenant = await kipu.SignUpAsync();

        var answer = await tenant.Client.GetAsync("/api/organizations/current/audit?cursor=x");

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    [Fact]
    public async Task A_USER_is_forbidden_to_read_the_log_and_so_is_the_code_alone()
    {
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var user = await tenant.JoinAsync();
        using var code = kipu.CreateClient("gateway");
        code.DefaultRequestHeaders.Add("x-organization-code", tenant.Code);

        foreach (var client in new[] { user.Client, code })
        {
            await (await client.GetAsync("/api/organizations/current/audit")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    [Fact]
    public async Task A_sign_in_that_failed_stands_in_the_log_with_its_address_and_without_an_actor()
    {
        var tenant = await kipu.SignUpAsync();
        using var client = kipu.CreateClient("gateway");

        await client.PostAsJsonAsync("/api/auth/login", new LoginRequest(tenant.Email, "not the password"));

        IReadOnlyList<AuditEntry> failed = [];
        await Eventually.TrueAsync(async () => (failed = await tenant.ReadAuditAsync("?action=sign_in_failed")).Count > 0);
        var line = Assert.Single(failed);
        Assert.Equal((null, tenant.Email), (line.ActorId, line.Subject));
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(line.Address!)));
    }
}
