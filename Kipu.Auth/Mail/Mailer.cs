using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kipu.Auth;

/// <summary>Writes mails and hands them over: to the SMTP server when one is configured, else to a folder.</summary>
public sealed class Mailer
{
    private readonly IDataProtector _protector;
    private readonly MailWriter _writer;
    private readonly IMailTransport _transport;

    public Mailer(
        IOptions<MailOptions> mail, IOptions<SmtpOptions> smtp, IOptions<ConsoleOptions> console, IDataProtectionProvider protection,
        ILogger<Mailer> logger)
    {
        _protector = protection.CreateProtector("Kipu.Auth.SendMail");
        _writer = new(mail.Value, console.Value);
        _transport = smtp.Value.IsConfigured ? new SmtpTransport(smtp.Value) : new FolderTransport(mail.Value.Folder, logger);
    }

    /// <summary>The message that has a letter sent; publish it through the outbox, together with what the letter tells of.</summary>
    public SendMail Seal(Letter letter) => new(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(letter)));

    public Task DeliverAsync(SendMail message, CancellationToken cancellationToken)
    {
        var letter = JsonSerializer.Deserialize<Letter>(_protector.Unprotect(message.Sealed))
            ?? throw new InvalidOperationException("The sealed letter is empty.");
        return _transport.SendAsync(_writer.Write(letter), cancellationToken);
    }
}

internal static class MailExtensions
{
    public static void AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail")
            .ValidateDataAnnotations().Validate(options => MailboxAddress.TryParse(options.From, out _), "Mail:From is no address.").ValidateOnStart();
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration("Mail:Smtp").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Mailer>();
    }
}
