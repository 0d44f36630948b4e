using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class ExportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    private readonly ExportedRecording _meeting = new("Ventas *noviembre*", Now, SomeAnalysis.Of(
        transcript: [SomeAnalysis.Turn(1, "Abramos en <Medellín> & #Cali.", start: 1.5), SomeAnalysis.Turn(2, "Bien.", start: 3725)]) with
    {
        Coverage = [new(10, 70, CoverageState.Failed, "segments_failed"), new(70, 80, CoverageState.Silent, null)],
    });

    [Fact]
    public void Markdown_has_all_parts_and_takes_nobody_at_his_signs()
    {
        var text = MarkdownExport.Write(_meeting);

        Assert.StartsWith("# Ventas \\*noviembre\\*\n\n2026-11-24 15:00 UTC · 01:00 · Ana, Luis\n", text, StringComparison.Ordinal);
        Assert.Contains("\n## Decisiones\n\n- \\[00:12\\] Abrir en Medellín\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- [ ] \\[00:20\\] Escribir el contrato · Ana · viernes (tentativo)\n", text, StringComparison.Ordinal);
        Assert.Contains("**\\[00:01\\] Ana:** Abramos en \\<Medellín\\> \\& \\#Cali.\n", text, StringComparison.Ordinal);
        Assert.Contains("**\\[1:02:05\\] Ana:** Bien.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stretch_that_could_not_be_heard_stands_in_its_place()
    {
        Assert.Contains("\n> \\[00:10-01:10\\] no se pudo transcribir\n", MarkdownExport.Write(_meeting), StringComparison.Ordinal);
        Assert.Contains("\n[00:10-01:10] no se pudo transcribir\n[1:02:05] Ana: Bien.\n", TextExport.Write(_meeting),
            StringComparison.Ordinal);
        Assert.Contains("00:00:10,000 --> 00:01:10,000\n[00:10-01:10] no se pudo transcribir\n", SubtitleExport.WriteSubRip(_meeting),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_transcript_the_file_says_so()
    {
        var silent = new ExportedRecording("Silence", Now, SomeAnalysis.Of(language: "en") with { Transcript = null });

        Assert.Contains("TRANSCRIPT\nThere is no transcript.\n", TextExport.Write(silent), StringComparison.Ordinal);
        Assert.Equal("WEBVTT\n\n", SubtitleExport.WriteWebVtt(silent));
    }

    [Fact]
    public void A_long_turn_becomes_cues_of_two_short_lines_that_share_its_time()
    {
        var sentence = string.Join(' ', Enumerable.Range(1, 40).Select(i => $"palabra{i}"));
        var talk = new ExportedRecording("Charla", Now, SomeAnalysis.Of(transcript: [SomeAnalysis.Turn(1, sentence, start: 3600)]));

        var cues = SubtitleExport.WriteSubRip(talk).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('\n'))
            .ToList();

        Assert.True(cues.Count > 3);
        Assert.StartsWith("01:00:00,000 --> ", cues[0][1], StringComparison.Ordinal);
        Assert.EndsWith(" --> 01:00:04,000", cues[^1][1], StringComparison.Ordinal);
        Assert.All(cues, cue => Assert.InRange(cue.Length, 3, 4));
        Assert.All(cues.SelectMany(cue => cue[2..]), line => Assert.InRange(line.Length, 1, 55));
        Assert.Equal($"Ana: {sentence}", string.Join(' ', cues.SelectMany(cue => cue[2..])));
        foreach (var (one, next) in cues.Zip(cues.Skip(1))) Assert.Equal(one[1][^12..], next[1][..12]);
    }

    [Fact]
    public void WebVTT_names_the_voice_and_has_no_markup_of_what_was_said() =>
        Assert.StartsWith(
            "WEBVTT\n\n00:00:01.500 --> 00:00:05.500\n<v Ana>Abramos en &lt;Medellín&gt; &amp; #Cali.\n",
            SubtitleExport.WriteWebVtt(_meeting), StringComparison.Ordinal);

    [Fact]
    public void A_name_of_several_lines_breaks_no_cue()
    {
        var talk = new ExportedRecording("Charla", Now, SomeAnalysis.Of(
            transcript: [SomeAnalysis.Turn(1, "Hola.", speaker: "Ana\n\nde  Ventas")]));

        Assert.Equal("1\n00:00:00,000 --> 00:00:04,000\nAna de Ventas: Hola.\n\n", SubtitleExport.WriteSubRip(talk));
        Assert.Contains("\n<v Ana de Ventas>Hola.\n", SubtitleExport.WriteWebVtt(talk), StringComparison.Ordinal);
    }

    [Fact]
    public void Cues_of_two_who_talk_at_once_stand_in_the_order_of_their_begin()
    {
        var sentence = string.Join(' ', Enumerable.Range(1, 40).Select(i => $"palabra{i}"));
        var talk = new ExportedRecording("Charla", Now, SomeAnalysis.Of(
            transcript: [SomeAnalysis.Turn(1, sentence, start: 0), SomeAnalysis.Turn(2, "Claro.", start: 1)]));

        var begins = SubtitleExport.WriteSubRip(talk).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(cue => cue.Split('\n')[1][..12]);

        Assert.Equal(begins.Order(StringComparer.Ordinal), begins);
    }

    [Fact]
    public void The_Word_document_is_valid_and_holds_what_was_said()
    {
        using var stream = new MemoryStream(WordExport.Write(_meeting with { Title = "Ventas\u0001\n2" }));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var paragraphs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Equal("Ventas 2", paragraphs[0]);
        Assert.Contains("☐ [00:20] Escribir el contrato · Ana · viernes (tentativo)", paragraphs);
        Assert.Contains("[00:01] Ana: Abramos en <Medellín> & #Cali.", paragraphs);
        Assert.Contains("[00:10-01:10] no se pudo transcribir", paragraphs);
    }

    [Theory]
    [InlineData("Reunión: ¿qué? 1/2", "Reunión  ¿qué  1 2")]
    [InlineData("..", "recording")]
    public void A_title_becomes_a_name_that_every_file_system_takes(string title, string name) =>
        Assert.Equal(name, ExportEndpoints.NameOf(title));
}
