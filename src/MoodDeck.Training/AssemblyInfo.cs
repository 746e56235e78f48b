using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("MoodDeck.Training.Tests")]
