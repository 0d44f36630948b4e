namespace Kipu.Tests;

/// <summary>Tests that start systems of their own, beside the shared one: one at a time, for each is as heavy as that.</summary>
[CollectionDefinition(Name)]
public sealed class OwnSystems
{
    public const string Name = "Own systems";
}
