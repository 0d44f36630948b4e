using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Kipu.Gateway;

/// <summary>The files of the built console, also when it is built only after the gateway's start.</summary>
internal sealed class ConsoleFiles(IHostEnvironment environment, IOptions<ConsoleOptions> options) : IFileProvider, IDisposable
{
    private readonly string _root = Path.GetFullPath(Path.Combine(environment.ContentRootPath, options.Value.Path));
    private readonly Lock _lock = new();
    private PhysicalFileProvider? _files;

    public IFileInfo Page => GetFileInfo("index.html");

    public IFileInfo GetFileInfo(string subpath) => Files?.GetFileInfo(subpath) ?? new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) =>
        Files?.GetDirectoryContents(subpath) ?? NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    public void Dispose() => _files?.Dispose();

    private PhysicalFileProvider? Files
    {
        get
        {
            lock (_lock) return _files ??= Directory.Exists(_root) ? new(_root) : null;
        }
    }
}
