using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kipu.Simulators;

/// <summary>The Files API: resumable uploads, looking, listing, deleting.</summary>
internal static partial class GeminiFileEndpoints
{
    private const int Granularity = 262_144;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/upload/{version}/files", (HttpContext http, GeminiApi api, GeminiFileStore store, GeminiFaults faults, TimeProvider time) =>
            api.HandleAsync(http, "upload", () => new Upload(http, store, faults, time).HandleAsync()));
        routes.MapGet("/{version}/files/{id}", (HttpContext http, string version, string id, GeminiApi api, GeminiFileStore store, TimeProvider time) =>
            api.HandleAsync(http, "files", () =>
                GeminiApi.WriteAsync(http, Get(store, id).ToJson(http.Request.Host.Value!, version, time.GetUtcNow()))));
        routes.MapGet("/{version}/files", (HttpContext http, string version, GeminiApi api, GeminiFileStore store, TimeProvider time) =>
            api.HandleAsync(http, "files", () => ListAsync(http, version, store, time)));
        routes.MapDelete("/{version}/files/{id}", (HttpContext http, string id, GeminiApi api, GeminiFileStore store) =>
            api.HandleAsync(http, "files", () =>
                store.Delete(id) ? GeminiApi.WriteAsync(http, new JsonObject()) : throw GeminiRefusal.NoFile($"files/{id}")));
    }

    private static GeminiStoredFile Get(GeminiFileStore store, string id) => store.Find(id) ?? throw GeminiRefusal.NoFile($"files/{id}");

    private static Task ListAsync(HttpContext http, string version, GeminiFileStore store, TimeProvider time)
    {
        var all = store.All.Select(file => (JsonNode)file.ToJson(http.Request.Host.Value!, version, time.GetUtcNow())).ToList();
        return GeminiApi.WriteAsync(http, GeminiPages.Of(http.Request, "files", all, largest: 100));
    }

    [GeneratedRegex("^files/([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)$")]
    private static partial Regex FileName();

    /// <summary>One request of the resumable protocol; what it wants stands in its command header.</summary>
    private sealed class Upload(HttpContext http, GeminiFileStore store, GeminiFaults faults, TimeProvider time)
    {
        private string Version => (string)http.Request.RouteValues["version"]!;

        public async Task HandleAsync()
        {
            var commands = (Header("X-Goog-Upload-Command") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (commands is ["start"])
            {
                await StartAsync();
                return;
            }

            var session = http.Request.Query["upload_id"].FirstOrDefault() ?? "";
            var upload = store.FindUpload(session) ?? throw new GeminiRefusal(404, "NOT_FOUND", "There is no upload of this id.");
            await upload.Gate.WaitAsync(http.RequestAborted);
            try
            {
                await ContinueAsync(upload, commands);
            }
            finally
            {
                upload.Gate.Release();
            }
        }

        private async Task ContinueAsync(GeminiUpload upload, string[] commands)
        {
            switch (commands)
            {
                case ["query"] when upload.Finished is { } file:
                    await AnswerFileAsync(file);
                    break;
                case ["query"]:
                    Status("active").Append("X-Goog-Upload-Size-Received", upload.Received.ToString(CultureInfo.InvariantCulture));
                    break;
                case ["cancel"]:
                    store.Cancel(upload);
                    Status("cancelled");
                    break;
                case ["upload"]:
                    await ReceiveAsync(upload, isLast: false);
                    if (faults.Take("upload", "no_status") is null) Status("active");
                    break;
                case ["upload", "finalize"] or ["finalize"]:
                    await ReceiveAsync(upload, isLast: true);
                    await FinishAsync(upload);
                    break;
                default:
                    throw GeminiRefusal.Invalid($"Unknown upload command '{string.Join(", ", commands)}'.");
            }
        }

        private async Task StartAsync()
        {
            if (Header("X-Goog-Upload-Protocol") is not "resumable") throw GeminiRefusal.Invalid("X-Goog-Upload-Protocol has to be 'resumable'.");

            var described = http.Request.ContentLength is 0 ? null : (await GeminiApi.ReadAsync(http, GeminiShapes.Upload))["file"] as JsonObject;
            var mimeType = Header("X-Goog-Upload-Header-Content-Type") ?? (string?)described?["mimeType"] ?? "application/octet-stream";
            string? id = null;
            if ((string?)described?["name"] is { } name)
            {
                var match = FileName().Match(name);
                id = match.Success ? match.Groups[1].Value : throw GeminiRefusal.Invalid($"'{name}' is no name of a file.");
            }

            long? length = long.TryParse(Header("X-Goog-Upload-Header-Content-Length"), CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
            if (length > 2L << 30) throw GeminiRefusal.Invalid("A file may have 2 GB at most.");

            var upload = store.Begin(id, (string?)described?["displayName"], mimeType, length);
            await using (File.Create(upload.Path))
            {
                var address = $"{http.Request.Scheme}://{http.Request.Host}/upload/{Version}/files?upload_id={upload.Session}&upload_protocol=resumable";
                var headers = Status("active");
                headers.Append("X-Goog-Upload-URL", address);
                headers.Append("X-Goog-Upload-Control-URL", address);
                headers.Append("X-Goog-Upload-Chunk-Granularity", Granularity.ToString(CultureInfo.InvariantCulture));
            }
        }

        private async Task ReceiveAsync(GeminiUpload upload, bool isLast)
        {
            if (!long.TryParse(Header("X-Goog-Upload-Offset"), CultureInfo.InvariantCulture, out var offset) || offset != upload.Received)
            {
                throw GeminiRefusal.Invalid($"The upload has {upload.Received} bytes; this chunk begins elsewhere.");
            }

            var fault = faults.Take("upload", "cut_upload", "lost_answer");
            await using (var file = new FileStream(upload.Path, FileMode.Append, FileAccess.Write))
            {
                if (fault?.Kind is "cut_upload")
                {
                    // Half of a chunk arrives, in whole granules as Google keeps them; then the line is dead.
                    var half = new byte[Math.Max(Granularity, (http.Request.ContentLength ?? 0) / 2 / Granularity * Granularity)];
                    var read = await http.Request.Body.ReadAtLeastAsync(half, half.Length, throwOnEndOfStream: false, http.RequestAborted);
                    await file.WriteAsync(half.AsMemory(0, read / Granularity * Granularity), http.RequestAborted);
                }
                else
                {
                    await http.Request.Body.CopyToAsync(file, http.RequestAborted);
                }
            }

            var received = new FileInfo(upload.Path).Length - upload.Received;
            upload.Received += received;
            if (fault is not null)
            {
                http.Abort();
                throw new OperationCanceledException("The line is cut on demand.");
            }

            if (!isLast && received % Granularity != 0) throw GeminiRefusal.Invalid($"A chunk before the last has to be a multiple of {Granularity} bytes.");
        }

        private async Task FinishAsync(GeminiUpload upload)
        {
            if (upload.Length is { } length && length != upload.Received)
            {
                throw GeminiRefusal.Invalid($"The upload has {upload.Received} of {length} bytes and can't be finalized.");
            }

            var slow = faults.Take("upload", "slow_processing");
            var file = await store.FinishAsync(
                upload,
                failed: faults.Take("upload", "file_failed") is not null,
                slow is null ? null : TimeSpan.FromSeconds(slow.Seconds ?? 2),
                http.RequestAborted);
            if (faults.Take("upload", "no_status") is null) await AnswerFileAsync(file);
        }

        private Task AnswerFileAsync(GeminiStoredFile file)
        {
            Status("final");
            return GeminiApi.WriteAsync(http, new() { ["file"] = file.ToJson(http.Request.Host.Value!, Version, time.GetUtcNow()) });
        }

        private IHeaderDictionary Status(string status)
        {
            http.Response.Headers["X-Goog-Upload-Status"] = status;
            return http.Response.Headers;
        }

        private string? Header(string name) => http.Request.Headers[name].FirstOrDefault();
    }
}
