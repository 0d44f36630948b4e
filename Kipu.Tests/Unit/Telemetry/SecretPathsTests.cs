using System.Diagnostics;
using Kipu.ServiceDefaults;

namespace Kipu.Tests;

public sealed class SecretPathsTests
{
    [Theory]
    [InlineData("url.path", "/api/shares/s3cr3t-_", "/api/shares/{token}")]
    [InlineData("url.full", "http://recordings/api/shares/s3cr3t?x=1", "http://recordings/api/shares/{token}?x=1")]
    [InlineData("url.path", "/api/recordings/0199/shares", "/api/recordings/0199/shares")]
    public void A_links_secret_stands_in_no_span(string tag, string address, string kept)
    {
        using var processor = new Telemetry.SecretPaths();
        using var span = new Activity("GET");
        span.SetTag(tag, address);

        processor.OnEnd(span);

        Assert.Equal(kept, span.GetTagItem(tag));
    }
}
