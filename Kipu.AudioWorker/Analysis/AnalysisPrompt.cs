using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kipu.AudioWorker;

/// <summary>What Gemini is asked: one question for the words of a segment, one for what a whole transcript says.</summary>
internal static class AnalysisPrompt
{
    /// <summary>The output language that is the meeting's own.</summary>
    public const string Spoken = "spoken";

    public const string SegmentInstruction = """
        You transcribe a part of a recorded meeting.
        - Write down every word that is said, in the language in which it is said. Never translate, shorten or embellish.
        - Start a new segment whenever the speaker or the language changes, and in long turns at the end of a sentence, at least every 30 seconds.
        - start and end are MM:SS from the beginning of this audio.
        - Tell the speakers apart by their voices and call them S1, S2, ... in the order in which they are first heard. Keep each label for the same voice.
        - Give a speaker's name only when the words themselves tell it, and quote those words as evidence, as you wrote them down. Do not guess.
        - Write [inaudible] for what can't be understood. Leave silence, music and noise out; invent nothing for them.
        - language is the ISO 639-1 code of the segment's words; the answer's own is that of most words. Without any speech, segments is empty.
        """;

    private const string TextInstruction = """
        You read the transcript of a meeting and say what is in it. Each line has a number in brackets, the time, the speaker and the words.
        - Use only what the lines say. With each statement give the numbers of the lines it rests on, and as quote three to twenty words in a row of one of these lines, copied as they stand there and never translated. Leave out what no line supports.
        - decisions: what was settled, not what was merely discussed. actionItems: what somebody is to do.
        - owner is the name or label of the person who took it on, as the transcript has it; the quote is then what they say, or where they are called by name. due is when, as it was said, or the date when the words fix one.
        - title names the meeting in at most ten words. executiveSummary has two or three statements of one sentence each, summary three to eight.
        - category is one of meeting, planning, review, interview, sales, support, training, other. sentiment is positive, neutral, negative or mixed.
        - keyTopics and tags are short. participants are the people who speak, by name where the transcript tells it.
        """;

    public static readonly JsonElement SegmentSchema = JsonElement.Parse("""
        {
          "type": "object",
          "properties": {
            "language": { "type": "string" },
            "speakers": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": { "id": { "type": "string" }, "name": { "type": "string" }, "evidence": { "type": "string" } },
                "required": ["id"]
              }
            },
            "segments": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "start": { "type": "string" }, "end": { "type": "string" }, "speaker": { "type": "string" },
                  "language": { "type": "string" }, "text": { "type": "string" }
                },
                "required": ["start", "end", "speaker", "language", "text"],
                "propertyOrdering": ["start", "end", "speaker", "language", "text"]
              }
            }
          },
          "required": ["language", "speakers", "segments"],
          "propertyOrdering": ["language", "speakers", "segments"]
        }
        """);

    private const string TextSchema = """
        {
          "type": "object",
          "properties": {
            "title": { "type": "string" },
            "category": { "type": "string" },
            "executiveSummary": { "type": "array", "items": { "$ref": "#/$defs/statement" } },
            "summary": { "type": "array", "items": { "$ref": "#/$defs/statement" } },
            "decisions": { "type": "array", "items": { "$ref": "#/$defs/statement" } },
            "actionItems": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "text": { "type": "string" }, "quote": { "type": "string" }, "owner": { "type": "string" }, "due": { "type": "string" },
                  "segments": { "type": "array", "items": { "type": "integer" } }
                },
                "required": ["text", "quote", "segments"]
              }
            },
            "keyTopics": { "type": "array", "items": { "type": "string" } },
            "sentiment": { "type": "string" },
            "tags": { "type": "array", "items": { "type": "string" } },
            "participants": { "type": "array", "items": { "type": "string" } }
          },
          "required": ["title", "executiveSummary", "summary", "decisions", "actionItems", "keyTopics", "tags", "participants"],
          "$defs": {
            "statement": {
              "type": "object",
              "properties": {
                "text": { "type": "string" }, "quote": { "type": "string" }, "segments": { "type": "array", "items": { "type": "integer" } }
              },
              "required": ["text", "quote", "segments"]
            }
          }
        }
        """;

    /// <summary>Digest of what is asked in every meeting: an analysis tells by it which wording of the questions it answers.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', SegmentInstruction, SegmentSchema.GetRawText(), TextInstruction, TextSchema))).AsSpan(0, 4));

