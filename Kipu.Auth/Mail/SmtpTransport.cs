using MailKit.Net.Smtp;
using MimeKit;

namespace Kipu.Auth;

/// <summary>Hands mails to an SMTP server, each in a session of its own: they are few.</summary>
internal sealed class SmtpTransport(SmtpOptions options) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await smtp.ConnectAsync(options.Host!, options.Port, options.Security, cancellationToken);
        if (!string.IsNullOrEmpty(options.User)) await smtp.AuthenticateAsync(options.User, options.Password ?? "", cancellationToken);
        await smtp.SendAsync(mail, cancellationToken);
        await smtp.DisconnectAsync(quit: true, cancellationToken);
    }
}
