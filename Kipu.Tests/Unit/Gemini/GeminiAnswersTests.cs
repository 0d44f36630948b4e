using System.Text.Json.Nodes;
using Kipu.Simulators;

namespace Kipu.Tests;

public sealed class GeminiAnswersTests
{
    private const string Instruction = """
        You are an agent.
        1. Never talk about the budget of other meetings.
        RECORDING
        Title: Plan del lanzamiento
        Executive summary: El equipo preparó el lanzamiento de la aplicación.
        Decisions:
        - Decidimos usar la cola nueva.
        Action items:
        - Laura prepara la lista de clientes antes del viernes.
        Transcript:
        [00:12] S1: El presupuesto queda en tres mil dólares.
        [01:02] S2: ¿Cuánto es el presupuesto?
        END OF RECORDING
        """;

    [Theory]
    [InlineData("¿Cuál es el presupuesto?", "El presupuesto queda en tres mil dólares.")]
    [InlineData("¿Qué decisiones tomaron?", "Decidimos usar la cola nueva.")]
    [InlineData("What was decided?", "Decidimos usar la cola nueva.")]
    [InlineData("¿Qué tareas quedaron pendientes?", "Laura prepara la lista de clientes antes del viernes.")]
    [InlineData("Dame un resumen", "El equipo preparó el lanzamiento de la aplicación.")]
    public void A_question_finds_its_sentence_or_the_section_that_it_asks_for(string question, string expected) =>
        Assert.Equal(expected, GeminiAnswers.Find(question, GeminiAnswers.Material(Instruction)));

    [Fact]
    public void A_sentence_of_a_numbered_line_is_told_with_its_number() =>
        Assert.Equal(
            "Marta paga el parqueadero. [7]",
            GeminiAnswers.Find(
                "¿Quién paga el parqueadero?", "# Junta\n[6] 00:10 Luis: Buenos días.\n[7] 01:10 Ana: Claro. Marta paga el parqueadero."));

    [Fact]
    public void What_the_material_does_not_hold_is_not_answered() =>
        Assert.Null(GeminiAnswers.Find("¿Quién ganó el campeonato de ajedrez?", GeminiAnswers.Material(Instruction)));

    [Fact]
    public void A_search_asks_for_the_words_that_the_material_knows() =>
        Assert.Equal("presupuesto lanzamiento", GeminiAnswers.TellingWords("¿Discutieron el presupuesto del lanzamiento?", Instruction));

    [Fact]
    public void A_tools_result_is_read_whatever_its_fields_are_called()
    {
        var result = JsonNode.Parse("""{"output":{"passages":[{"at":"01:10","speaker":"S2","words":"Marta paga el parqueadero."}]}}""");

        Assert.Equal("Marta paga el parqueadero.", GeminiAnswers.Flatten(result));
    }
}
