using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kipu.Tests;

public sealed class MercadoPagoNodeClientTests
{
    [Fact]
    public async Task The_official_node_client_works_against_the_simulator_at_another_address()
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        await using var mercadoPago = await MercadoPagoSimulatorHost.StartAsync($"http://127.0.0.1:{port}/notifications");

        await NodeClient.TestAsync("mercadopago.test.mjs", new()
        {
            ["MERCADOPAGO_SIMULATOR"] = mercadoPago.Address,
            ["MERCADOPAGO_WEBHOOK_SECRET"] = MercadoPagoSimulatorHost.WebhookSecret,
            ["MERCADOPAGO_NOTIFICATIONS_PORT"] = port,
        });
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
