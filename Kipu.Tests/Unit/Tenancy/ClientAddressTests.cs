using System.Net;
using Kipu.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Kipu.Tests;

public sealed class ClientAddressTests
{
    private static readonly ClientAddress Gateway = With("the internal token of this test");

    [Fact]
    public void The_address_that_the_gateway_signed_is_believed()
    {
        Assert.Equal("198.51.100.7", Gateway.GuesserOf(Request(Gateway.Sign(IPAddress.Parse("198.51.100.7")))));
    }

    [Theory]
    [InlineData("198.51.100.7")]
    [InlineData("198.51.100.7 0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("")]
    public void An_address_that_nobody_signed_is_not_and_the_connections_counts(string header)
    {
        Assert.Equal("10.0.0.9", Gateway.GuesserOf(Request(header)));
    }

    [Fact]
    public void Neither_is_one_that_was_signed_with_another_token_or_for_another_address()
    {
        var signature = Gateway.Sign(IPAddress.Parse("198.51.100.7")).Split(' ')[1];

        Assert.Equal("10.0.0.9", Gateway.GuesserOf(Request($"198.51.100.8 {signature}")));
        Assert.Equal("10.0.0.9", Gateway.GuesserOf(Request(With("another internal token entirely").Sign(IPAddress.Parse("198.51.100.7")))));
    }

    [Fact]
    public void Addresses_of_one_IPv6_network_count_together()
    {
        var (one, two) = (IPAddress.Parse("2001:db8:1:2::1"), IPAddress.Parse("2001:db8:1:2:ffff::9"));

        Assert.Equal(Gateway.GuesserOf(Request(Gateway.Sign(one))), Gateway.GuesserOf(Request(Gateway.Sign(two))));
        Assert.NotEqual(Gateway.GuesserOf(Request(Gateway.Sign(one))), Gateway.GuesserOf(Request(Gateway.Sign(IPAddress.Parse("2001:db8:1:3::1")))));
    }

    [Fact]
    public void An_IPv4_address_counts_as_itself_in_either_notation()
    {
        Assert.Equal("198.51.100.7", Gateway.GuesserOf(Request(Gateway.Sign(IPAddress.Parse("::ffff:198.51.100.7")))));
    }

    [Fact]
    public void Nothing_is_counted_for_an_exempt_address()
    {
        Assert.Null(With("the internal token of this test", "10.0.0.9").GuesserOf(Request("")));
    }

    private static ClientAddress With(string token, params string[] exempt) =>
        new(Options.Create(new InternalOptions { Token = token }), Options.Create(new GuessOptions { Exempt = exempt }));

    private static DefaultHttpContext Request(string header)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.9");
        context.Request.Headers[ClientAddress.Header] = header;
        return context;
    }
}
