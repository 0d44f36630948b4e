using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Kipu.Contracts;

/// <summary>What a browser hands to <c>navigator.credentials</c>. Good for one answer, for five minutes.</summary>
/// <param name="Id">Goes back with the answer.</param>
/// <param name="Options">For <c>parseCreationOptionsFromJSON</c> or <c>parseRequestOptionsFromJSON</c>.</param>
public sealed record PasskeyOptions(Guid Id, JsonElement Options);

/// <summary>The answer of a new passkey.</summary>
/// <param name="Id">From the options.</param>
/// <param name="Credential">The credential's <c>toJSON()</c>.</param>
/// <param name="Name">By which its owner tells it from others.</param>
public sealed record AddPasskeyRequest(
    [property: Required] Guid? Id,
    [property: Required] JsonElement? Credential,
    [property: Required, MaxLength(100), RegularExpression(@"^[\s\S]*\S[\s\S]*$", ErrorMessage = "The name must not be blank.")] string Name);

/// <summary>The answer of a passkey that signs in.</summary>
public sealed record PasskeySignInRequest([property: Required] Guid? Id, [property: Required] JsonElement? Credential);

public sealed record RenamePasskeyRequest(
    [property: Required, MaxLength(100), RegularExpression(@"^[\s\S]*\S[\s\S]*$", ErrorMessage = "The name must not be blank.")] string Name);

/// <summary>A user's passkey.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="IsBackedUp">It is kept in more than one device.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastUsedAt">When it last signed in; null for never.</param>
public sealed record PasskeyInfo(Guid Id, string Name, bool IsBackedUp, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
