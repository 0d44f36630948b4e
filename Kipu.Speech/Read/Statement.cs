namespace Kipu.Speech;

/// <summary>A sentence of the transcript with its place.</summary>
internal sealed record Statement(string Text, int Segment, double At, string? Speaker, IReadOnlyList<string> Stems, int WordCount)
{
    public bool IsQuestion => Text.EndsWith('?');

    /// <summary>Sentences in order; each one's moment is estimated from how far into its segment it stands.</summary>
    public static IReadOnlyList<Statement> Of(IReadOnlyList<SpokenSegment> transcript, string language)
    {
        var statements = new List<Statement>();
        for (var i = 0; i < transcript.Count; i++)
        {
            var segment = transcript[i];
            var read = 0;
            foreach (var sentence in Sentences.Split(segment.Text))
            {
                var at = segment.Start + ((segment.End - segment.Start) * read / Math.Max(1, segment.Text.Length));
                read += sentence.Length + 1;
                statements.Add(new Statement(
                    sentence, i, Math.Round(at, 2), segment.Speaker, Words.Stems(sentence, language), Words.Of(sentence).Count));
            }
        }
        return statements;
    }

    public Finding ToFinding() => new(Text, Segment, At, Speaker, Hedges.AreIn(Text));
}
