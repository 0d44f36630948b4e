using System.Net;
using DnsClient;
using Microsoft.Extensions.Options;

namespace Kipu.Auth;

/// <summary>Asks DNS whether a domain says what only its owner can make it say.</summary>
internal sealed class DomainProof(IOptions<SingleSignOnOptions> options)
{
    private readonly LookupClient _dns = new(OptionsFor(options.Value.Nameserver));

    public async Task<bool> HasRecordAsync(string domain, string text, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _dns.QueryAsync(domain, QueryType.TXT, cancellationToken: cancellationToken);
            return answer.Answers.TxtRecords().Any(record => string.Concat(record.Text) == text);
        }
        catch (DnsResponseException)
        {
            return false;
        }
    }

    private static LookupClientOptions OptionsFor(string? server) =>
        server is null ? new() { UseCache = false } : new(IPEndPoint.Parse(server)) { UseCache = false };
}
