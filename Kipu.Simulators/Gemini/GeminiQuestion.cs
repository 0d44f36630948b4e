using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>A generateContent request, checked as Google checks it.</summary>
internal sealed record GeminiQuestion(
    GeminiModel Model, IReadOnlyList<GeminiAudio> Audio, string Instruction, IReadOnlyList<string> UserTexts, JsonObject? Schema, string? ContinuationToken)
{
    /// <summary>All text that came with it, the question last.</summary>
    public string Text => string.Join('\n', [Instruction, .. UserTexts]);

    public static GeminiQuestion Read(JsonObject request, GeminiModel model, GeminiFileStore store, bool isVertex, DateTimeOffset now)
    {
        var contents = List(request["contents"]);
        if (contents.Count is 0) throw GeminiRefusal.Invalid("* GenerateContentRequest.contents: contents is not specified");
        if (!isVertex && request["labels"] is not null) throw GeminiRefusal.Invalid("Invalid JSON payload received. Unknown name \"labels\": Cannot find field.");
        if (contents.Any(content => (string?)content["role"] is not (null or "" or "user" or "model" or "function")))
        {
            throw GeminiRefusal.Invalid("Please use a valid role: user, model.");
        }

        if (model.HasFixedSampling && (string?)contents[^1]["role"] is "model")
        {
            throw GeminiRefusal.Invalid("The last content can't be of role model: prefilled answers are not supported by this model.");
        }

        var parts = contents.SelectMany(content => List(content["parts"])).ToList();
        if (parts.Count is 0) throw GeminiRefusal.Invalid("* GenerateContentRequest.contents[0].parts: contents.parts must not be empty.");

        return new(
            model,
            [.. parts.Select(part => AudioOf(part, store, now)).OfType<GeminiAudio>()],
            string.Join('\n', List(request["systemInstruction"]?["parts"]).Select(part => (string?)part["text"])),
            [.. parts.Select(part => (string?)part["text"]).OfType<string>()],
            ReadConfig(request["generationConfig"] as JsonObject ?? [], model, isVertex),
            (string?)request["continuationToken"]);
    }

    private static JsonObject? ReadConfig(JsonObject config, GeminiModel model, bool isVertex)
    {
        if (!isVertex && config["audioTimestamp"] is not null) throw GeminiRefusal.Invalid("audio_timestamp is not supported by this API.");
        if (config["temperature"] is { } temperature && temperature.GetValue<double>() is < 0 or > 2)
        {
            throw GeminiRefusal.Invalid("* GenerateContentRequest.generation_config.temperature: temperature must be in the range [0.0, 2.0].");
        }

        if (model.HasFixedSampling && (config["presencePenalty"] ?? config["frequencyPenalty"]) is not null)
        {
            throw GeminiRefusal.Invalid($"Penalty is not enabled for models/{model.Name}");
        }

        var thinking = config["thinkingConfig"];
        if (thinking?["thinkingLevel"] is not null && thinking["thinkingBudget"] is not null)
        {
            throw GeminiRefusal.Invalid("You can only set one of thinking budget and thinking level.");
        }

        if (model.RefusesMinimalThinking && string.Equals((string?)thinking?["thinkingLevel"], "MINIMAL", StringComparison.OrdinalIgnoreCase))
        {
            throw GeminiRefusal.Invalid("Thinking level MINIMAL is not supported for this model.");
        }

        var (schema, jsonSchema) = (config["responseSchema"] as JsonObject, config["responseJsonSchema"] as JsonObject);
        if (schema is not null && jsonSchema is not null) throw GeminiRefusal.Invalid("Only one of response_schema and response_json_schema can be set.");
        if ((schema ?? jsonSchema) is not null && (string?)config["responseMimeType"] is not "application/json")
        {
            throw GeminiRefusal.Invalid("* GenerateContentRequest.generation_config.response_schema: only allowed with response mime type application/json.");
        }

        return schema ?? jsonSchema ?? ((string?)config["responseMimeType"] is "application/json" ? [] : null);
    }

    private static GeminiAudio? AudioOf(JsonNode part, GeminiFileStore store, DateTimeOffset now)
    {
        if (part["inlineData"] is { } inline)
        {
            CheckMimeType((string?)inline["mimeType"]);
            return new(null, Decode((string?)inline["data"]));
        }

        if (part["fileData"] is not { } reference) return null;

        var uri = (string?)reference["fileUri"] ?? "";
        var file = store.Find(uri[(uri.LastIndexOf('/') + 1)..]) ?? throw GeminiRefusal.NoFile(uri);
        CheckMimeType((string?)reference["mimeType"] ?? file.MimeType);
        if (file.State(now) is not "ACTIVE")
        {
            throw new GeminiRefusal(400, "FAILED_PRECONDITION", $"The File {file.Name} is not in an ACTIVE state and usage is not allowed.");
        }

        return GeminiAudio.File(file.Path);
    }

    private static void CheckMimeType(string? mimeType)
    {
        if (mimeType is null || !(mimeType.StartsWith("audio/", StringComparison.Ordinal) || mimeType.StartsWith("video/", StringComparison.Ordinal)))
        {
            throw GeminiRefusal.Invalid($"Unsupported MIME type: {mimeType ?? "none"}. This simulator listens to audio.");
        }
    }

    private static byte[] Decode(string? data)
    {
        try
        {
            // Both alphabets are in use.
            return Convert.FromBase64String((data ?? "").Replace('-', '+').Replace('_', '/'));
        }
        catch (FormatException)
        {
            throw GeminiRefusal.Invalid("Invalid value at 'contents[0].parts[0].inline_data.data': Base64 decoding failed.");
        }
    }

    private static List<JsonNode> List(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.OfType<JsonNode>()],
        JsonObject one => [one],
        _ => [],
    };
}
