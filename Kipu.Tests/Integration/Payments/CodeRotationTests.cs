using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class CodeRotationTests(KipuSystem kipu)
{
    private readonly Till _till = new(kipu);

    [Fact]
    public async Task A_rotated_code_works_beside_the_old_one_during_the_grace_period()
    {
        var (tenant, old) = await BuyAsync();

        var rotated = await RotateAsync(tenant, graceHours: 24);

        Assert.NotEqual(old, rotated.OrganizationCode);
        Assert.InRange(rotated.PreviousValidUntil!.Value, DateTimeOffset.UtcNow.AddHours(23.9), DateTimeOffset.UtcNow.AddHours(24.1));
        await KipuSystem.WaitUntilAsync(() => WorksAsync(rotated.OrganizationCode), "the new code works");
        Assert.True(await WorksAsync(old));
    }

    [Fact]
    public async Task Without_a_grace_period_the_old_code_stops()
    {
        var (tenant, old) = await BuyAsync();

        var rotated = await RotateAsync(tenant, graceHours: 0);

        await KipuSystem.WaitUntilAsync(async () => !await WorksAsync(old), "the old code is refused");
        await KipuSystem.WaitUntilAsync(() => WorksAsync(rotated.OrganizationCode), "the new code works");
    }

    [Fact]
    public async Task Rotations_at_the_same_moment_leave_one_code_without_an_end()
    {
        var (tenant, _) = await BuyAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RotateAsync(tenant, graceHours: 1)));

        Assert.Equal(1, await _till.QueryAsync(
            "select count(*) from organization_codes where organization_id = $1 and valid_until is null", row => row.GetInt64(0), tenant.OrganizationId));
    }

    [Fact]
    public async Task A_revoked_code_and_those_in_their_grace_period_stop_and_a_new_one_can_be_had()
    {
        var (tenant, old) = await BuyAsync();
        var leaked = (await RotateAsync(tenant, graceHours: 24)).OrganizationCode;
        await KipuSystem.WaitUntilAsync(() => WorksAsync(leaked), "the new code works");
        using var client = tenant.CreateClient("payments");

        var revoked = await (await client.PostAsync("/api/payments/code/revoke", null)).ReadAsync<RevokeCodesResponse>();

        Assert.Equal(2, revoked.Revoked);
        await KipuSystem.WaitUntilAsync(async () => !await WorksAsync(leaked) && !await WorksAsync(old), "both codes are refused");
        Assert.Equal(0, (await (await client.PostAsync("/api/payments/code/revoke", null)).ReadAsync<RevokeCodesResponse>()).Revoked);
        var fresh = await RotateAsync(tenant, graceHours: 1);
        Assert.Null(fresh.PreviousValidUntil);
        await KipuSystem.WaitUntilAsync(() => WorksAsync(fresh.OrganizationCode), "the fresh code works");
    }

    [Fact]
    public async Task Only_an_owner_or_admin_revokes_and_only_the_own_organizations_codes()
    {
        var (tenant, code) = await BuyAsync();
        var other = await kipu.SignUpAsync();
        using var stranger = other.CreateClient("payments");
        using var codeOnly = kipu.CreateClient("payments");
        codeOnly.DefaultRequestHeaders.Add("x-organization-code", tenant.Code);

        await (await codeOnly.PostAsync("/api/payments/code/revoke", null)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(0, (await (await stranger.PostAsync("/api/payments/code/revoke", null)).ReadAsync<RevokeCodesResponse>()).Revoked);
        Assert.True(await WorksAsync(code));
    }

    [Fact]
    public async Task Rotation_is_refused_to_whom_it_is_not_due()
    {
        var trial = await kipu.SignUpAsync();
        using var owner = trial.CreateClient("payments");
        using var codeOnly = kipu.CreateClient("payments");
        codeOnly.DefaultRequestHeaders.Add("x-organization-code", trial.Code);

        await (await owner.PostAsJsonAsync("/api/payments/code/rotate", new RotateCodeRequest(1))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "no_code_to_rotate");
        await (await owner.PostAsJsonAsync("/api/payments/code/rotate", new RotateCodeRequest(25))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation_failed");
        await (await codeOnly.PostAsJsonAsync("/api/payments/code/rotate", new RotateCodeRequest(1))).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("ABCDEFGHJK")]
    [InlineData("nonsense")]
    public async Task A_code_that_nobody_has_is_not_valid(string code)
    {
        using var client = kipu.CreateClient("payments");

        var response = await client.PostAsJsonAsync("/api/payments/validate-code", new ValidateCodeRequest(code));

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "invalid_code");
    }

    private async Task<(TestTenant Tenant, string Code)> BuyAsync()
    {
        var tenant = await kipu.SignUpAsync();
        var code = await _till.BuyAsync(tenant);
        await KipuSystem.WaitUntilAsync(() => WorksAsync(code), "the bought code works");
        return (tenant, code);
    }

    private static async Task<RotateCodeResponse> RotateAsync(TestTenant tenant, int graceHours)
    {
        using var client = tenant.CreateClient("payments");
        return await (await client.PostAsJsonAsync("/api/payments/code/rotate", new RotateCodeRequest(graceHours))).ReadAsync<RotateCodeResponse>();
    }

    private async Task<bool> WorksAsync(string code)
    {
        using var client = kipu.CreateClient("payments");
        using var response = await client.PostAsJsonAsync("/api/payments/validate-code", new ValidateCodeRequest(code));
        return response.StatusCode == HttpStatusCode.OK;
    }
}
