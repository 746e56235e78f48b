namespace MoodDeck.Server.Live;

/// <summary>What can stand in the way of a live reading, by codes that never change; the sentence beside one is English.</summary>
internal static class LiveCodes
{
    public const string UnreadableFrame = "live.unreadableFrame";
    public const string FrameTooLarge = "live.frameTooLarge";
    public const string NoModel = "live.noModel";
    public const string NobodyListens = "live.nobodyListens";
    public const string UnknownListener = "live.unknownListener";
    public const string NoFaceToCorrect = "live.noFaceToCorrect";
    public const string ModelCannotLearn = "live.modelCannotLearn";
    public const string SeenTooSeldom = "live.seenTooSeldom";
    public const string NotStored = "live.notStored";
    public const string UnknownMessage = "live.unknownMessage";
    public const string TooManyMessages = "live.tooManyMessages";
}
