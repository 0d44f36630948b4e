using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kipu.Gemini;

/// <summary>Traces and metrics under OpenTelemetry's generative AI names; what they lack is called kipu.gemini.*.</summary>
internal sealed class GeminiTelemetry(GeminiAddress address, IMeterFactory meters, TimeProvider time)
{
    public const string Name = "Kipu.Gemini";

    private static readonly ActivitySource Source = new(Name);

    private readonly string _host = address.Base.Host;
    private readonly string _provider = address.IsVertex ? "gcp.vertex_ai" : "gcp.gemini";
    private readonly Histogram<double> _duration = meters.Create(Name).CreateHistogram<double>("gen_ai.client.operation.duration", "s");
    private readonly Histogram<long> _tokens = meters.Create(Name).CreateHistogram<long>("gen_ai.client.token.usage", "{token}");
    private readonly Counter<long> _retries = meters.Create(Name).CreateCounter<long>("kipu.gemini.retries", "{retry}");
    private readonly Counter<long> _fallbacks = meters.Create(Name).CreateCounter<long>("kipu.gemini.model_fallbacks", "{fallback}");
    private readonly Counter<long> _reconnects = meters.Create(Name).CreateCounter<long>("kipu.gemini.live.reconnects", "{reconnect}");

    public Operation Start(string operation, string model) => new(this, operation, model);

    public void Retried(string operation, GeminiFailure failure) =>
        _retries.Add(1, new("gen_ai.operation.name", operation), new("error.type", failure.ToString()));

    public void FellBack(string from, string to) =>
        _fallbacks.Add(1, new("gen_ai.request.model", from), new("kipu.gemini.next_model", to));

    public void Reconnected(string model, string reason) =>
        _reconnects.Add(1, new("gen_ai.request.model", model), new("kipu.gemini.reason", reason));

    /// <summary>Tokens by direction and modality; the split by modality is what a bill needs.</summary>
    public void Used(string operation, string model, GeminiUsage usage)
    {
        GeminiMeter.Count(model, usage, time.GetUtcNow());
        Record("input", usage.PromptTokens, usage.PromptDetails);
        Record("output", usage.OutputTokens + usage.ThoughtTokens, usage.OutputDetails);

        void Record(string type, int total, IReadOnlyDictionary<GeminiModality, int> details)
        {
            foreach (var (modality, count) in details) Add(type, count, modality);

            var rest = total - details.Values.Sum();
            if (rest > 0) Add(type, rest, GeminiModality.Text);
        }

        void Add(string type, int count, GeminiModality modality) => _tokens.Record(
            count,
            new("gen_ai.operation.name", operation),
            new("gen_ai.provider.name", _provider),
            new("gen_ai.request.model", model),
            new("gen_ai.token.type", type),
            new("kipu.gemini.modality", modality.ToString().ToLowerInvariant()));
    }

    /// <summary>One call, from the first attempt to the last: a span and a duration.</summary>
    internal sealed class Operation : IDisposable
    {
        private readonly GeminiTelemetry _telemetry;
        private readonly string _operation;
        private readonly string _model;
        private readonly long _started = Stopwatch.GetTimestamp();
        private readonly Activity? _activity;
        private string? _error;

        public Operation(GeminiTelemetry telemetry, string operation, string model)
        {
            (_telemetry, _operation, _model) = (telemetry, operation, model);
            _activity = Source.StartActivity($"{operation} {model}", ActivityKind.Client);
            _activity?.SetTag("gen_ai.operation.name", operation);
            _activity?.SetTag("gen_ai.provider.name", telemetry._provider);
            _activity?.SetTag("gen_ai.request.model", model);
            _activity?.SetTag("server.address", telemetry._host);
        }

        /// <summary>Runs a part of the call and marks the span when it fails.</summary>
        public async Task<T> WatchAsync<T>(Func<Task<T>> part)
        {
            try
            {
                return await part();
            }
            catch (GeminiException exception)
            {
                throw Failed(exception);
            }
        }

        public GeminiAnswer Answered(GeminiAnswer answer)
        {
            _activity?.SetTag("gen_ai.response.model", answer.ModelVersion);
            _activity?.SetTag("gen_ai.response.id", answer.ResponseId);
            _activity?.SetTag("gen_ai.response.finish_reasons", new[] { answer.FinishReason ?? answer.Outcome.ToString() });
            Used(answer.Usage);
            return answer;
        }

        public void Used(GeminiUsage usage)
        {
            _activity?.SetTag("gen_ai.usage.input_tokens", usage.PromptTokens);
            _activity?.SetTag("gen_ai.usage.output_tokens", usage.OutputTokens + usage.ThoughtTokens);
            _telemetry.Used(_operation, _model, usage);
        }

        public GeminiException Failed(GeminiException exception)
        {
            _error = exception.Failure.ToString();
            _activity?.SetTag("error.type", _error);
            _activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            return exception;
        }

        public void Dispose()
        {
            _telemetry._duration.Record(
                Stopwatch.GetElapsedTime(_started).TotalSeconds,
                new("gen_ai.operation.name", _operation),
                new("gen_ai.provider.name", _telemetry._provider),
                new("gen_ai.request.model", _model),
                new("error.type", _error));
            _activity?.Dispose();
        }
    }
}
