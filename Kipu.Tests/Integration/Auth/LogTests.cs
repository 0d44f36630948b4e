using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class LogTests(KipuSystem kipu)
{
    /// <summary>Everything that a person types or is shown to prove who they are, on the way that each takes through the services.</summary>
    [Fact]
    public async Task No_service_logs_a_password_a_code_a_token_a_key_or_an_address()
    {
        var tenant = await kipu.SignUpAsync();
        var key = await (await tenant.Client.PostAsJsonAsync(
            "/api/organizations/current/api-keys", new CreateApiKeyRequest("Secret", [ApiKeyScope.Read], ExpiresAt: null))).ReadAsync<CreateApiKeyResponse>();
        using var stranger = kipu.CreateClient("gateway");
        var wrong = new LoginRequest($"{Guid.NewGuid():N}@example.com", $"wrong {Guid.NewGuid()}");
        await stranger.PostAsJsonAsync("/api/auth/login", wrong);
        await stranger.PostAsJsonAsync("/api/organizations/validate-code", new ValidateCodeRequest("SECRETSECR"));
        await stranger.PostAsJsonAsync("/api/auth/signup", new SignUpRequest("no address", "short", "x", null, null));
        string[] secrets = [wrong.Password, wrong.Email, "SECRETSECR", tenant.Code, tenant.AccessToken, tenant.Email, key.Key];

        // The mail of the sign-up is written after all else that it caused.
        await KipuSystem.WaitUntilAsync(async () => (await ReadLogAsync("auth")).Contains("Mail ", StringComparison.Ordinal), "Auth has logged what it did");

        foreach (var log in Directory.GetFiles(ResourceLogs.Folder, "*.log"))
        {
            var text = await ReadLogAsync(Path.GetFileNameWithoutExtension(log));
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private static async Task<string> ReadLogAsync(string name)
    {
        // Other tests' lines are being written meanwhile.
        await using var file = new FileStream(Path.Combine(ResourceLogs.Folder, $"{name}.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }
}
