namespace Kipu.Speech;

/// <summary>A stretch of speech and how its voice sounds.</summary>
internal sealed record VoicedStretch(TimeRange Range, Gaussian Sound);

/// <summary>Puts stretches together that sound like the same voice, by delta-BIC.</summary>
internal static class VoiceClusters
{
    /// <summary>The penalty for one voice more. Chosen on few recordings: real rooms may want another.</summary>
    private const double Lambda = 3;

    /// <summary>With fewer voiced frames (0.01 s each) a stretch can't found a voice: it joins the likeliest one at the end.</summary>
    private const int LeastFrames = 60;

    /// <summary>The work grows with the square: longer recordings are clustered in blocks, and then the blocks' voices.</summary>
    private const int BlockSize = 400;

    /// <param name="stretches">In order of time.</param>
    /// <param name="speakers">How many voices there are, where somebody knows it.</param>
    /// <returns>A number for each stretch; null where nothing voiced was heard.</returns>
    public static int?[] Assign(IReadOnlyList<VoicedStretch> stretches, int? speakers)
    {
        var founders = Enumerable.Range(0, stretches.Count).Where(i => stretches[i].Sound.Frames >= LeastFrames).ToList();
        if (founders.Count == 0) founders = [.. Enumerable.Range(0, stretches.Count).Where(i => stretches[i].Sound.Frames > 0)];

        var clusters = founders.Chunk(BlockSize)
            .SelectMany(block => Merge([.. block.Select(i => new Cluster(stretches[i].Sound, [i]))], null))
            .ToList();
        clusters = Merge(clusters, speakers);

        var assigned = new int?[stretches.Count];
        for (var c = 0; c < clusters.Count; c++)
        {
            foreach (var member in clusters[c].Members) assigned[member] = c;
        }
        for (var i = 0; i < stretches.Count; i++)
        {
            if (assigned[i] is not null || stretches[i].Sound.Frames == 0) continue;
            assigned[i] = Enumerable.Range(0, clusters.Count).MinBy(c => Gaussian.Difference(clusters[c].Sound, stretches[i].Sound, Lambda));
        }
        return assigned;
    }

    private static List<Cluster> Merge(List<Cluster> clusters, int? target)
    {
        var differences = new double[clusters.Count, clusters.Count];
        for (var i = 0; i < clusters.Count; i++)
        {
            for (var j = 0; j < i; j++) differences[i, j] = Gaussian.Difference(clusters[i].Sound, clusters[j].Sound, Lambda);
        }

        var alive = Enumerable.Range(0, clusters.Count).ToList();
        while (alive.Count > (target ?? 1))
        {
            var (a, b, least) = Closest(alive, differences);
            if (target is null && least >= 0) break;

            clusters[b] = new Cluster(clusters[a].Sound + clusters[b].Sound, [.. clusters[b].Members, .. clusters[a].Members]);
            alive.Remove(a);
            foreach (var other in alive.Where(other => other != b))
            {
                differences[Math.Max(b, other), Math.Min(b, other)] = Gaussian.Difference(clusters[b].Sound, clusters[other].Sound, Lambda);
            }
        }
        return [.. alive.Select(i => clusters[i])];
    }

    private static (int A, int B, double Difference) Closest(List<int> alive, double[,] differences)
    {
        var (a, b, least) = (0, 0, double.MaxValue);
        for (var i = 1; i < alive.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (differences[alive[i], alive[j]] < least) (a, b, least) = (alive[i], alive[j], differences[alive[i], alive[j]]);
            }
        }
        return (a, b, least);
    }

    private sealed record Cluster(Gaussian Sound, int[] Members);
}
