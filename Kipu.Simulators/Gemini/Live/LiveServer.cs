using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kipu.Speech;
using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>Takes voice connections in, sets them up and lets them talk.</summary>
internal sealed partial class LiveServer(
    GeminiKeys keys,
    GeminiFaults faults,
    GeminiEar ear,
    VoiceSynthesizer synthesizer,
    LiveMemories memories,
    IOptions<GeminiSimulatorOptions> options,
    TimeProvider time,
    ILogger<LiveServer> logger)
{
    private static readonly TimeSpan SetupTime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<LiveTalk, byte> _talks = new();

    public GeminiFaults Faults => faults;

    public GeminiEar Ear => ear;

    public VoiceSynthesizer Synthesizer => synthesizer;

    public LiveMemories Memories => memories;

    public GeminiSimulatorOptions Options => options.Value;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public IEnumerable<LiveTalk> Talks => _talks.Keys;

    public async Task ServeAsync(HttpContext http, string service)
    {
        var match = Service().Match($"{service}/{http.Request.RouteValues["method"]}".TrimEnd('/'));
        if (!match.Success || !http.WebSockets.IsWebSocketRequest)
        {
            await GeminiApi.WriteAsync(http, new GeminiRefusal(404, "NOT_FOUND", "There is no such WebSocket service.").ToJson(), 404);
            return;
        }

        using var webSocket = await http.WebSockets.AcceptWebSocketAsync();
        using var socket = new LiveSocket(webSocket, asText: faults.Take("live", "text_frames") is not null);
        try
        {
            keys.Check(http.Request);
            await TalkAsync(socket, match.Groups["version"].Value, http.RequestAborted);
        }
        catch (GeminiRefusal refusal)
        {
            await socket.CloseAsync(CloseCode(refusal), refusal.Message);
        }
        catch (OperationCanceledException)
        {
            // The client has gone, or the program ends.
            socket.Drop();
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception);
            await socket.CloseAsync(1011, "Internal error encountered.");
        }
    }

    private async Task TalkAsync(LiveSocket socket, string version, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(SetupTime);
        if (await socket.ReceiveAsync(patience.Token) is not { } first) return;

        if (GeminiShapes.LiveMessage.Read(first)["setup"] is not JsonObject body) throw GeminiRefusal.Invalid("The first message has to be setup.");
        if (faults.Take("live", "refuse_setup") is { } fault)
        {
            await socket.CloseAsync(fault.Code ?? 1011, fault.Reason ?? "Internal error encountered.");
            return;
        }

        var setup = LiveSetup.Read(body, version);
        var memory = setup.Handle is null ? LiveMemory.Empty : memories.Find(setup.Handle, setup.Model.Name)
            ?? throw new GeminiRefusal(404, "NOT_FOUND", "Requested entity was not found.");
        await using var talk = new LiveTalk(this, socket, setup, memory);
        _talks[talk] = 0;
        try
        {
            await talk.RunAsync(cancellationToken);
        }
        finally
        {
            _talks.TryRemove(talk, out _);
        }
    }

    private static int CloseCode(GeminiRefusal refusal) => refusal.Code switch
    {
        404 => 1008,
        429 or >= 500 => 1011,
        _ => 1007,
    };

    [GeneratedRegex(@"^google\.(?:ai\.generativelanguage\.(?<version>v1|v1beta|v1alpha)\.GenerativeService\.BidiGenerateContent(?:Constrained)?|cloud\.aiplatform\.(?<version>v1|v1beta1)\.LlmBidiService/BidiGenerateContent)$")]
    private static partial Regex Service();

    [LoggerMessage(LogLevel.Error, "A voice session failed")]
    public static partial void LogFailed(ILogger logger, Exception exception);
}