    public static string TextInstructionFor(RecordingBrief brief)
    {
        var text = new StringBuilder(TextInstruction);
        text.Append("\n- ").Append(brief.OutputLanguage switch
        {
            "es" => "Write in Spanish, whatever the language of the transcript. Only quotes stay as they were said.",
            "en" => "Write in English, whatever the language of the transcript. Only quotes stay as they were said.",
            _ => "Write in the language of the transcript.",
        });
        if (brief.Template is not { } template) return text.ToString();

        text.Append(CultureInfo.InvariantCulture, $"\n\nThe kind of meeting is said to be \"{template.Name}\".");
        if (template.Instructions is { } instructions) text.Append(' ').Append(instructions);
        text.Append("\nThe answer's sections are filled with statements of what the lines say to each; one that they say nothing to stays empty:");
        foreach (var section in template.Sections) text.Append(CultureInfo.InvariantCulture, $"\n- {section.Id} ({section.Title}): {section.Content}");
        return text.ToString();
    }

    /// <summary>The answer's form, with the template's sections in it.</summary>
    public static JsonElement TextSchemaFor(AnalysisTemplate? template)
    {
        var schema = JsonNode.Parse(TextSchema)!;
        if (template is { Sections.Count: > 0 })
        {
            var sections = template.Sections.Select(section => KeyValuePair.Create<string, JsonNode?>(section.Id, new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["$ref"] = "#/$defs/statement" },
            }));
            schema["properties"]!["sections"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(sections),
                ["required"] = new JsonArray([.. template.Sections.Select(section => JsonValue.Create(section.Id))]),
            };
            schema["required"]!.AsArray().Add("sections");
        }

        return JsonSerializer.SerializeToElement(schema);
    }

    public static string ForSegment(double seconds, string? language, IReadOnlyList<string> vocabulary) =>
        $"Transcribe this audio. It lasts {Timestamps.Format(seconds)}."
        + (language is null ? "" : $" The language is said to be {language}.")
        + (vocabulary.Count is 0 ? "" : $" Names and terms to be spelled so wherever they are heard, and only there: {string.Join("; ", vocabulary)}.");

    public static string ForTranscript(MergedTranscript transcript, DateOnly meetingDate)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The meeting took place on {meetingDate:yyyy-MM-dd}. Its transcript:\n\n");
        foreach (var (index, turn) in transcript.Turns.Index())
        {
            text.Append(CultureInfo.InvariantCulture,
                $"[{index + 1}] {Timestamps.Format(turn.Start)} {turn.SpeakerId}: {turn.Text.ReplaceLineEndings(" ")}\n");
        }

        return text.ToString();
    }
}

/// <summary>Gemini's answer to the first question.</summary>
internal sealed record SegmentAnswer(string? Language, IReadOnlyList<AnsweredSpeaker>? Speakers, IReadOnlyList<AnsweredTurn>? Segments);

internal sealed record AnsweredSpeaker(string? Id, string? Name, string? Evidence);

internal sealed record AnsweredTurn(string? Start, string? End, string? Speaker, string? Language, string? Text);

/// <summary>
/// What a transcript says; numbers refer to its turns, from 1. <c>Reasons</c> are codes of what could not be read from it, <c>Model</c> is who
/// read it, as it names itself, and <c>Prompt</c> the digest of what it was asked.
/// </summary>
internal sealed record ReadTranscript(
    string? Title, string? Category, IReadOnlyList<ReadStatement>? ExecutiveSummary, IReadOnlyList<ReadStatement>? Summary,
    IReadOnlyList<ReadStatement>? Decisions,
    IReadOnlyList<ReadAction>? ActionItems, IReadOnlyList<string>? KeyTopics, string? Sentiment, IReadOnlyList<string>? Tags,
    IReadOnlyList<string>? Participants, IReadOnlyDictionary<string, IReadOnlyList<ReadStatement>?>? Sections,
    [property: JsonIgnore] IReadOnlyList<string>? Reasons = null, [property: JsonIgnore] string? Model = null,
    [property: JsonIgnore] string? Prompt = null)
{
    public static readonly ReadTranscript Nothing = new(null, null, null, null, null, null, null, null, null, null, null);
}

/// <param name="Text">What is said of the meeting.</param>
/// <param name="Quote">Words of the lines that it rests on.</param>
/// <param name="Segments">The numbers of these lines.</param>
internal sealed record ReadStatement(string? Text, string? Quote, IReadOnlyList<int>? Segments);

internal sealed record ReadAction(string? Text, string? Quote, string? Owner, string? Due, IReadOnlyList<int>? Segments);
