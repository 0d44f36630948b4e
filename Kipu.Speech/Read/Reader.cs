namespace Kipu.Speech;

/// <summary>Reads a transcript: what it is about, what was decided, who does what by when. Sentences are taken, never written.</summary>
public static class Reader
{
    private const int KeywordCount = 12;
    private const int TopicKeywords = 4;
    private const int LeastSummaryWords = 8;
    private const int LongestTitle = 120;

    /// <param name="transcript">In order of start; merged from segments or as one recogniser wrote it.</param>
    /// <param name="language"><c>es</c> or <c>en</c>; null or another one lets the words themselves decide between the two.</param>
    /// <param name="meetingDate">The day of the meeting; without it dates stay words.</param>
    public static Reading Read(IReadOnlyList<SpokenSegment> transcript, string? language, DateOnly? meetingDate)
    {
        var spoken = language is "es" or "en" ? language : Words.Language(string.Join(' ', transcript.Select(s => s.Text))) ?? "es";
        var cues = Cues.For(spoken);
        var statements = Statement.Of(transcript, spoken);
        var topics = Topics(statements, cues, spoken, transcript.Count == 0 ? 0 : transcript.Max(s => s.End));
        var keywords = Keywords.Of(statements, spoken, KeywordCount);
        return new Reading(
            spoken,
            Title(statements, topics, keywords, cues),
            [.. Summary(statements, topics, cues).Select(s => s.ToFinding())],
            keywords,
            topics,
            [.. statements.Where(cues.IsDecision).Select(s => s.ToFinding())],
            [.. statements.Where(cues.IsTask).Select(s => Action(s, cues, spoken, meetingDate))],
            [.. statements.Where(s => s.IsQuestion).Select(s => s.ToFinding())],
            [.. statements.SelectMany(s => SpokenDates.Find(s.Text, spoken, meetingDate)
                .Where(found => found.Date is not null).Select(found => new MentionedDate(found.Text, found.Date!.Value, s.Segment)))]);
    }

    private static ActionFinding Action(Statement statement, Cues cues, string language, DateOnly? meetingDate)
    {
        var owner = cues.CalledName(statement.Text);
        // "Antes del viernes ... a las cuatro": the day counts before the hour.
        var due = SpokenDates.Find(statement.Text, language, meetingDate).OrderBy(found => found.Date is null).FirstOrDefault();
        return new ActionFinding(
            statement.Text, statement.Segment, statement.At, statement.Speaker, owner, owner is null ? statement.Speaker : null,
            due.Text, due.Date, Hedges.AreIn(statement.Text));
    }

    /// <summary>Where the speakers themselves turn to another subject; before the first turn the meeting is one topic of its own.</summary>
    private static List<Topic> Topics(IReadOnlyList<Statement> statements, Cues cues, string language, double end)
    {
        if (statements.Count == 0) return [];

        var starts = statements
            .Select((statement, i) => (Index: i, Subject: statement.IsQuestion ? null : cues.NewSubject(statement.Text, Next(statements, i))))
            .Where(turn => turn.Subject is not null)
            .ToList();
        if (starts.Count == 0 || starts[0].Index > 0) starts.Insert(0, (0, null));
        return
        [
            .. starts.Select((start, i) =>
            {
                var last = i + 1 < starts.Count ? starts[i + 1].Index : statements.Count;
                var part = statements.Skip(start.Index).Take(last - start.Index).Where(s => !cues.IsCourtesy(s.Text)).ToList();
                var words = Keywords.Of(part, language, TopicKeywords);
                var title = start.Subject ?? AgendaOf(part, cues)?.Split(',')[0].Trim() ?? string.Join(", ", words.Take(2).Select(word => word.Text));
                return new Topic(
                    title, statements[start.Index].At,
                    last < statements.Count ? statements[last].At : Math.Round(end, 2), [.. words.Select(word => word.Text)]);
            }),
        ];
    }

    private static string? Next(IReadOnlyList<Statement> statements, int i) =>
        i + 1 < statements.Count && statements[i + 1].Segment == statements[i].Segment ? statements[i + 1].Text : null;

    private static string? AgendaOf(List<Statement> statements, Cues cues) =>
        Enumerable.Range(0, statements.Count).Select(i => cues.AgendaOf(statements[i].Text, Next(statements, i)))
            .FirstOrDefault(list => list is not null);

    /// <summary>The agenda if somebody reads one out, else the subjects that were turned to, else the weightiest words.</summary>
    private static string? Title(IReadOnlyList<Statement> statements, List<Topic> topics, IReadOnlyList<Keyword> keywords, Cues cues)
    {
        var agenda = AgendaOf([.. statements.Take(12)], cues);
        var title = agenda
            ?? (topics.Count > 1 ? string.Join("; ", topics.Select(topic => topic.Title).Where(text => text.Length > 0)) : null)
            ?? string.Join(", ", keywords.Take(3).Select(keyword => keyword.Text));
        if (title.Length == 0) return null;
        if (title.Length > LongestTitle) title = title[..title.LastIndexOf(' ', LongestTitle)] + "…";
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    /// <summary>The most central sentences, one from each topic before a second from any, in the order in which they were said.</summary>
    private static IEnumerable<Statement> Summary(IReadOnlyList<Statement> statements, List<Topic> topics, Cues cues)
    {
        var weights = LexRank.Rank(statements);
        var ranked = Enumerable.Range(0, statements.Count)
            .Where(i => statements[i].WordCount >= LeastSummaryWords && !cues.IsCourtesy(statements[i].Text) && !statements[i].IsQuestion)
            // What was settled belongs into a summary before what was merely talked about.
            .OrderByDescending(i => weights[i] * (cues.IsDecision(statements[i]) ? 2 : 1))
            .ToList();
        var count = Math.Clamp(statements.Count / 6, 3, 8);
        var firsts = topics
            .Select(topic => ranked.Where(i => statements[i].At >= topic.Start && statements[i].At < topic.End).Cast<int?>().FirstOrDefault())
            .OfType<int>().OrderBy(ranked.IndexOf).ToList();
        return firsts.Concat(ranked.Except(firsts)).Take(count).Order().Select(i => statements[i]);
    }
}
