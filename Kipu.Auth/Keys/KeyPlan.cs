namespace Kipu.Auth;

/// <summary>
/// Which of the signing keys signs, which are published, and whether another is due. There are always two at least: the one that signs, and
/// its successor, which every service knows long before its turn. So a rotation, also a sudden one, refuses nobody.
/// </summary>
internal sealed record KeyPlan(SigningKey? Signing, IReadOnlyList<SigningKey> Published, DateTimeOffset? SuccessorDue)
{
    /// <summary>How long a key signs.</summary>
    public static readonly TimeSpan Service = TimeSpan.FromDays(90);

    /// <summary>How long a key is published after its successor took over: longer than any of its tokens lives.</summary>
    public static readonly TimeSpan Afterlife = TimeSpan.FromHours(1);

    /// <param name="keys">All keys.</param>
    /// <param name="now">The present.</param>
    public static KeyPlan Of(IEnumerable<SigningKey> keys, DateTimeOffset now)
    {
        var valid = keys.Where(k => k.RetiredAt is null).OrderBy(k => k.SignsAt).ThenBy(k => k.CreatedAt).ToList();
        if (valid.Count == 0) return new(null, [], now);

        // None whose turn has come: the clock of who made the first is ahead of ours.
        var signing = Math.Max(valid.FindLastIndex(k => k.SignsAt <= now), 0);
        var published = valid.Where((_, i) => i >= signing || valid[i + 1].SignsAt + Afterlife > now).ToList();
        if (signing < valid.Count - 1) return new(valid[signing], published, null);

        var end = valid[signing].SignsAt + Service;
        return new(valid[signing], published, end < now ? now : end);
    }
}
