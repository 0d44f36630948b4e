using System.Text;

namespace Kipu.Tests;

/// <summary>Writes a Whisper model of one layer with random weights: it goes the whole way, and its words mean nothing.</summary>
internal static class TinyWhisper
{
    private const int Vocabulary = 51_865, AudioContext = 1500, Width = 64, Heads = 1, Layers = 4, TextContext = 448, Mels = 80;

    public static void Write(string path)
    {
        using var file = new BinaryWriter(File.Create(path));
        file.Write(0x67676D6Cu);
        Ints(file, Vocabulary, AudioContext, Width, Heads, Layers, TextContext, Width, Heads, Layers, Mels, 1);
        Ints(file, Mels, 201);
        for (var m = 0; m < Mels; m++)
        {
            for (var k = 0; k < 201; k++) file.Write(Math.Abs(k - (2 * m) - 2) < 2 ? 1f / 3 : 0f);
        }
        Ints(file, 50_257);
        for (var i = 0; i < 50_257; i++)
        {
            // The engine wants a token that is a space.
            var token = Encoding.ASCII.GetBytes(i == 220 ? " " : $" w{i}");
            Ints(file, token.Length);
            file.Write(token);
        }
        new Weights(file).WriteAll();
    }

    private static void Ints(BinaryWriter file, params int[] values)
    {
        foreach (var value in values) file.Write(value);
    }

    private sealed class Weights(BinaryWriter file)
    {
        private readonly Random _random = new(1);

        public void WriteAll()
        {
            Tensor("encoder.positional_embedding", [AudioContext, Width], half: false);
            Tensor("encoder.conv1.weight", [Width, Mels, 3]);
            Constant("encoder.conv1.bias", [Width, 1], 0);
            Tensor("encoder.conv2.weight", [Width, Width, 3]);
            Constant("encoder.conv2.bias", [Width, 1], 0);
            Norm("encoder.ln_post");
            for (var i = 0; i < Layers; i++) Block($"encoder.blocks.{i}", ["attn"]);
            Tensor("decoder.positional_embedding", [TextContext, Width], half: false);
            Tensor("decoder.token_embedding.weight", [Vocabulary, Width], 0.3);
            Norm("decoder.ln");
            for (var i = 0; i < Layers; i++) Block($"decoder.blocks.{i}", ["attn", "cross_attn"]);
        }

        private void Block(string name, string[] attentions)
        {
            foreach (var attention in attentions)
            {
                Norm($"{name}.{attention}_ln");
                Linear($"{name}.{attention}.query", Width, Width);
                Linear($"{name}.{attention}.key", Width, Width, bias: false);
                Linear($"{name}.{attention}.value", Width, Width);
                Linear($"{name}.{attention}.out", Width, Width);
            }
            Norm($"{name}.mlp_ln");
            Linear($"{name}.mlp.0", 4 * Width, Width);
            Linear($"{name}.mlp.2", Width, 4 * Width);
        }

        private void Norm(string name)
        {
            Constant($"{name}.weight", [Width], 1);
            Constant($"{name}.bias", [Width], 0);
        }

        private void Linear(string name, int rows, int columns, bool bias = true)
        {
            Tensor($"{name}.weight", [rows, columns], 0.1);
            if (bias) Constant($"{name}.bias", [rows], 0);
        }

        private void Constant(string name, int[] shape, float value)
        {
            Head(name, shape, half: false);
            for (var i = 0; i < Count(shape); i++) file.Write(value);
        }

        private void Tensor(string name, int[] shape, double deviation = 0.02, bool half = true)
        {
            Head(name, shape, half);
            for (var i = 0; i < Count(shape); i++)
            {
                // Normal enough: the sum of four.
                var value = (_random.NextDouble() + _random.NextDouble() + _random.NextDouble() + _random.NextDouble() - 2) * deviation * 1.7;
                if (half) file.Write((Half)value);
                else file.Write((float)value);
            }
        }

        private void Head(string name, int[] shape, bool half)
        {
            Ints(file, shape.Length, name.Length, half ? 1 : 0);
            Ints(file, [.. shape.Reverse()]);
            file.Write(Encoding.ASCII.GetBytes(name));
        }

        private static int Count(int[] shape) => shape.Aggregate(1, (product, size) => product * size);
    }
}
