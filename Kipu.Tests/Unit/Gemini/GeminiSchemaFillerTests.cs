using System.Text.Json;
using System.Text.Json.Nodes;
using Kipu.AudioWorker;
using Kipu.Simulators;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class GeminiSchemaFillerTests
{
    private static readonly GeminiFacts Facts = new(
        "en",
        [new(7, 61.4, 64.2, "S1", "We agreed to launch on Friday."), new(9, 66, 71.5, "S2", "I will write the notes by Monday.")],
        new Reading(
            "en",
            "Launch",
            [new("We agreed to launch on Friday.", 0, 61.4, "1", false)],
            [new("launch", 2)],
            [new("Launch", 61, 72, ["launch"])],
            [new("We agreed to launch on Friday.", 0, 61.4, "1", false)],
            [new("I will write the notes by Monday.", 1, 66, "2", null, "2", "by Monday", new DateOnly(2026, 11, 30), false)],
            [],
            []),
        [new("S1", null, null), new("S2", "Ana", "I'm Ana.")],
        "sphinx-en",
        72,
        []);

    [Fact]
    public void A_transcript_is_filled_in_with_times_and_speakers()
    {
        var filled = Fill("""
            {"type":"object","required":["language","speakers","segments"],"properties":{"language":{"type":"string"},
             "speakers":{"type":"array","items":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"evidence":{"type":"string"}}}},
             "segments":{"type":"array","items":{"type":"object","properties":{"start":{"type":"string"},"end":{"type":"string"},"speaker":{"type":"string"},"text":{"type":"string"}}}}}}
            """);

        Assert.Equal("en", (string?)filled["language"]);
        Assert.Equal("""[{"id":"S1"},{"id":"S2","name":"Ana","evidence":"I\u0027m Ana."}]""", filled["speakers"]!.ToJsonString());
        Assert.Equal("""{"start":"01:01","end":"01:05","speaker":"S1","text":"We agreed to launch on Friday."}""", filled["segments"]![0]!.ToJsonString());
    }

    [Fact]
    public void What_the_worker_asks_of_a_segment_is_answered_with_each_lines_own_language()
    {
        var facts = Facts with { Lines = [Facts.Lines[0] with { Language = "es" }, Facts.Lines[1]] };

        var answer = Answer<SegmentAnswer>(AnalysisPrompt.SegmentSchema, facts);

        Assert.Equal(["es", "en"], answer.Segments!.Select(turn => turn.Language));
    }

    [Fact]
    public void What_the_worker_asks_of_a_transcript_is_answered_with_quotes_in_its_short_summary_too()
    {
        var said = Assert.Single(Answer<ReadTranscript>(AnalysisPrompt.TextSchemaFor(null), Facts).ExecutiveSummary!);

        Assert.Equal(("We agreed to launch on Friday.", "We agreed to launch on Friday."), (said.Text, said.Quote));
        Assert.Equal([7], said.Segments!);
    }

    [Fact]
    public void Findings_refer_to_the_lines_by_the_numbers_that_the_prompt_gave_them()
    {
        var filled = Fill("""
            {"type":"object","$defs":{"statement":{"type":"object","properties":{"text":{"type":"string"},"segments":{"type":"array","items":{"type":"integer"}}}}},
             "properties":{"decisions":{"type":"array","items":{"$ref":"#/$defs/statement"}},
             "actionItems":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"},"owner":{"type":"string"},"due":{"type":"string"},"segments":{"type":"array","items":{"type":"integer"}}}}}}}
            """);

        Assert.Equal("[7]", filled["decisions"]![0]!["segments"]!.ToJsonString());
        Assert.Equal("""{"text":"I will write the notes by Monday.","owner":"S2","due":"2026-11-30","segments":[9]}""", filled["actionItems"]![0]!.ToJsonString());
    }

    [Fact]
    public void Googles_own_kind_of_schema_is_filled_as_well_and_keeps_its_order()
    {
        var filled = Fill("""
            {"type":"OBJECT","propertyOrdering":["keyTopics","title","sentiment","segments"],"required":["mystery"],
             "properties":{"title":{"type":"STRING"},"keyTopics":{"type":"ARRAY","items":{"type":"STRING"}},"mystery":{"type":"INTEGER"},
             "sentiment":{"type":"STRING","enum":["POSITIVE","NEUTRAL","NEGATIVE"]},"nobody":{"type":"STRING","nullable":true},
             "segments":{"type":"ARRAY","maxItems":"1","items":{"type":"OBJECT","properties":{"start_time":{"type":"NUMBER"}}}}}}
            """);

        Assert.Equal(
            """{"keyTopics":["Launch"],"title":"Launch","sentiment":"POSITIVE","segments":[{"start_time":61}],"mystery":0,"nobody":null}""",
            filled.ToJsonString());
    }

    [Fact]
    public void Where_nothing_was_understood_nothing_is_invented()
    {
        var schema = (JsonObject)JsonNode.Parse(
            """{"type":"object","required":["title","segments"],"properties":{"title":{"type":"string"},"segments":{"type":"array","items":{"type":"string"}},"sentiment":{"type":"string"}}}""")!;

        var filled = new GeminiSchemaFiller(schema, new("und", [], null, [], "none", 30, [Reason.NoModelForLanguage])).Fill();

        Assert.Equal("""{"title":"","segments":[]}""", filled!.ToJsonString());
    }

    private static T Answer<T>(JsonElement schema, GeminiFacts facts) =>
        new GeminiSchemaFiller(JsonObject.Create(schema)!, facts).Fill()!.Deserialize<T>(JsonSerializerOptions.Web)!;

    private static JsonObject Fill(string schema) => (JsonObject)new GeminiSchemaFiller((JsonObject)JsonNode.Parse(schema)!, Facts).Fill()!;
}
