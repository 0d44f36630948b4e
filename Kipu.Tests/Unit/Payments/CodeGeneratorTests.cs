using Kipu.ServiceDefaults;

namespace Kipu.Tests;

public sealed class CodeGeneratorTests
{
    private const int Codes = 64_000;

    [Fact]
    public void Each_character_has_the_same_chance_at_each_place()
    {
        var counts = new int[OrganizationCodes.Length, OrganizationCodes.Alphabet.Length];
        for (var i = 0; i < Codes; i++)
        {
            var code = OrganizationCodes.Generate();
            for (var place = 0; place < code.Length; place++) counts[place, OrganizationCodes.Alphabet.IndexOf(code[place], StringComparison.Ordinal)]++;
        }

        // Chi-squared with 31 degrees of freedom: 100 is exceeded by chance once in more than a hundred million places.
        var expected = (double)Codes / OrganizationCodes.Alphabet.Length;
        for (var place = 0; place < OrganizationCodes.Length; place++)
        {
            var deviation = Enumerable.Range(0, OrganizationCodes.Alphabet.Length).Sum(letter => Math.Pow(counts[place, letter] - expected, 2) / expected);
            Assert.True(deviation < 100, $"Place {place} deviates by {deviation:F1}");
        }
    }

    [Fact]
    public void Codes_are_ten_characters_without_look_alikes_and_do_not_repeat()
    {
        var codes = Enumerable.Range(0, Codes).Select(_ => OrganizationCodes.Generate()).ToList();

        Assert.All(codes, code => Assert.Matches("^[A-HJ-NP-Z2-9]{10}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }
}
