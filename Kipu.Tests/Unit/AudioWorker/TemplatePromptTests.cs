using System.Text.Json;
using Kipu.AudioWorker;

namespace Kipu.Tests;

public sealed class TemplatePromptTests
{
    private static readonly AnalysisTemplate Sales = new(
        "sales", "Ventas", "Es una venta.", [new("needs", "Necesidades", "Lo que busca."), new("budget", "Presupuesto", "Cifras.")], "v1",
        IsBuiltIn: true, null, null);

    [Theory]
    [InlineData("es", "Write in Spanish")]
    [InlineData("en", "Write in English")]
    [InlineData("spoken", "in the language of the transcript")]
    public void The_output_language_is_asked_for(string language, string words)
    {
        Assert.Contains(words, AnalysisPrompt.TextInstructionFor(new(null, language, [])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_adds_its_instructions_and_a_list_for_each_section()
    {
        var instruction = AnalysisPrompt.TextInstructionFor(new(Sales, "es", []));
        var schema = AnalysisPrompt.TextSchemaFor(Sales);

        Assert.Contains("Es una venta.", instruction, StringComparison.Ordinal);
        Assert.Contains("needs (Necesidades): Lo que busca.", instruction, StringComparison.Ordinal);
        var sections = schema.GetProperty("properties").GetProperty("sections");
        Assert.Equal(["needs", "budget"], sections.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["needs", "budget"], sections.GetProperty("required").EnumerateArray().Select(p => p.GetString()));
        Assert.Contains("sections", schema.GetProperty("required").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public void Without_a_template_nobody_asks_for_sections()
    {
        Assert.False(AnalysisPrompt.TextSchemaFor(null).GetProperty("properties").TryGetProperty("sections", out _));
    }

    [Fact]
    public void What_a_model_says_of_reasons_is_not_taken_for_ours()
    {
        var read = JsonSerializer.Deserialize<ReadTranscript>("""{ "title": "x", "reasons": ["made_up"] }""", JsonSerializerOptions.Web)!;

        Assert.Equal(("x", null), (read.Title, read.Reasons));
    }
}
