using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Kipu.Auth;
using MailKit.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Kipu.Tests;

/// <summary>Real SMTP sessions with a server on loopback.</summary>
public sealed class SmtpTests : IAsyncDisposable
{
    private static readonly Letter Letter = new(LetterKind.Invitation, "es", "luis@example.com", Name: null, "secret", "Acme", "Ana");

    private readonly CancellationTokenSource _end = new();
    private readonly Server _server = new();
    private readonly int _port = FreePort();
    private readonly Task _running;

    public SmtpTests()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, _port)).AllowUnsecureAuthentication())
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IMessageStore>(_server);
        services.AddSingleton<IUserAuthenticator>(_server);
        _running = new SmtpServer.SmtpServer(options, services.BuildServiceProvider()).StartAsync(_end.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    [Fact]
    public async Task A_mail_arrives_at_the_configured_server_with_text_html_and_sender()
    {
        var mailer = MailerFor(new SmtpOptions { Host = "127.0.0.1", Port = _port, Security = SecureSocketOptions.None });

        await mailer.DeliverAsync(mailer.Seal(Letter), CancellationToken.None);

        var mail = Assert.Single(_server.Mails);
        Assert.Equal("Ana te invita a Acme en Kipu", mail.Subject);
        Assert.Equal(("kipu@example.com", "luis@example.com"), (mail.From.Mailboxes.Single().Address, mail.To.Mailboxes.Single().Address));
        Assert.Contains("https://kipu.example/invitacion#secret", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://kipu.example/invitacion#secret\"", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_and_password_are_shown_to_the_server_when_configured()
    {
        var mailer = MailerFor(new SmtpOptions { Host = "127.0.0.1", Port = _port, Security = SecureSocketOptions.None, User = "kipu", Password = "right" });
        var wrong = MailerFor(new SmtpOptions { Host = "127.0.0.1", Port = _port, Security = SecureSocketOptions.None, User = "kipu", Password = "wrong" });

        await mailer.DeliverAsync(mailer.Seal(Letter), CancellationToken.None);
        await Assert.ThrowsAsync<AuthenticationException>(() => wrong.DeliverAsync(wrong.Seal(Letter), CancellationToken.None));

        Assert.Single(_server.Mails);
    }

    [Fact]
    public async Task A_server_without_the_encryption_that_is_asked_for_gets_no_mail()
    {
        var mailer = MailerFor(new SmtpOptions { Host = "127.0.0.1", Port = _port });

        await Assert.ThrowsAsync<NotSupportedException>(() => mailer.DeliverAsync(mailer.Seal(Letter), CancellationToken.None));

        Assert.Empty(_server.Mails);
    }

    private static Mailer MailerFor(SmtpOptions smtp) => new(
        Options.Create(new MailOptions { From = "Kipu <kipu@example.com>" }),
        Options.Create(smtp), Options.Create(new ConsoleOptions { PublicUrl = new("https://kipu.example") }), new EphemeralDataProtectionProvider(),
        NullLogger<Mailer>.Instance);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Server : MessageStore, IUserAuthenticator
    {
        public ConcurrentBag<MimeMessage> Mails { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            Mails.Add(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }

        public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult((user, password) == ("kipu", "right"));
    }
}
