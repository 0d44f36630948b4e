using System.ComponentModel.DataAnnotations;

namespace Kipu.Auth;

/// <summary>Section <c>Kipu</c>.</summary>
public sealed class ConsoleOptions
{
    /// <summary>
    /// Where the console is, as its users' browsers see it: what links in mails begin with, the site of its passkeys, and where an identity
    /// provider sends people back to.
    /// </summary>
    [Required]
    public Uri? PublicUrl { get; init; }

    /// <summary>An address at the console.</summary>
    /// <param name="path">From the root, with its slash.</param>
    public Uri At(string path) => new(PublicUrl!, path);
}
