using DocumentFormat.OpenXml.Packaging;
using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class StorableTests
{
    private const string Bad = "a\0b\uFFFEc\uFFFFd";

    [Fact]
    public void No_text_of_an_analysis_holds_what_a_database_or_a_file_can_not()
    {
        var document = Storable.Document(SomeAnalysis.Of(Bad, "es", SomeAnalysis.Turn(1, Bad, speaker: Bad)) with
        {
            Category = Bad,
            ExecutiveSummary = Bad,
            KeyTopics = [Bad],
            Speakers = [new(Bad, Bad, 1)],
            Summary = [new(Bad, [Bad], EvidenceState.Verified)],
        });

        var turn = Assert.Single(document.Transcript!);
        Assert.All(
            [document.Title, document.Category, document.ExecutiveSummary, document.KeyTopics[0], document.Speakers[0].SpeakerId,
                document.Speakers[0].Name, document.Summary[0].Text, document.Summary[0].Evidence[0], turn.Text, turn.Speaker, turn.SpeakerId],
            text => Assert.Equal("abcd", text));
    }

    [Fact]
    public void An_analysis_without_such_characters_stays_as_it_is()
    {
        var document = SomeAnalysis.Of(transcript: [SomeAnalysis.Turn(1, "Ñandú 👩‍💻 <b>", start: 1.25)]) with
        {
            Coverage = [new(0, 60, CoverageState.Transcribed, null)],
        };

        Assert.Equivalent(document, Storable.Document(document), strict: true);
    }

    [Fact]
    public void A_tag_is_looked_for_by_what_of_it_can_be_stored_and_one_whose_key_is_too_long_is_none()
    {
        var hebrew = string.Concat(Enumerable.Repeat('\uFB2C', 27));

        Assert.Equal("", RecordingTag.KeyOf("\uFFFE"));
        Assert.Equal(["ventas"], RecordingTag.Clean(["ven\0tas", "\uFFFF", hebrew, "Ventas\uFFFE"]));
        Assert.False(RecordingTag.Fits(hebrew));
    }

    [Fact]
    public void Words_are_compared_and_Word_documents_written_whatever_was_said()
    {
        var meeting = new ExportedRecording(Bad, DateTimeOffset.UnixEpoch, SomeAnalysis.Of(transcript: [SomeAnalysis.Turn(1, Bad)]));

        using var stream = new MemoryStream(WordExport.Write(meeting));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        Assert.StartsWith("abcd", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Equal("abcd", SearchWords.Fold(Bad));
    }
}
