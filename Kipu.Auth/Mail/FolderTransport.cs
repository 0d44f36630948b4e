using MimeKit;

namespace Kipu.Auth;

/// <summary>Writes mails as .eml files, which every mail program opens, for a system without an SMTP server.</summary>
internal sealed partial class FolderTransport : IMailTransport
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder;
    private readonly ILogger _logger;

    public FolderTransport(string folder, ILogger logger)
    {
        (_folder, _logger) = (Path.GetFullPath(folder), logger);
        // Their links are credentials.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(_folder);
        else Directory.CreateDirectory(_folder, OwnerOnly);
        LogFolder(logger, _folder);
    }

    public async Task SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        var name = Guid.CreateVersion7().ToString();
        var unfinished = Path.Combine(_folder, $"{name}.tmp");
        await mail.WriteToAsync(unfinished, cancellationToken);
        File.Move(unfinished, Path.Combine(_folder, $"{name}.eml"));
        LogWritten(_logger, $"{name}.eml", _folder);
    }

    [LoggerMessage(LogLevel.Warning, "No SMTP server is configured (Mail:Smtp:Host): mails are written to {Folder}")]
    private static partial void LogFolder(ILogger logger, string folder);

    [LoggerMessage(LogLevel.Information, "Mail {File} written to {Folder}")]
    private static partial void LogWritten(ILogger logger, string file, string folder);
}
