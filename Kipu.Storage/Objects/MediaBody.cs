using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kipu.Storage;

/// <summary>A request's media, whether it is the body itself or a file in a form; read as it comes, never buffered.</summary>
internal sealed class MediaBody
{
    private const int MaxFieldBytes = 4096;
    private const int MaxSections = 32;
    private readonly MultipartReader? _form;
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private int _sections;

    private MediaBody(Stream content, string? contentType) => (Content, ContentType) = (content, contentType);

    private MediaBody(MultipartReader form)
    {
        _form = form;
        Content = Stream.Null;
    }

    public Stream Content { get; private set; }

    /// <summary>As declared, for the media alone; null when it wasn't.</summary>
    public string? ContentType { get; private set; }

    /// <summary>The form's other fields, as far as they were read.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <param name="request">Its body is read up to the beginning of the media.</param>
    /// <param name="file">The form field that holds the media.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>Null when the request is a form without such a file.</returns>
    /// <exception cref="BadHttpRequestException">The form is malformed.</exception>
    public static async Task<MediaBody?> OpenAsync(HttpRequest request, string file, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return new(request.Body, null);
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new(request.Body, type.MediaType.Value);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 100) throw new BadHttpRequestException("The form has no usable boundary.");
        var body = new MediaBody(new MultipartReader(boundary, request.Body));
        return await body.ReadFieldsAsync(file, cancellationToken) ? body : null;
    }

    /// <summary>Reads the fields that stand behind the media.</summary>
    public async Task ReadRestAsync(CancellationToken cancellationToken)
    {
        if (_form is not null) await ReadFieldsAsync(null, cancellationToken);
    }

    private async Task<bool> ReadFieldsAsync(string? file, CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } section)
        {
            if (++_sections > MaxSections) throw new BadHttpRequestException("The form has too many fields.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (name.Equals(file, StringComparison.OrdinalIgnoreCase))
            {
                Content = new FormFile(section.Body);
                ContentType = MediaTypeHeaderValue.TryParse(section.ContentType, out var type) ? type.MediaType.Value : null;
                return true;
            }

            if (!disposition.IsFileDisposition()) _fields[name] = await ReadFieldAsync(section, cancellationToken);
        }

        return false;
    }

    private async Task<MultipartSection?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _form!.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form is malformed.", exception);
        }
    }

    private static async Task<string> ReadFieldAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        using var field = new PartBuffer(MaxFieldBytes);
        if (await field.FillAsync(new FormFile(section.Body), cancellationToken))
        {
            throw new BadHttpRequestException("A field of the form is too long.");
        }

        return System.Text.Encoding.UTF8.GetString(field.Content.Span);
    }

    /// <summary>A form that ends in the middle of a file is the client's mistake, and not an outage as other broken streams are.</summary>
    private sealed class FormFile(Stream section) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return await section.ReadAsync(buffer, cancellationToken);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
            {
                throw new BadHttpRequestException("The form ends before its file does.", exception);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException("Requests are read asynchronously.");

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
