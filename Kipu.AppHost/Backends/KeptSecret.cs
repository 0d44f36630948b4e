using Aspire.Hosting.Publishing;

namespace Aspire.Hosting;

/// <summary>A generated secret that the state folder keeps; in a manifest it is one that the deployment generates.</summary>
internal sealed class KeptSecret(string name, StateFolder state) : ParameterDefault
{
    // Letters and digits only: it also travels in URLs, configuration files and connection strings.
    private readonly GenerateParameterDefault _generated = new() { MinLength = 32, Special = false };

    public override string GetDefaultValue() => state.Secret(name, _generated.GetDefaultValue);

    public override void WriteToManifest(ManifestPublishingContext context) => _generated.WriteToManifest(context);
}
