namespace Kipu.Simulators;

/// <summary>The requests of Gemini's API, field by field.</summary>
internal static class GeminiShapes
{
    private static readonly GeminiShape Blob = GeminiShape.Of("mimeType data displayName");

    private static readonly GeminiShape Schema = RecursiveSchema();

    private static readonly GeminiShape Part = GeminiShape.Of(
        "text thought? thoughtSignature executableCode* codeExecutionResult* mediaResolution* audioTranscription* partMetadata*",
        ("inlineData", Blob),
        ("fileData", GeminiShape.Of("fileUri mimeType displayName")),
        ("functionCall", GeminiShape.Of("id name args* partialArgs* willContinue?")),
        ("functionResponse", GeminiShape.Of("id name response* scheduling willContinue? parts*")),
        ("videoMetadata", GeminiShape.Of("startOffset endOffset fps%")));

    private static readonly GeminiShape Content = GeminiShape.Of("role", ("parts", Part));

    private static readonly GeminiShape Tool = GeminiShape.Of(
        "googleSearch* googleSearchRetrieval* codeExecution* urlContext* computerUse* fileSearch* googleMaps*",
        ("functionDeclarations", GeminiShape.Of(
            "name description behavior parametersJsonSchema* responseJsonSchema*", ("parameters", Schema), ("response", Schema))));

    private static readonly GeminiShape SafetySetting = GeminiShape.Of("category threshold method");

    private static readonly GeminiShape Voice = GeminiShape.Of(
        "", ("prebuiltVoiceConfig", GeminiShape.Of("voiceName")), ("replicatedVoiceConfig", GeminiShape.Of("mimeType voiceSampleAudio")));

    private static readonly GeminiShape Speech = GeminiShape.Of(
        "languageCode",
        ("voiceConfig", Voice),
        ("multiSpeakerVoiceConfig", GeminiShape.Of("", ("speakerVoiceConfigs", GeminiShape.Of("speaker", ("voiceConfig", Voice))))));

    private static readonly GeminiShape GenerationConfig = GeminiShape.Of(
        "temperature% topP% topK% candidateCount# maxOutputTokens# stopSequences seed# presencePenalty% frequencyPenalty% responseLogprobs? logprobs# "
        + "responseMimeType responseJsonSchema* responseModalities mediaResolution responseFormat* enableEnhancedCivicAnswers? imageConfig* "
        + "audioTimestamp? enableAffectiveDialog? translationConfig*",
        ("responseSchema", Schema),
        ("thinkingConfig", GeminiShape.Of("includeThoughts? thinkingBudget# thinkingLevel")),
        ("speechConfig", Speech),
        ("audioTranscriptionConfig", GeminiShape.Of("languageCodes customVocabulary wordTimestamp? diarization? mode")));

    private static readonly GeminiShape ToolConfig = GeminiShape.Of(
        "retrievalConfig* includeServerSideToolInvocations?", ("functionCallingConfig", GeminiShape.Of("mode allowedFunctionNames streamFunctionCallArguments?")));

    private static readonly GeminiShape Transcription = GeminiShape.Of("languageCodes customVocabulary enableInterimTranscription?");

    public static GeminiShape GenerateContent { get; } = GeminiShape.Of(
        "model cachedContent continuationToken serviceTier labels*",
        ("contents", Content),
        ("systemInstruction", Content),
        ("safetySettings", SafetySetting),
        ("tools", Tool),
        ("toolConfig", ToolConfig),
        ("generationConfig", GenerationConfig));

    public static GeminiShape CountTokens { get; } = GeminiShape.Of(
        "model", ("contents", Content), ("systemInstruction", Content), ("tools", Tool), ("generationConfig", GenerationConfig),
        ("generateContentRequest", GenerateContent));

    public static GeminiShape EmbedContent { get; } = GeminiShape.Of(
        "model taskType title outputDimensionality# autoTruncate?", ("content", Content), ("embedContentConfig", GeminiShape.Of("taskType title outputDimensionality# autoTruncate?")));

    public static GeminiShape BatchEmbedContents { get; } = GeminiShape.Of("", ("requests", EmbedContent));

    public static GeminiShape Predict { get; } = GeminiShape.Of(
        "", ("instances", GeminiShape.Of("content task_type taskType title")), ("parameters", GeminiShape.Of("autoTruncate? outputDimensionality#")));

    public static GeminiShape Upload { get; } = GeminiShape.Of("", ("file", GeminiShape.Of("name displayName mimeType sizeBytes")));

    public static GeminiShape LiveMessage { get; } = GeminiShape.Of(
        "",
        ("setup", LiveSetup()),
        ("clientContent", GeminiShape.Of("turnComplete?", ("turns", Content))),
        ("realtimeInput", GeminiShape.Of(
            "text audioStreamEnd?",
            ("audio", Blob),
            ("video", Blob),
            ("mediaChunks", Blob),
            ("activityStart", GeminiShape.Of("")),
            ("activityEnd", GeminiShape.Of("")))),
        ("toolResponse", GeminiShape.Of("", ("functionResponses", GeminiShape.Of("id name response* scheduling willContinue? parts*")))),
        ("contextUpdate", GeminiShape.Of("", ("systemInstruction", Content), ("tools", Tool))));

    public static GeminiShape AuthToken { get; } = GeminiShape.Of(
        "expireTime newSessionExpireTime uses# fieldMask", ("bidiGenerateContentSetup", LiveSetup()));

    private static GeminiShape LiveSetup() => GeminiShape.Of(
        "model explicitVadSignal? labels* avatarConfig*",
        ("generationConfig", GenerationConfig),
        ("systemInstruction", Content),
        ("tools", Tool),
        ("safetySettings", SafetySetting),
        ("sessionResumption", GeminiShape.Of("handle transparent?")),
        ("inputAudioTranscription", Transcription),
        ("outputAudioTranscription", Transcription),
        ("realtimeInputConfig", GeminiShape.Of(
            "activityHandling turnCoverage interimTranscriptTimestampEnabled?",
            ("automaticActivityDetection", GeminiShape.Of(
                "disabled? startOfSpeechSensitivity endOfSpeechSensitivity prefixPaddingMs# silenceDurationMs#")))),
        ("contextWindowCompression", GeminiShape.Of("triggerTokens#", ("slidingWindow", GeminiShape.Of("targetTokens#")))),
        ("proactivity", GeminiShape.Of("proactiveAudio?")),
        ("historyConfig", GeminiShape.Of("initialHistoryInClientContent?")));

    private static GeminiShape RecursiveSchema()
    {
        var schema = GeminiShape.Of(
            "type format title description nullable? enum* minItems# maxItems# minLength# maxLength# minProperties# maxProperties# pattern minimum% "
            + "maximum% required propertyOrdering default* example*");
        return schema.With("items", schema).With("anyOf", schema).With("properties", GeminiShape.MapOf(schema));
    }
}
