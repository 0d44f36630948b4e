using Kipu.Payments;

namespace Kipu.Tests;

public sealed class AllowedUrlsTests
{
    private readonly AllowedUrls _urls = new(["app.kipu.example", "localhost"]);

    [Theory]
    [InlineData("https://app.kipu.example/welcome?s={CHECKOUT_SESSION_ID}")]
    [InlineData("http://APP.kipu.example:8080/x")]
    [InlineData("http://localhost:10000/")]
    public void An_address_on_an_allowed_host_is_allowed(string url) => Assert.True(_urls.Contains(url));

    [Theory]
    [InlineData("https://kipu.example/")]
    [InlineData("https://app.kipu.example.evil.example/")]
    [InlineData("https://app.kipu.example@evil.example/")]
    [InlineData("https://user@app.kipu.example/")]
    [InlineData("https://evil.example/?app.kipu.example")]
    [InlineData("https://evil.example\\@app.kipu.example/")]
    [InlineData("ftp://app.kipu.example/")]
    [InlineData("javascript:alert('app.kipu.example')")]
    [InlineData("data:text/html,x")]
    [InlineData("//app.kipu.example/")]
    [InlineData("/welcome")]
    [InlineData("https://app.kipu.example/\0")]
    [InlineData(" https://app.kipu.example/")]
    [InlineData("https://app.kipu.example/\r\nLocation: x")]
    [InlineData("")]
    public void Every_other_address_is_not(string url) => Assert.False(_urls.Contains(url));
}
