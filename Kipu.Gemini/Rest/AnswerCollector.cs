using System.Text;

namespace Kipu.Gemini;

/// <summary>Joins the pieces of an answer (of a stream, and of continued requests) and decides what became of it.</summary>
internal sealed class AnswerCollector(string model)
{
    // Far more than any answer of ours needs; a server that always wants to go on must not keep us for ever.
    private const int MostContinuations = 20;

    private readonly StringBuilder _text = new();
    private readonly RepetitionDetector _repetition = new();
    private GeminiUsage _finishedUsage = GeminiUsage.None;
    private GeminiUsage _roundUsage = GeminiUsage.None;
    private string? _finishReason;
    private string? _finishMessage;
    private string? _blockReason;
    private string? _modelVersion;
    private string? _responseId;
    private int _continuations;

    public string? ContinuationToken { get; private set; }

    public bool IsLooping { get; private set; }

    public bool IsFinished => _finishReason is not null || _blockReason is not null;

    /// <returns>The text that came new with this piece.</returns>
    public string Add(Wire.Response response)
    {
        _modelVersion = response.ModelVersion ?? _modelVersion;
        _responseId = response.ResponseId ?? _responseId;
        _blockReason = response.PromptFeedback?.BlockReason ?? _blockReason;
        if (response.UsageMetadata is { } usage) _roundUsage = usage.ToUsage();
        if (response.Candidates is not [var candidate, ..]) return "";

        _finishReason = candidate.FinishReason ?? _finishReason;
        _finishMessage = candidate.FinishMessage ?? _finishMessage;
        ContinuationToken = candidate.ContinuationToken ?? ContinuationToken;
        var text = string.Concat((candidate.Content?.Parts ?? []).Where(part => part.Thought is not true).Select(part => part.Text));
        _text.Append(text);
        IsLooping |= _repetition.Add(text);
        return text;
    }

    /// <summary>Gets ready for the next request when Gemini ended this one only because of its own limit.</summary>
    public bool TryContinue()
    {
        if (_finishReason is not "CONTINUATION" || ContinuationToken is null || _continuations == MostContinuations) return false;

        _continuations++;
        _finishedUsage += _roundUsage;
        _roundUsage = GeminiUsage.None;
        _finishReason = null;
        return true;
    }

    public GeminiAnswer ToAnswer()
    {
        var text = IsLooping ? _text.ToString(0, Math.Min(_text.Length, _repetition.GoodLength)) : _text.ToString();
        return new()
        {
            Outcome = OutcomeOf(text),
            Text = text,
            FinishReason = _blockReason ?? _finishReason,
            FinishMessage = _finishMessage,
            Model = model,
            ModelVersion = _modelVersion,
            ResponseId = _responseId,
            Usage = _finishedUsage + _roundUsage,
        };
    }

    private GeminiOutcome OutcomeOf(string text)
    {
        if (IsLooping) return GeminiOutcome.Looped;
        if (_blockReason is not null) return GeminiOutcome.Blocked;

        return _finishReason switch
        {
            "STOP" => text.Length > 0 ? GeminiOutcome.Complete : GeminiOutcome.Empty,
            "MAX_TOKENS" or "CONTINUATION" => GeminiOutcome.Truncated,
            "SAFETY" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII" or "MODEL_ARMOR" or "LANGUAGE" => GeminiOutcome.Blocked,
            "RECITATION" => GeminiOutcome.Recited,
            null or "FINISH_REASON_UNSPECIFIED" => GeminiOutcome.Empty,
            // The list of reasons grows all the time; an unknown one is no reason to fail.
            _ => GeminiOutcome.Other,
        };
    }
}
