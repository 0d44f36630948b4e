using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Kipu.Recordings;

/// <summary>A Word document with headings and lists that Word knows as such.</summary>
internal static class WordExport
{
    private const string Title = "Title";
    private const string Heading = "Heading1";
    private const string Bullet = "ListBullet";
    private const string Quiet = "Quiet";
    private const int BulletList = 1;

    public static byte[] Write(ExportedRecording recording)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = StylesOf();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Bullets();
            main.Document = new(new Body(Paragraphs(recording)));
            document.PackageProperties.Title = Clean(recording.Title);
            document.PackageProperties.Created = recording.CreatedAt.UtcDateTime;
        }

        return stream.ToArray();
    }

    private static IEnumerable<Paragraph> Paragraphs(ExportedRecording recording)
    {
        var (analysis, words) = (recording.Analysis, recording.Words);
        yield return Of(Title, recording.Title);
        yield return Of(Quiet, recording.About);
        if (analysis.ExecutiveSummary is { } executive) yield return Of(null, executive);
        foreach (var paragraph in List(words.Summary, analysis.Summary.Select(recording.Of))) yield return paragraph;
        foreach (var paragraph in List(words.Decisions, analysis.Decisions.Select(recording.Of))) yield return paragraph;
        foreach (var paragraph in List(words.ActionItems, analysis.ActionItems.Select(i => $"{(i.Done ? '☑' : '☐')} {recording.Of(i)}")))
        {
            yield return paragraph;
        }

        foreach (var paragraph in (analysis.Sections ?? []).SelectMany(s => List(s.Title, s.Statements.Select(recording.Of)))) yield return paragraph;
        foreach (var paragraph in List(words.Topics, analysis.KeyTopics)) yield return paragraph;
        yield return Of(Heading, words.Transcript);
        if (analysis.Transcript is null) yield return Of(Quiet, words.NoTranscript);
        foreach (var passage in recording.Passages)
        {
            yield return passage.Turn is { } turn
                ? new Paragraph(
                    new Run(new RunProperties(new Bold()),
                    TextOf($"[{TranscriptSegment.TimestampOf(turn.StartSeconds)}] {turn.Speaker}: ")),
                    new Run(TextOf(turn.Text)))
                : Of(Quiet, recording.Of(passage.Gap!));
        }

        yield return Of(Quiet, recording.Heard);
    }

    private static IEnumerable<Paragraph> List(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : [Of(Heading, heading), .. all.Select(line => Of(Bullet, line))];
    }

    private static Paragraph Of(string? style, string text)
    {
        var run = new Run(TextOf(text));
        return style is null ? new(run) : new(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    private static Text TextOf(string text) => new(Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>XML holds no control characters.</summary>
    private static string Clean(string text) => string.Concat(Storable.Text(text).ReplaceLineEndings(" ").Where(c => !char.IsControl(c)));

    private static Styles StylesOf() => new(
        Style("Normal", "Normal", null,
        new StyleRunProperties(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" }, new FontSize { Val = "22" })),
        Style(Title, "Title", "Normal", new StyleRunProperties(new Bold(), new FontSize { Val = "40" })),
        Style(Heading, "heading 1", "Normal", new StyleRunProperties(new Bold(), new FontSize { Val = "28" }),
            new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "80" },
            new OutlineLevel { Val = 0 })),
        Style(Bullet, "List Bullet", "Normal", null, new StyleParagraphProperties(
            new NumberingProperties(new NumberingId { Val = BulletList }), new Indentation { Left = "360", Hanging = "360" })),
        Style(Quiet, "Quiet", "Normal", new StyleRunProperties(new Italic(), new Color { Val = "666666" })));

    private static Style Style(string id, string name, string? basedOn, StyleRunProperties? run, StyleParagraphProperties? paragraph = null)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = basedOn is null };
        if (basedOn is not null) style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle());
        if (paragraph is not null) style.Append(paragraph);
        if (run is not null) style.Append(run);
        return style;
    }

    private static Numbering Bullets()
    {
        var level = new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }) { LevelIndex = 0 };
        return new(
            new AbstractNum(level) { AbstractNumberId = 0 },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = BulletList });
    }
}
