using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>Opens voice conversations with Gemini's Live API.</summary>
public sealed class GeminiLive
{
    private readonly GeminiAddress _address;
    private readonly GeminiCredentials _credentials;
    private readonly ModelFallback _fallback;
    private readonly GeminiTelemetry _telemetry;
    private readonly ILogger<GeminiLive> _logger;

    internal GeminiLive(
        GeminiAddress address,
        GeminiCredentials credentials,
        ModelFallback fallback,
        GeminiTelemetry telemetry,
        IOptions<GeminiOptions> options,
        TimeProvider time,
        ILogger<GeminiLive> logger)
    {
        (_address, _credentials, _fallback, _telemetry, Options, Time, _logger) =
            (address, credentials, fallback, telemetry, options.Value, time, logger);
    }

    internal GeminiOptions Options { get; }

    internal TimeProvider Time { get; }

    internal GeminiTelemetry Telemetry => _telemetry;

    /// <summary>Opens a session; ready to hear as soon as it is returned.</summary>
    /// <exception cref="GeminiException">None of the models could be had.</exception>
    public Task<GeminiLiveSession> ConnectAsync(LiveSetup setup, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> models = setup.Model is { } chosen ? [chosen] : Options.EffectiveLiveModels;
        return _fallback.RunAsync(models, async model =>
        {
            using var operation = _telemetry.Start("live_connect", model);
            return await operation.WatchAsync(async () =>
            {
                try
                {
                    var connection = await OpenAsync(setup, model, setup.ResumptionHandle, cancellationToken);
                    return new GeminiLiveSession(this, setup, model, connection, _logger);
                }
                catch (LiveConnectException exception)
                {
                    throw new GeminiException(exception.Reason.ToFailure(), $"Gemini opened no voice session: {exception.Message}", exception);
                }
            });
        });
    }

    internal async Task<LiveConnection> OpenAsync(LiveSetup setup, string model, string? handle, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Options.LiveConnectTimeout, Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var credentials = await _credentials.GetHeaderAsync(both.Token);
            var message = LiveWire.Setup(setup, model, _address.ModelResource(model), handle);
            return await LiveConnection.OpenAsync(_address.Live(), credentials, message, both.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LiveConnectException(LiveCloseReason.ConnectionLost, $"No setupComplete within {Options.LiveConnectTimeout}.", exception);
        }
    }
}
