using System.Text.Json.Nodes;

namespace Kipu.Gateway;

/// <summary>Reads the services' own OpenAPI documents.</summary>
internal sealed partial class OpenApiClient(HttpClient http, ILogger<OpenApiClient> logger)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <returns>Null when the service does not answer.</returns>
    public async Task<JsonObject?> FindAsync(string service, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await http.GetFromJsonAsync<JsonObject>(new Uri($"http://{service}/openapi/v1.json"), limit.Token);
        }
        catch (Exception exception)
            when (!cancellationToken.IsCancellationRequested && (exception is OperationCanceledException || Outage.Is(exception)))
        {
            LogMissing(logger, exception, service);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The API's description lacks {Service}, which does not answer")]
    private static partial void LogMissing(ILogger logger, Exception exception, string service);
}
