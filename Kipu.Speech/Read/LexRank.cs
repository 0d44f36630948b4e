namespace Kipu.Speech;

/// <summary>How central each sentence is: the one that resembles many others tells most of what they tell.</summary>
internal static class LexRank
{
    private const double Damping = 0.85;
    private const int Rounds = 40;
    // Beyond this the graph would take seconds; later sentences are ranked in blocks of their own.
    private const int BlockSize = 600;

    /// <returns>A weight for each statement, comparable within a block.</returns>
    public static double[] Rank(IReadOnlyList<Statement> statements)
    {
        var weights = new List<double>();
        foreach (var block in statements.Chunk(BlockSize)) weights.AddRange(RankBlock(block));
        return [.. weights];
    }

    private static double[] RankBlock(Statement[] statements)
    {
        var n = statements.Length;
        var documents = statements.SelectMany(s => s.Stems.Distinct()).GroupBy(stem => stem).ToDictionary(group => group.Key, group => group.Count());
        var vectors = statements.Select(s => s.Stems.GroupBy(stem => stem)
            .ToDictionary(group => group.Key, group => group.Count() * Math.Log(1 + ((double)n / documents[group.Key])))).ToArray();
        var norms = vectors.Select(v => Math.Sqrt(v.Values.Sum(x => x * x))).ToArray();

        var links = new double[n][];
        for (var i = 0; i < n; i++)
        {
            links[i] = [.. Enumerable.Range(0, n).Select(j => i == j || norms[i] * norms[j] == 0 ? 0 : Dot(vectors[i], vectors[j]) / (norms[i] * norms[j]))];
        }
        var outgoing = links.Select(row => row.Sum()).ToArray();

        var rank = Enumerable.Repeat(1.0 / n, n).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            rank = [.. Enumerable.Range(0, n).Select(i =>
                ((1 - Damping) / n) + (Damping * Enumerable.Range(0, n).Where(j => outgoing[j] > 0).Sum(j => rank[j] * links[j][i] / outgoing[j])))];
        }
        return rank;
    }

    private static double Dot(Dictionary<string, double> a, Dictionary<string, double> b) =>
        a.Sum(pair => b.TryGetValue(pair.Key, out var other) ? pair.Value * other : 0);
}
