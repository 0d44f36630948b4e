using Kipu.Speech;

namespace Kipu.Simulators;

/// <summary>Which fact a property's name asks for. Case and underscores don't count.</summary>
internal static class GeminiFactNames
{
    private const int ShortSummarySentences = 3;

    public static IEnumerable<object> Collection(string name, object? scope, GeminiFacts facts) => (scope, Plain(name)) switch
    {
        (Finding finding, "segments" or "evidence" or "lines" or "sources" or "segmentids") => Numbers(finding.Segment, facts),
        (ActionFinding action, "segments" or "evidence" or "lines" or "sources" or "segmentids") => Numbers(action.Segment, facts),
        (Topic topic, "keywords" or "tags") => topic.Keywords,
        (Topic topic, "segments" or "lines" or "segmentids") =>
            facts.Lines.Where(line => line.Start >= topic.Start && line.Start < topic.End).Select(line => (object)line.Number),
        (GeminiFacts, "segments" or "transcript" or "transcription" or "utterances" or "lines" or "turns") => facts.Lines,
        (GeminiFacts, "speakers" or "voices" or "participants" or "attendees" or "people") => facts.Speakers,
        (GeminiFacts, "executivesummary") => facts.Reading is { } reading ? ShortSummary(reading) : [],
        (GeminiFacts, "summary" or "keypoints" or "highlights" or "mainpoints") => facts.Reading?.Summary ?? [],
        (GeminiFacts, "decisions" or "agreements" or "keydecisions") => facts.Reading?.Decisions ?? [],
        (GeminiFacts, "actionitems" or "actions" or "tasks" or "nextsteps" or "todos") => facts.Reading?.Actions ?? [],
        (GeminiFacts, "topics" or "keytopics" or "chapters" or "themes") => facts.Reading?.Topics ?? [],
        (GeminiFacts, "tags" or "keywords" or "labels") => facts.Reading?.Keywords.Take(8) ?? [],
        (GeminiFacts, "questions" or "openquestions") => facts.Reading?.Questions ?? [],
        (GeminiFacts, "dates") => facts.Reading?.Dates ?? [],
        (GeminiFacts, "languages") => facts.Lines.Count > 0 ? [facts.Language] : [],
        _ => [],
    };

    public static object? Value(string name, object? scope, GeminiFacts facts) => scope switch
    {
        string or int => scope,
        GeminiLine line => OfLine(Plain(name), line, facts),
        GeminiSpeaker speaker => OfSpeaker(Plain(name), speaker, facts),
        Finding finding => OfFinding(Plain(name), finding, facts),
        ActionFinding action => OfAction(Plain(name), action, facts),
        Topic topic => OfTopic(Plain(name), topic),
        Keyword keyword => Plain(name) is "weight" or "score" ? keyword.Weight : keyword.Text,
        MentionedDate date => Plain(name) is "text" ? date.Text : date.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => OfAll(Plain(name), facts),
    };

    private static object? OfLine(string name, GeminiLine line, GeminiFacts facts) => name switch
    {
        "start" or "starttime" or "timestamp" or "time" or "from" or "at" => TimeSpan.FromSeconds(Math.Floor(line.Start)),
        "end" or "endtime" or "to" => TimeSpan.FromSeconds(Math.Ceiling(line.End)),
        "speaker" or "speakerid" or "speakerlabel" or "voice" => line.Speaker,
        "text" or "content" or "transcript" or "utterance" or "sentence" or "segments" or "transcription" or "lines" or "turns" => line.Text,
        "confidence" => line.Confidence,
        "language" => line.Language ?? facts.Language,
        "id" or "index" or "number" => line.Number,
        _ => null,
    };

    private static object? OfSpeaker(string name, GeminiSpeaker speaker, GeminiFacts facts) => name switch
    {
        "id" or "label" or "speaker" or "speakerid" => speaker.Id,
        "name" => speaker.Name,
        "evidence" or "quote" => speaker.Evidence,
        "talkseconds" or "seconds" => facts.Lines.Where(line => line.Speaker == speaker.Id).Sum(line => line.End - line.Start),
        "speakers" or "participants" or "attendees" or "voices" or "people" => speaker.Name ?? speaker.Id,
        _ => null,
    };

