namespace MoodDeck.Server.Problems;

/// <summary>One kind of problem a client can tell from others by its <c>type</c> (RFC 9457), which never changes.</summary>
/// <param name="Name">The last part of the type.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">What the kind is called.</param>
internal sealed record ProblemKind(string Name, int Status, string Title)
{
    public const string Prefix = "urn:mooddeck:problem:";

    public static readonly ProblemKind BadRequest = new("bad-request", 400, "The request cannot be read");
    public static readonly ProblemKind BadJson = new("bad-json", 400, "The body is not the JSON expected here");
    public static readonly ProblemKind BadImage = new("bad-image", 400, "The picture cannot be read");
    public static readonly ProblemKind BadOption = new("bad-option", 400, "An option has a value that is not allowed");
    public static readonly ProblemKind BadArchive = new("bad-archive", 400, "This is no zip of pictures");
    public static readonly ProblemKind BadFolder = new("bad-folder", 400, "This folder cannot be scanned");
    public static readonly ProblemKind UnknownMood = new("unknown-mood", 400, "No one defined this mood");
    public static readonly ProblemKind BadVad = new("bad-vad", 400, "This is not a point of the mood space");
    public static readonly ProblemKind BadLanguage = new("bad-language", 400, "This is not a language code");
    public static readonly ProblemKind NotPaired = new("not-paired", 401, "This device is not paired");
    public static readonly ProblemKind ForeignHost = new("foreign-host", 403, "Only this machine is answered");
    public static readonly ProblemKind ForeignOrigin = new("foreign-origin", 403, "Another site may not ask for this");
    public static readonly ProblemKind WrongToken = new("wrong-token", 403, "This code lets nobody in");
    public static readonly ProblemKind NotHere = new("not-here", 403, "Only the machine itself may do this");
    public static readonly ProblemKind NotFound = new("not-found", 404, "There is nothing here");
    public static readonly ProblemKind UnknownTrack = new("unknown-track", 404, "The catalogue has no such track");
    public static readonly ProblemKind NoAudio = new("no-audio", 404, "This track has no audio here");
    public static readonly ProblemKind NoArtwork = new("no-artwork", 404, "This track has no cover");
    public static readonly ProblemKind NoLyrics = new("no-lyrics", 404, "Nobody wrote down what is sung here");
    public static readonly ProblemKind UnknownListener = new("unknown-listener", 404, "There is no such listener");
    public static readonly ProblemKind UnknownCorrection = new("unknown-correction", 404, "There is no such correction");
    public static readonly ProblemKind UnknownPlaylist = new("unknown-playlist", 404, "There is no such playlist");
    public static readonly ProblemKind UnknownTraining = new("unknown-training", 404, "There is no such training");
    public static readonly ProblemKind UnknownFolder = new("unknown-folder", 404, "This folder was not scanned");
    public static readonly ProblemKind UnknownDevice = new("unknown-device", 404, "There is no such device");
    public static readonly ProblemKind NoReport = new("no-report", 404, "This training has no report yet");
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "This cannot be done here");
    public static readonly ProblemKind RequestTimeout = new("request-timeout", 408, "The request came too slowly");
    public static readonly ProblemKind TrainingRunning = new("training-running", 409, "A training is running");
    public static readonly ProblemKind TrainingIdle = new("training-idle", 409, "This training is not running");
    public static readonly ProblemKind NoModel = new("no-model", 409, "This training has no model yet");
    public static readonly ProblemKind NoEmbedding = new("no-embedding", 409, "This emotion model cannot learn");
    public static readonly ProblemKind ScanRunning = new("scan-running", 409, "A scan is running");
    public static readonly ProblemKind LanOff = new("lan-off", 409, "Other devices are not let in");
    public static readonly ProblemKind TooManyDevices = new("too-many-devices", 409, "No more devices can be paired");
    public static readonly ProblemKind LastListener = new("last-listener", 409, "Somebody must be left to listen");
    public static readonly ProblemKind Full = new("full", 409, "There are as many as there may be");
    public static readonly ProblemKind Stale = new("stale", 412, "It was changed meanwhile");
    public static readonly ProblemKind TooLarge = new("too-large", 413, "The request is too large");
    public static readonly ProblemKind WrongContentType = new("wrong-content-type", 415, "This kind of content is not read here");
    public static readonly ProblemKind BadRange = new("bad-range", 416, "The file has no such range");
    public static readonly ProblemKind NoFace = new("no-face", 422, "There is no face in the picture");
    public static readonly ProblemKind UpgradeRequired = new("upgrade-required", 426, "This is a WebSocket");
    public static readonly ProblemKind TooManyTries = new("too-many-tries", 429, "Too many wrong codes");
    public static readonly ProblemKind VersionMissing = new("version-missing", 428, "A change needs the version it is meant for");
    public static readonly ProblemKind Internal = new("internal", 500, "Something went wrong in MoodDeck");
    public static readonly ProblemKind ModelMissing = new("model-missing", 503, "A model is missing");
    public static readonly ProblemKind ToolMissing = new("tool-missing", 503, "A program is missing");
    public static readonly ProblemKind NoTrainer = new("no-trainer", 503, "Nothing can be trained here");
    public static readonly ProblemKind Busy = new("busy", 503, "MoodDeck is busy");
    public static readonly ProblemKind NoRoom = new("no-room", 507, "It could not be stored");

    private static readonly ProblemKind[] ByStatus =
        [BadRequest, NotFound, MethodNotAllowed, RequestTimeout, TooLarge, WrongContentType, BadRange, Internal, Busy];

    /// <summary>The URN that names this kind.</summary>
    public string Type => Prefix + Name;

    /// <summary>The kind for an answer of which only the status is known.</summary>
    public static ProblemKind OfStatus(int status) =>
        Array.Find(ByStatus, k => k.Status == status) ?? (status < 500 ? BadRequest with { Status = status } : Internal with { Status = status });

    /// <summary>The answer, with what went wrong this time and what to do about it.</summary>
    public ProblemHttpResult With(string detail) => TypedResults.Problem(detail, statusCode: Status, title: Title, type: Type);
}
