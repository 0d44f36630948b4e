using System.ComponentModel.DataAnnotations;

namespace Kipu.Gemini;

/// <summary>Section "Gemini": where Gemini is, with which credentials, and which models are asked in which order.</summary>
public sealed class GeminiOptions : IValidatableObject
{
    public const string Section = "Gemini";

    /// <summary>Key of the Developer API. Not used on Vertex AI.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Scheme, host and port. Empty: Google's own address, of the Developer API or of Vertex AI.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Path segment of the version. Empty: v1beta, on Vertex AI v1beta1.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>Models for recordings and text; the next one is asked when one is gone or overloaded. Empty: the defaults.</summary>
    public IList<string> AnalysisModels { get; set; } = [];

    /// <summary>Models for voice, in the same manner.</summary>
    public IList<string> LiveModels { get; set; } = [];

    public VertexOptions Vertex { get; set; } = new();

    /// <summary>Longest time of one answer. Google ends a plain call after ten minutes by itself.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:20:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest time for one chunk of an upload, or for a small call such as a file's state.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TransferTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an uploaded file may be in state PROCESSING.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ProcessingTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Attempts for a call that failed in passing, the first one included.</summary>
    [Range(1, 10)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>First pause between attempts; it doubles each time, up to <see cref="LongestRetryDelay"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>When Gemini asks for a longer pause than this, the call fails at once and says when to come back.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan LongestRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Time to open a voice session, setup included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan LiveConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Silence of the model after which a voice session that owes an answer is taken for dead and reopened.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:02:00")]
    public TimeSpan LiveSilenceTimeout { get; set; } = TimeSpan.FromSeconds(10);

    internal bool IsVertex => !string.IsNullOrEmpty(Vertex.Project);

    internal IReadOnlyList<string> EffectiveAnalysisModels =>
        AnalysisModels.Count > 0 ? [.. AnalysisModels] : ["gemini-3.8-flash", "gemini-3.5-flash", "gemini-3.5-flash-lite"];

    internal IReadOnlyList<string> EffectiveLiveModels =>
        LiveModels.Count > 0 ? [.. LiveModels] : ["gemini-3.8-live", "gemini-3.1-flash-live-preview"];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsVertex && string.IsNullOrWhiteSpace(ApiKey))
        {
            yield return new("Set Gemini:ApiKey, or Gemini:Vertex:Project for Vertex AI.", [nameof(ApiKey)]);
        }

        if (IsVertex && string.IsNullOrWhiteSpace(Vertex.Location))
        {
            yield return new("Gemini:Vertex:Location is empty; give a region, or 'global'.", [nameof(Vertex)]);
        }

        if (BaseAddress is { } address && !(address.IsAbsoluteUri && address.Scheme is "http" or "https"))
        {
            yield return new("Gemini:BaseAddress has to be an absolute http or https address.", [nameof(BaseAddress)]);
        }
    }
}

/// <summary>Gemini through a Google Cloud project. Credentials come from the environment (Application Default Credentials).</summary>
public sealed class VertexOptions
{
    public string? Project { get; set; }

    public string? Location { get; set; } = "global";
}
