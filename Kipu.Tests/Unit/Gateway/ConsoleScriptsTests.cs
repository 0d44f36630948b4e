using Kipu.Gateway;

namespace Kipu.Tests;

public sealed class ConsoleScriptsTests
{
    [Fact]
    public void Inline_scripts_are_allowed_by_their_hash_and_files_are_not_listed()
    {
        const string Html = """<script src="/a.js"></script><script type="module" crossorigin src="/b.js"></script><script>alert(1)</script>""";

        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        Assert.Equal("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='", ConsoleScripts.HashesOf(Html));
    }
}
