using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("MoodDeck.Training.Tests")]

// The command line draws its reports with the same pens.
[assembly: InternalsVisibleTo("mooddeck")]
