using Google.Apis.Auth.OAuth2;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>The header that proves who we are: an API key, or a bearer token of the machine's Google account on Vertex AI.</summary>
internal sealed class GeminiCredentials(IOptions<GeminiOptions> options) : IDisposable
{
    private const string CloudPlatform = "https://www.googleapis.com/auth/cloud-platform";

    private readonly SemaphoreSlim _gate = new(1);
    private GoogleCredential? _credential;

    public async Task<KeyValuePair<string, string>> GetHeaderAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsVertex) return new("x-goog-api-key", options.Value.ApiKey!);

        await _gate.WaitAsync(cancellationToken);
        try
        {
            _credential ??= (await GoogleCredential.GetApplicationDefaultAsync(cancellationToken)).CreateScoped(CloudPlatform);
            var token = await ((ITokenAccess)_credential).GetAccessTokenForRequestAsync(cancellationToken: cancellationToken);
            return new("Authorization", $"Bearer {token}");
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Lets the next call fetch a new token, after one was refused.</summary>
    /// <returns>False for an API key: there is no other one.</returns>
    public bool TryRenew()
    {
        if (!options.Value.IsVertex) return false;
        _credential = null;
        return true;
    }

    public void Dispose() => _gate.Dispose();
}
