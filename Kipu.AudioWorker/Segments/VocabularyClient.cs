namespace Kipu.AudioWorker;

/// <summary>The names and terms of the organization that the current step works for; Auth keeps them.</summary>
internal sealed class VocabularyClient(HttpClient auth)
{
    private static readonly Uri Address = new("/internal/vocabulary", UriKind.Relative);

    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken) =>
        (await auth.GetFromJsonAsync<Vocabulary>(Address, cancellationToken))!.Terms;
}