    private static object? OfFinding(string name, Finding finding, GeminiFacts facts) => name switch
    {
        "at" or "start" or "time" or "timestamp" => TimeSpan.FromSeconds(Math.Floor(finding.At)),
        "segment" or "line" => facts.LineOf(finding.Segment)?.Number,
        "speaker" or "by" or "owner" => facts.LineOf(finding.Segment)?.Speaker,
        "tentative" => finding.Tentative,
        "text" or "decision" or "sentence" or "description" or "question" or "content" or "point" or "quote" or "title"
            or "summary" or "decisions" or "keypoints" or "highlights" or "agreements" or "questions" or "openquestions" => finding.Text,
        _ => null,
    };

    private static object? OfAction(string name, ActionFinding action, GeminiFacts facts) => name switch
    {
        "owner" or "assignee" or "responsible" or "who" => action.Owner ?? (action.OwnerSpeaker is null ? null : facts.LineOf(action.Segment)?.Speaker),
        "due" or "duedate" or "deadline" or "when" or "date" =>
            action.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? action.DueText,
        "at" or "start" or "time" or "timestamp" => TimeSpan.FromSeconds(Math.Floor(action.At)),
        "segment" or "line" => facts.LineOf(action.Segment)?.Number,
        "speaker" or "by" => facts.LineOf(action.Segment)?.Speaker,
        "tentative" => action.Tentative,
        "text" or "task" or "action" or "description" or "title" or "what" or "content" or "quote"
            or "actionitems" or "actions" or "tasks" or "nextsteps" or "todos" => action.Text,
        _ => null,
    };

    private static object? OfTopic(string name, Topic topic) => name switch
    {
        "start" or "from" or "time" => TimeSpan.FromSeconds(Math.Floor(topic.Start)),
        "end" or "to" => TimeSpan.FromSeconds(Math.Ceiling(topic.End)),
        "summary" or "description" => string.Join(", ", topic.Keywords),
        _ => topic.Title.TrimEnd('.', '?', '!', ',', ' '),
    };

    private static object? OfAll(string name, GeminiFacts facts) => name switch
    {
        "language" or "lang" or "languagecode" => facts.Language,
        "title" or "name" or "headline" => facts.Reading?.Title ?? facts.LineOf(0)?.Text,
        "summary" or "executivesummary" or "overview" or "abstract" or "description" =>
            facts.Reading is { Summary.Count: > 0 } reading
                ? string.Join(' ', ShortSummary(reading).Select(finding => finding.Text)) : null,
        "transcript" or "transcription" or "text" => facts.Lines.Count > 0 ? GeminiSpeechText.Of(facts) : null,
        "category" or "type" or "meetingtype" or "kind" => GeminiTone.Category(facts.Lines),
        "sentiment" or "tone" or "mood" => GeminiTone.Sentiment(facts.Lines),
        "duration" or "seconds" or "length" => TimeSpan.FromSeconds(facts.Seconds),
        "speakercount" or "speakers" or "participants" => facts.Speakers.Count,
        "wordcount" or "words" => facts.Lines.Sum(line => line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length),
        _ => null,
    };

    // What was settled before what was only said, and in the order in which it was said.
    private static IEnumerable<Finding> ShortSummary(Reading reading)
    {
        var settled = reading.Decisions.Select(decision => decision.Segment).ToHashSet();
        var chosen = reading.Summary.OrderByDescending(finding => settled.Contains(finding.Segment)).Take(ShortSummarySentences);
        return chosen.OrderBy(finding => finding.At);
    }

    private static IEnumerable<object> Numbers(int segment, GeminiFacts facts) => facts.LineOf(segment) is { } line ? [line.Number] : [];

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}

/// <summary>A transcript as plain lines.</summary>
internal static class GeminiSpeechText
{
    public static string Of(GeminiFacts facts) => string.Join('\n', facts.Lines.Select(line =>
        $"{(int)(line.Start / 60):00}:{(int)(line.Start % 60):00} {line.Speaker}: {line.Text}"));
}
