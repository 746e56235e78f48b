using System.Text;

namespace MoodDeck.Library;

/// <summary>Reads text files of unknown origin.</summary>
internal static class LenientText
{
    /// <summary>UTF-8, of which bytes that are not UTF-8 are read as Windows-1252, one by one, so that a file of mixed origin is right throughout.</summary>
    public static Encoding Utf8OrWindows1252 { get; } =
        Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    private sealed class Windows1252Fallback : DecoderFallback
    {
        private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _text = "";
            private int _position;

            public override int Remaining => _text.Length - _position;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (_text, _position) = (Windows1252.GetString(bytesUnknown), 0);
                return true;
            }

            public override char GetNextChar() => _position < _text.Length ? _text[_position++] : '\0';

            public override bool MovePrevious()
            {
                if (_position == 0) return false;
                _position--;
                return true;
            }

            public override void Reset() => (_text, _position) = ("", 0);
        }
    }
}
