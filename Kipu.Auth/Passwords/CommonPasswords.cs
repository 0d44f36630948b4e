namespace Kipu.Auth;

/// <summary>Passwords that are guessed first: the usual ones, in whatever case, and those of too few different characters.</summary>
internal sealed class CommonPasswords
{
    private const int FewestCharacters = 5;

    private readonly HashSet<string> _common = Read();

    /// <param name="password">What somebody wants to use.</param>
    /// <param name="email">Whose it is: their address is a usual password too.</param>
    public bool Contains(string password, string email)
    {
        var lower = password.ToLowerInvariant();
        return lower.Distinct().Count() < FewestCharacters
            || _common.Contains(lower)
            || string.Equals(password, email.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private static HashSet<string> Read()
    {
        using var list = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not in the assembly.");
        using var reader = new StreamReader(list);
        var common = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) common.Add(line);
        }

        return common;
    }
}
