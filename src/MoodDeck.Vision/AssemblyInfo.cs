using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("MoodDeck.Vision.Tests")]
