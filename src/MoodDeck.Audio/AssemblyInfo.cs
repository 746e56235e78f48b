using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("MoodDeck.Audio.Tests")]
