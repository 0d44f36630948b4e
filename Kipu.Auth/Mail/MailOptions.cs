using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using MailKit.Security;

namespace Kipu.Auth;

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Whom mails are from, as <c>Name &lt;address&gt;</c>.</summary>
    [Required(AllowEmptyStrings = false)]
    public string From { get; init; } = "Kipu <no-reply@kipu.localhost>";

    /// <summary>Where mails are written as files while no SMTP server is configured.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; init; } = Path.Combine(Path.GetTempPath(), "kipu-mail");
}

/// <summary>Section <c>Mail:Smtp</c>: the server that mails are handed to.</summary>
public sealed class SmtpOptions
{
    /// <summary>The server's name; without one mails are written to files.</summary>
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected. What is asked for is demanded: a server without it gets no mail.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.StartTls;

    /// <summary>Whom to sign in as; empty for a server that asks nobody.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    [MemberNotNullWhen(true, nameof(Host))]
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
