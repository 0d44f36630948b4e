using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class RepetitionDetectorTests
{
    [Fact]
    public void A_sentence_said_again_and_again_under_later_times_is_a_loop()
    {
        var detector = new RepetitionDetector();
        const string Good = "[00:01] S1: Buenos días a todos, empecemos con el presupuesto. [00:05] S2: De acuerdo, lo traigo preparado. ";
        var seen = detector.Add(Good);
        var added = 0;

        while (!seen && added < 50) seen = detector.Add($"[00:{10 + added++:00}] S1: Y entonces lo vemos la próxima semana. ");

        Assert.True(seen);
        Assert.InRange(added, 4, 12);
        Assert.InRange(detector.GoodLength, Good.Length, Good.Length + 60);
    }

    [Fact]
    public void A_word_said_without_end_is_a_loop()
    {
        var detector = new RepetitionDetector();

        Assert.Contains(true, Enumerable.Range(0, 100).Select(_ => detector.Add("gracias, ")));
    }

    [Theory]
    [InlineData(8, "S1", "Sí.")]
    [InlineData(8, "Alejandra Gómez", "Sí.")]
    public void Short_turns_one_after_the_other_are_no_loop(int times, string speaker, string text)
    {
        var detector = new RepetitionDetector();

        Assert.DoesNotContain(true, Enumerable.Range(0, times).Select(second => detector.Add(Json(second, speaker, text))));
    }

    [Fact]
    public void A_sentence_that_each_of_a_round_says_is_no_loop()
    {
        var detector = new RepetitionDetector();

        Assert.DoesNotContain(true, Enumerable.Range(1, 6).Select(speaker => detector.Add(Json(speaker, $"S{speaker}", "Presente, profesora."))));
    }

    [Fact]
    public void A_sentence_that_loops_as_turns_of_JSON_is_a_loop()
    {
        var detector = new RepetitionDetector();

        Assert.Contains(true, Enumerable.Range(0, 12).Select(second => detector.Add(Json(second, "S1", "Y entonces lo vemos la próxima semana."))));
    }

    [Theory]
    [InlineData("Sí. Sí. Sí. Claro. Y luego hablamos del resto de las cosas que quedaron de la reunión pasada, si les parece bien.")]
    [InlineData("{\"segments\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35]}")]
    [InlineData("ja ja ja ja ja ja, eso estuvo bueno, pero volvamos al punto tres de la agenda porque se nos acaba el tiempo de hoy.")]
    public void What_people_repeat_is_none(string text)
    {
        var detector = new RepetitionDetector();

        Assert.DoesNotContain(true, text.Chunk(7).Select(piece => detector.Add(new string(piece))));
        Assert.False(detector.Add(new string(' ', 20) + "Y así sigue la reunión con otros temas, otras voces y otras palabras, " + "hasta el final, sin volver a decir lo mismo que antes se dijo, como es natural entre la gente que conversa."));
    }

    private static string Json(int second, string speaker, string text) =>
        $$"""{"start":"00:{{second:00}}","end":"00:{{second + 1:00}}","speaker":"{{speaker}}","text":"{{text}}"},""";
}
