using MimeKit;

namespace Kipu.Auth;

/// <summary>Where written mails go.</summary>
internal interface IMailTransport
{
    /// <summary>Ends when the mail is safe at the other side; throws when it isn't.</summary>
    Task SendAsync(MimeMessage mail, CancellationToken cancellationToken);
}
