using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>Gemini's models over REST: text and audio in, text or JSON out.</summary>
public sealed class GeminiClient
{
    private readonly GeminiTransport _transport;
    private readonly GeminiRetry _retry;
    private readonly ModelFallback _fallback;
    private readonly GeminiAddress _address;
    private readonly GeminiTelemetry _telemetry;
    private readonly IOptions<GeminiOptions> _options;
    private readonly TimeProvider _time;

    internal GeminiClient(
        GeminiTransport transport,
        GeminiRetry retry,
        ModelFallback fallback,
        GeminiAddress address,
        GeminiTelemetry telemetry,
        IOptions<GeminiOptions> options,
        TimeProvider time)
    {
        (_transport, _retry, _fallback, _address, _telemetry) = (transport, retry, fallback, address, telemetry);
        (_options, _time) = (options, time);
    }

    /// <summary>Asks and waits for the whole answer.</summary>
    /// <exception cref="GeminiException">Gemini gave no answer; what it withheld or cut is an outcome, not an exception.</exception>
    public Task<GeminiAnswer> GenerateContentAsync(GeminiRequest request, CancellationToken cancellationToken) =>
        _fallback.RunAsync(ModelsFor(request), async model =>
        {
            using var operation = _telemetry.Start("generate_content", model);
            return await operation.WatchAsync(async () =>
            {
                var answer = new AnswerCollector(model);
                do
                {
                    var body = request.ToWire(model, answer.ContinuationToken);
                    answer.Add(await _retry.RunAsync(
                        "generate_content",
                        token => _transport.PostAsync<Wire.Response>(_address.Method(model, "generateContent"), body, token),
                        cancellationToken));
                }
                while (answer.TryContinue());

                return operation.Answered(answer.ToAnswer());
            });
        });

    /// <summary>
    /// Asks and hands out the text as it comes. The last element has the whole answer. A model that repeats itself is
    /// stopped, with outcome <see cref="GeminiOutcome.Looped"/>.
    /// </summary>
    /// <exception cref="GeminiException">Also in the middle of the text: what was handed out so far is then void.</exception>
    public async IAsyncEnumerable<GeminiDelta> StreamContentAsync(
        GeminiRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (model, operation, first) = await _fallback.RunAsync(ModelsFor(request), model => BeginAsync(request, model, cancellationToken));
        using var ending = operation;
        var answer = new AnswerCollector(model);
        var next = first;
        do
        {
            using var stream = next ?? await OpenStreamAsync(request, model, answer.ContinuationToken, cancellationToken);
            next = null;
            while (!answer.IsLooping && await operation.WatchAsync(() => stream.NextAsync(cancellationToken)) is { } piece)
            {
                var text = answer.Add(piece);
                if (text.Length > 0) yield return new(text, Final: null);
            }

            if (!answer.IsFinished && !answer.IsLooping) throw operation.Failed(EndedEarly());
        }
        while (!answer.IsLooping && answer.TryContinue());

        yield return new("", operation.Answered(answer.ToAnswer()));
    }

    /// <summary>
    /// Asks by a stream, for the sake of its guard against loops, and waits for the whole answer. A stream that breaks is
    /// asked for again.
    /// </summary>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told the length of the text so far, for a progress bar.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<GeminiAnswer> GenerateGuardedAsync(GeminiRequest request, IProgress<int>? progress, CancellationToken cancellationToken) =>
        _fallback.RunAsync(ModelsFor(request), async model =>
        {
            using var operation = _telemetry.Start("generate_content", model);
            return await operation.WatchAsync(async () => operation.Answered(await _retry.RunAsync(
                "generate_content", token => ReadStreamAsync(request, model, progress, token), cancellationToken)));
        });

    /// <summary>Counts the tokens that a request would have. Free of charge.</summary>
    public Task<int> CountTokensAsync(GeminiRequest request, CancellationToken cancellationToken) =>
        _fallback.RunAsync(ModelsFor(request), model => _retry.RunAsync("count_tokens", async token =>
        {
            // The Developer API wants a whole request wrapped, so that the instruction counts as well; Vertex AI takes it bare.
            var body = request.ToCount(_address.ModelResource(model));
            var count = await _transport.PostAsync<Wire.CountResponse>(
                _address.Method(model, "countTokens"), _address.IsVertex ? body.GenerateContentRequest : body, token);
            return count.TotalTokens;
        }, cancellationToken));

    /// <summary>The names of the models that this account may use. Costs no tokens, so it is the health check.</summary>
    public async Task<IReadOnlyList<string>> ListModelsAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        string? page = null;
        do
        {
            var list = await _transport.GetAsync<Wire.ModelList>(_address.Models(page), cancellationToken);
            names.AddRange((list.Models ?? list.PublisherModels ?? []).Select(model => model.Name).OfType<string>().Select(LastSegment));
            page = list.NextPageToken is { Length: > 0 } token ? token : null;
        }
        while (page is not null);

        return names;
    }

    private async Task<(string Model, GeminiTelemetry.Operation Operation, EventStream Stream)> BeginAsync(
        GeminiRequest request, string model, CancellationToken cancellationToken)
    {
        var operation = _telemetry.Start("generate_content", model);
        try
        {
            var stream = await operation.WatchAsync(() => OpenStreamAsync(request, model, continuationToken: null, cancellationToken));
            return (model, operation, stream);
        }
        catch
        {
            operation.Dispose();
            throw;
        }
    }

    private Task<EventStream> OpenStreamAsync(
        GeminiRequest request, string model, string? continuationToken, CancellationToken cancellationToken) =>
        _retry.RunAsync("generate_content", token => OpenOnceAsync(request, model, continuationToken, token), cancellationToken);

    private Task<EventStream> OpenOnceAsync(GeminiRequest request, string model, string? continuationToken, CancellationToken cancellationToken)
    {
        var uri = new Uri(_address.Method(model, "streamGenerateContent") + "?alt=sse");
        var body = request.ToWire(model, continuationToken);
        return EventStream.OpenAsync(() => GeminiTransport.Post(uri, body), _transport, _options, _time, cancellationToken);
    }

    /// <summary>One attempt at a whole answer: whatever fails in it fails all of it.</summary>
    private async Task<GeminiAnswer> ReadStreamAsync(
        GeminiRequest request, string model, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var answer = new AnswerCollector(model);
        var length = 0;
        do
        {
            using var stream = await OpenOnceAsync(request, model, answer.ContinuationToken, cancellationToken);
            while (!answer.IsLooping && await stream.NextAsync(cancellationToken) is { } piece)
            {
                length += answer.Add(piece).Length;
                progress?.Report(length);
            }

            if (!answer.IsFinished && !answer.IsLooping) throw EndedEarly();
        }
        while (!answer.IsLooping && answer.TryContinue());

        return answer.ToAnswer();
    }

    private static GeminiException EndedEarly() => new(GeminiFailure.Network, "Gemini's stream ended before the answer did.");

    private IReadOnlyList<string> ModelsFor(GeminiRequest request) =>
        request.Model is { } model ? [model] : _options.Value.EffectiveAnalysisModels;

    private static string LastSegment(string name) => name[(name.LastIndexOf('/') + 1)..];
}
