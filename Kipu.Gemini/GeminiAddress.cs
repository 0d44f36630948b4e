using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>The addresses of Gemini's methods, for the Developer API and for Vertex AI. None of them carries a key.</summary>
internal sealed class GeminiAddress(IOptions<GeminiOptions> options)
{
    private readonly GeminiOptions _options = options.Value;

    public bool IsVertex => _options.IsVertex;

    public Uri Base { get; } = options.Value.BaseAddress ?? (options.Value.IsVertex
        ? VertexHost(options.Value.Vertex.Location!)
        : new Uri("https://generativelanguage.googleapis.com"));

    private string Version => _options.ApiVersion is { Length: > 0 } version ? version : IsVertex ? "v1beta1" : "v1beta";

    /// <summary>The model's name as Live setups and countTokens requests write it.</summary>
    public string ModelResource(string model) =>
        IsVertex ? $"projects/{_options.Vertex.Project}/locations/{_options.Vertex.Location}/publishers/google/models/{model}" : $"models/{model}";

    public Uri Method(string model, string method) => At($"{Version}/{ModelResource(model)}:{method}");

    public Uri Models(string? pageToken) =>
        At($"{Version}/{(IsVertex ? "publishers/google/" : "")}models?pageSize=100{PageToken(pageToken)}");

    public Uri Upload() => At($"upload/{Version}/files");

    public Uri File(string name) => At($"{Version}/{name}");

    /// <summary>Keeps an upload on the host that our credentials are meant for, whatever host the answer names.</summary>
    public Uri OnThisHost(Uri upload) => At(upload.PathAndQuery.TrimStart('/'));

    public Uri Live()
    {
        var service = IsVertex
            ? $"ws/google.cloud.aiplatform.{Version}.LlmBidiService/BidiGenerateContent"
            : $"ws/google.ai.generativelanguage.{Version}.GenerativeService.BidiGenerateContent";
        return new UriBuilder(At(service)) { Scheme = Base.Scheme is "https" ? "wss" : "ws" }.Uri;
    }

    private Uri At(string path) => new($"{Base.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");

    private static string PageToken(string? token) => token is null ? "" : $"&pageToken={Uri.EscapeDataString(token)}";

    private static Uri VertexHost(string location) => new(location switch
    {
        "global" => "https://aiplatform.googleapis.com",
        "us" or "eu" => $"https://aiplatform.{location}.rep.googleapis.com",
        _ => $"https://{location}-aiplatform.googleapis.com",
    });
}
