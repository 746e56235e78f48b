using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("MoodDeck.Demo.Tests")]
