using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kipu.Gateway;

/// <summary>Works out the CSP hashes of a page's inline scripts, such as the one that sets the theme before the first paint.</summary>
internal static partial class ConsoleScripts
{
    public static string HashesOf(string html) => string.Join(' ', Inline().Matches(html)
        .Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["code"].Value)))}'").Distinct());

    [GeneratedRegex("""<script(?![^>]*\bsrc\s*=)[^>]*>(?<code>.+?)</script>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
