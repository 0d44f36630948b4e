using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>generateContent, as one answer or as a stream, and countTokens; under the paths of both APIs.</summary>
internal static class GeminiGenerateEndpoints
{
    private const int LettersPerEvent = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapAt(routes, "/{version}/models/{model}", isVertex: false);
        MapAt(routes, "/{version}/projects/{project}/locations/{location}/publishers/google/models/{model}", isVertex: true);
    }

    private static void MapAt(IEndpointRouteBuilder routes, string path, bool isVertex)
    {
        routes.MapPost($"{path}:generateContent", (HttpContext http, GeminiApi api, Handler handler) =>
            api.HandleAsync(http, "generate", () => handler.GenerateAsync(http, isVertex)));
        routes.MapPost($"{path}:streamGenerateContent", (HttpContext http, GeminiApi api, Handler handler) =>
            api.HandleAsync(http, "stream", () => handler.StreamAsync(http, isVertex)));
        routes.MapPost($"{path}:countTokens", (HttpContext http, GeminiApi api, Handler handler) =>
            api.HandleAsync(http, "count", () => handler.CountAsync(http, isVertex)));
    }

    internal sealed class Handler(GeminiGeneration generation, GeminiFileStore store, GeminiFaults faults, TimeProvider time)
    {
        public async Task GenerateAsync(HttpContext http, bool isVertex)
        {
            var draft = await generation.AnswerAsync(await ReadAsync(http, "generateContent", isVertex), "generate", http.RequestAborted);
            await GeminiApi.WriteAsync(http, ToJson(draft, draft.Text, isLast: true));
        }

        public async Task StreamAsync(HttpContext http, bool isVertex)
        {
            var draft = await generation.AnswerAsync(await ReadAsync(http, "streamGenerateContent", isVertex), "stream", http.RequestAborted);
            var pieces = Cut(draft).ToList();
            if (http.Request.Query["alt"].FirstOrDefault() is "sse")
            {
                await WriteEventsAsync(http, draft, pieces);
                return;
            }

            http.Response.ContentType = "application/json; charset=UTF-8";
            var all = new JsonArray([.. pieces.Select((piece, index) => ToJson(draft, piece, index == pieces.Count - 1))]);
            await http.Response.WriteAsync(all.ToJsonString(), http.RequestAborted);
        }

        public async Task CountAsync(HttpContext http, bool isVertex)
        {
            var body = await GeminiApi.ReadAsync(http, GeminiShapes.CountTokens);
            var request = body["generateContentRequest"] as JsonObject ?? new JsonObject
            {
                ["contents"] = body["contents"]?.DeepClone(),
                ["systemInstruction"] = body["systemInstruction"]?.DeepClone(),
            };
            var question = GeminiQuestion.Read(request, Model(http, "countTokens"), store, isVertex, time.GetUtcNow());

            // Without listening the length of coded audio isn't known: a second of FLAC at 16 kHz has about 16 KB.
            var audio = question.Audio.Sum(piece => GeminiTokens.OfSeconds((piece.Path is { } path ? new FileInfo(path).Length : piece.Bytes.Length) / 16_000.0));
            var text = GeminiTokens.OfText(question.Text);
            await GeminiApi.WriteAsync(http, new() { ["totalTokens"] = audio + text, ["promptTokensDetails"] = Details(text, audio) });
        }

        private static GeminiModel Model(HttpContext http, string method) => GeminiModels.Get(
            (string)http.Request.RouteValues["model"]!, GeminiModelKind.Content, (string)http.Request.RouteValues["version"]!, method);

        private async Task<GeminiQuestion> ReadAsync(HttpContext http, string method, bool isVertex)
        {
            var model = Model(http, method);
            return GeminiQuestion.Read(
                await GeminiApi.ReadAsync(http, GeminiShapes.GenerateContent), model, store, isVertex, time.GetUtcNow());
        }

        private async Task WriteEventsAsync(HttpContext http, GeminiDraft draft, List<string> pieces)
        {
            var fault = faults.Take("stream", "cut_stream", "error_in_stream");
            http.Response.ContentType = "text/event-stream";
            for (var index = 0; index < pieces.Count; index++)
            {
                await EventAsync(http, ToJson(draft, pieces[index], index == pieces.Count - 1));
                if (fault is null || index < (pieces.Count - 1) / 2) continue;
                if (fault.Kind is "cut_stream")
                {
                    http.Abort();
                    return;
                }

                await EventAsync(http, new GeminiRefusal(503, "UNAVAILABLE", "The model is overloaded. Please try again later.").ToJson());
                return;
            }
        }

        private static async Task EventAsync(HttpContext http, JsonObject data)
        {
            await http.Response.WriteAsync($"data: {data.ToJsonString()}\r\n\r\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    private static IEnumerable<string> Cut(GeminiDraft draft)
    {
        if (draft.Text.Length is 0) yield return "";
        for (var start = 0; start < draft.Text.Length; start += LettersPerEvent)
        {
            yield return draft.Text.Substring(start, Math.Min(LettersPerEvent, draft.Text.Length - start));
        }
    }

    private static JsonObject ToJson(GeminiDraft draft, string text, bool isLast)
    {
        var output = GeminiTokens.OfText(draft.Text);
        var usage = new JsonObject
        {
            ["promptTokenCount"] = draft.TextTokens + draft.AudioTokens,
            ["candidatesTokenCount"] = output,
            ["totalTokenCount"] = draft.TextTokens + draft.AudioTokens + output,
            ["promptTokensDetails"] = Details(draft.TextTokens, draft.AudioTokens),
        };
        var answer = new JsonObject { ["usageMetadata"] = usage, ["modelVersion"] = draft.ModelVersion, ["responseId"] = draft.ResponseId };
        if (draft.BlockReason is { } block)
        {
            answer["promptFeedback"] = new JsonObject { ["blockReason"] = block };
            return answer;
        }

        answer["candidates"] = new JsonArray(Candidate(draft, text, isLast));
        return answer;
    }

    private static JsonObject Candidate(GeminiDraft draft, string text, bool isLast)
    {
        var candidate = new JsonObject { ["index"] = 0 };
        if (draft.HasContent)
        {
            var parts = new JsonArray();
            if (draft.Thought is { } thought) parts.Add(new JsonObject { ["text"] = thought, ["thought"] = true });
            if (text.Length > 0) parts.Add(new JsonObject { ["text"] = text });
            candidate["content"] = new JsonObject { ["parts"] = parts, ["role"] = "model" };
        }

        if (!isLast) return candidate;

        candidate["finishReason"] = draft.FinishReason;
        if (draft.FinishMessage is { } message) candidate["finishMessage"] = message;
        if (draft.ContinuationToken is { } token) candidate["continuationToken"] = token;
        return candidate;
    }

    private static JsonArray Details(int text, int audio)
    {
        var details = new JsonArray(new JsonObject { ["modality"] = "TEXT", ["tokenCount"] = text });
        if (audio > 0) details.Add(new JsonObject { ["modality"] = "AUDIO", ["tokenCount"] = audio });
        return details;
    }
}
