using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kipu.Gemini;

/// <summary>The JSON of Gemini's REST API, as far as this client speaks it.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Only Gemini reads it: accents needn't be escaped.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal sealed record Request(
        IReadOnlyList<Content> Contents,
        Content? SystemInstruction,
        IReadOnlyList<SafetySetting> SafetySettings,
        GenerationConfig GenerationConfig,
        string? ContinuationToken);

    internal sealed record Content(string? Role, IReadOnlyList<Part>? Parts);

    internal sealed record Part
    {
        public string? Text { get; init; }

        public bool? Thought { get; init; }

        public FileData? FileData { get; init; }

        public Blob? InlineData { get; init; }
    }

    internal sealed record FileData(string FileUri, string MimeType);

    internal sealed record Blob(string MimeType, ReadOnlyMemory<byte> Data);

    internal sealed record SafetySetting(string Category, string Threshold);

    internal sealed record GenerationConfig(
        int MaxOutputTokens, string? ResponseMimeType, JsonElement? ResponseJsonSchema, ThinkingConfig? ThinkingConfig);

    internal sealed record ThinkingConfig(string ThinkingLevel);

    internal sealed record Response(
        IReadOnlyList<Candidate>? Candidates, PromptFeedback? PromptFeedback, Usage? UsageMetadata, string? ModelVersion, string? ResponseId);

    internal sealed record Candidate(Content? Content, string? FinishReason, string? FinishMessage, string? ContinuationToken);

    internal sealed record PromptFeedback(string? BlockReason);

    /// <summary>Developer API and Vertex AI, REST and Live name some counts differently: all names are read.</summary>
    internal sealed record Usage(
        int PromptTokenCount,
        int CachedContentTokenCount,
        int CandidatesTokenCount,
        int ResponseTokenCount,
        int ThoughtsTokenCount,
        int ToolUsePromptTokenCount,
        int TotalTokenCount,
        IReadOnlyList<ModalityCount>? PromptTokensDetails,
        IReadOnlyList<ModalityCount>? CandidatesTokensDetails,
        IReadOnlyList<ModalityCount>? ResponseTokensDetails)
    {
        public GeminiUsage ToUsage() => new()
        {
            PromptTokens = PromptTokenCount + ToolUsePromptTokenCount,
            CachedTokens = CachedContentTokenCount,
            OutputTokens = Math.Max(CandidatesTokenCount, ResponseTokenCount),
            ThoughtTokens = ThoughtsTokenCount,
            TotalTokens = TotalTokenCount,
            PromptDetails = Details(PromptTokensDetails),
            OutputDetails = Details(CandidatesTokensDetails ?? ResponseTokensDetails),
        };

        private static Dictionary<GeminiModality, int> Details(IReadOnlyList<ModalityCount>? counts) => (counts ?? [])
            .Where(count => Enum.TryParse<GeminiModality>(count.Modality, ignoreCase: true, out _))
            .GroupBy(count => Enum.Parse<GeminiModality>(count.Modality!, ignoreCase: true))
            .ToDictionary(group => group.Key, group => group.Sum(count => count.TokenCount));
    }

    internal sealed record ModalityCount(string? Modality, int TokenCount);

    internal sealed record FileEnvelope(File? File);

    internal sealed record File(string? Name, string? Uri, string? MimeType, long SizeBytes, string? State, Status? Error)
    {
        public GeminiFile ToFile() => new(
            Name ?? throw new GeminiException(GeminiFailure.Protocol, "Gemini described a file without a name."),
            Uri ?? "",
            MimeType ?? "application/octet-stream",
            SizeBytes,
            Enum.TryParse<GeminiFileState>(State, ignoreCase: true, out var state) ? state : GeminiFileState.Unknown,
            Error?.Message);
    }

    internal sealed record Status(string? Message);

    internal sealed record CountRequest(CountedRequest GenerateContentRequest);

    internal sealed record CountedRequest(string Model, IReadOnlyList<Content> Contents, Content? SystemInstruction);

    internal sealed record CountResponse(int TotalTokens);

    internal sealed record ModelList(IReadOnlyList<Model>? Models, IReadOnlyList<Model>? PublisherModels, string? NextPageToken);

    internal sealed record Model(string? Name, string? DisplayName, IReadOnlyList<string>? SupportedGenerationMethods);
}
