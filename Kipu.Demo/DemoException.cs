namespace Kipu.Demo;

/// <summary>A step that could not be done; the message says why, and what to do about it.</summary>
internal sealed class DemoException : Exception
{
    public DemoException(string message)
        : base(message)
    {
    }

    public DemoException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
